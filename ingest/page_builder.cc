#include "ingest/page_builder.h"

#include <algorithm>
#include <bit>

#include "base/error.h"
#include "base/messages.h"

namespace fonds {
namespace {

using Colour = FrameForm::Colour;

/// More than an A3 sheet at 1200 dpi in colour has.
constexpr std::uint64_t kMostBytes = 2ULL << 30;

bool is_one_pass_of_three(Colour colour) { return colour != Colour::grey && colour != Colour::rgb; }

std::size_t plane_of(Colour colour) {
  return static_cast<std::size_t>(colour) - static_cast<std::size_t>(Colour::red);
}

/// Bytes a row of one colour needs.
std::size_t needed(const FrameForm& form) {
  const auto width = static_cast<std::size_t>(form.width);
  if (form.depth == 1) return (width + 7) / 8;
  return width * (form.depth == 16 ? 2 : 1);
}

/// Sample `x` of a row of one colour as one or two bytes, most significant first.
void append_sample(std::string& out, std::string_view row, std::size_t x, int depth) {
  if (depth == 1) {
    const auto byte = static_cast<unsigned char>(row[x / 8]);
    out += (byte >> (7 - x % 8) & 1U) != 0 ? '\xFF' : '\0';
  } else if (depth == 8) {
    out += row[x];
  } else if constexpr (std::endian::native == std::endian::little) {
    out += row[2 * x + 1];
    out += row[2 * x];
  } else {
    out += row.substr(2 * x, 2);
  }
}

}  // namespace

PageBuilder::PageBuilder(double dpi) : dpi_(dpi) {}

void PageBuilder::begin(const FrameForm& form) {
  const std::size_t channels = form.colour == Colour::rgb ? 3 : 1;
  const bool known_depth = form.depth == 1 || form.depth == 8 || form.depth == 16;
  if (!known_depth || form.width < 1 || form.row_bytes < 1 ||
      static_cast<std::size_t>(form.row_bytes) < channels * needed(form)) {
    throw Error(Fault::io, tr("the scanner announced a picture that cannot be"),
                tr("choose another mode or resolution, or switch the scanner off and on"));
  }
  if (png_ != nullptr && is_one_pass_of_three(form.colour)) {
    throw Error(Fault::io, tr("the scanner mixed up the passes of a page"), tr("scan it again"));
  }
  form_ = form;
  pending_.clear();
  if (is_one_pass_of_three(form.colour)) {
    planes_[plane_of(form.colour)].clear();
  } else {
    const bool colour = form.colour == Colour::rgb;
    // PNG has no colour of one bit a sample.
    const int depth = colour && form.depth == 1 ? 8 : form.depth;
    png_ = std::make_unique<PngWriter>(PngWriter::Form{form.width, colour ? 3 : 1, depth, dpi_});
  }
}

void PageBuilder::add(std::string_view bytes) {
  bytes_ += bytes.size();
  if (bytes_ > kMostBytes) {
    throw Error(Fault::usage, tr("the scanner gave a page larger than any paper"),
                tr("lower the resolution, or check that no paper is stuck in the feeder"));
  }
  const auto row_bytes = static_cast<std::size_t>(form_.row_bytes);
  if (!pending_.empty()) {
    const std::size_t step = std::min(bytes.size(), row_bytes - pending_.size());
    pending_ += bytes.substr(0, step);
    bytes.remove_prefix(step);
    if (pending_.size() < row_bytes) return;
    add_row(pending_);
    pending_.clear();
  }
  for (; bytes.size() >= row_bytes; bytes.remove_prefix(row_bytes)) {
    add_row(bytes.substr(0, row_bytes));
  }
  pending_ += bytes;
}

void PageBuilder::end() {
  if (pending_.empty()) return;
  const bool black_on_white = form_.colour == Colour::grey && form_.depth == 1;
  pending_.resize(static_cast<std::size_t>(form_.row_bytes), black_on_white ? '\0' : '\xFF');
  add_row(pending_);
  pending_.clear();
}

void PageBuilder::add_row(std::string_view row) {
  const std::size_t used = needed(form_);
  if (is_one_pass_of_three(form_.colour)) {
    planes_[plane_of(form_.colour)] += row.substr(0, used);
    return;
  }
  row_.clear();
  const auto width = static_cast<std::size_t>(form_.width);
  if (form_.colour == Colour::grey && form_.depth == 1) {
    for (const char byte : row.substr(0, used)) row_ += static_cast<char>(~byte);  // 1 is black
  } else if (form_.depth == 8) {
    row_ = row.substr(0, form_.colour == Colour::rgb ? 3 * width : width);
  } else if (form_.depth == 16) {
    const std::size_t samples = form_.colour == Colour::rgb ? 3 * width : width;
    for (std::size_t x = 0; x < samples; ++x) append_sample(row_, row, x, 16);
  } else {
    // Colour of one bit: a byte of eight red samples, one of green, one of blue, and so on.
    for (std::size_t x = 0; x < width; ++x) {
      for (std::size_t channel = 0; channel < 3; ++channel) {
        append_sample(row_, row.substr(x / 8 * 3 + channel, 1), x % 8, 1);
      }
    }
  }
  png_->add(row_);
}

void PageBuilder::write_planes() {
  const std::size_t used = needed(form_);
  const std::size_t rows =
      std::min({planes_[0].size(), planes_[1].size(), planes_[2].size()}) / used;
  const int depth = form_.depth == 1 ? 8 : form_.depth;
  png_ = std::make_unique<PngWriter>(PngWriter::Form{form_.width, 3, depth, dpi_});
  for (std::size_t y = 0; y < rows; ++y) {
    row_.clear();
    for (std::size_t x = 0; x < static_cast<std::size_t>(form_.width); ++x) {
      for (const std::string& plane : planes_) {
        append_sample(row_, std::string_view(plane).substr(y * used, used), x, form_.depth);
      }
    }
    png_->add(row_);
  }
}

ScannedPage PageBuilder::finish() {
  if (png_ == nullptr && form_.width > 0) write_planes();
  if (png_ == nullptr || png_->rows() == 0) {
    throw Error(Fault::io, tr("the scanner gave an empty page"), tr("scan it again"));
  }
  ScannedPage page;
  page.width = form_.width;
  page.height = png_->rows();
  page.dpi = dpi_;
  page.png = png_->finish();
  return page;
}

}  // namespace fonds
