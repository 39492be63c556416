#include "ingest/pdf_page.h"

#include <iconv.h>
#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"
#include "ingest/geometry.h"

namespace fonds {
namespace {

constexpr double kPointsPerInch = 72;

Error damaged_pdf() {
  return {Fault::corrupt, tr("the PDF is damaged"), tr("open it in a viewer and save it anew")};
}

Error encrypted_pdf() {
  return {Fault::corrupt, tr("the PDF is protected by a password"),
          tr("remove the password in the program it was made with, and add the file again")};
}

Box box_of(const poppler::rectf& rect) {
  const double scale = kPdfDpi / kPointsPerInch;
  const auto left = static_cast<int>(std::lround(rect.left() * scale));
  const auto top = static_cast<int>(std::lround(rect.top() * scale));
  return {left, top, static_cast<int>(std::lround(rect.right() * scale)) - left,
          static_cast<int>(std::lround(rect.bottom() * scale)) - top};
}

/// Whether `word` goes on in `line`: they overlap by half of the smaller height.
bool same_line(const Line& line, const Box& word) {
  const int top = std::max(line.box.top, word.top);
  const int bottom = std::min(line.box.top + line.box.height, word.top + word.height);
  return 2 * (bottom - top) > std::min(line.box.height, word.height);
}

/// Rows of words by height on the page, each from left to right. Poppler gives the cells of a
/// table column by column; a reader of the text wants a row on one line.
std::vector<Line> lines_of(std::vector<Word> words) {
  std::stable_sort(words.begin(), words.end(), [](const Word& a, const Word& b) {
    return 2 * a.box.top + a.box.height < 2 * b.box.top + b.box.height;
  });
  std::vector<Line> lines;
  for (Word& word : words) {
    if (lines.empty() || !same_line(lines.back(), word.box)) lines.emplace_back();
    Line& line = lines.back();
    line.box = hull(line.box, word.box);
    line.words.push_back(std::move(word));
  }
  for (Line& line : lines) {
    std::stable_sort(line.words.begin(), line.words.end(),
                     [](const Word& a, const Word& b) { return a.box.left < b.box.left; });
  }
  return lines;
}

PixPtr pix_of(const poppler::image& image, double dpi) {
  PixPtr pix = checked(pixCreate(image.width(), image.height(), 32), "PDF page");
  const l_int32 words = pixGetWpl(pix.get());
  for (int y = 0; y < image.height(); ++y) {
    const auto* from = reinterpret_cast<const unsigned char*>(image.const_data()) +
                       static_cast<std::ptrdiff_t>(y) * image.bytes_per_row();
    l_uint32* to = pixGetData(pix.get()) + static_cast<std::ptrdiff_t>(y) * words;
    for (int x = 0; x < image.width(); ++x, from += 3) {
      composeRGBPixel(from[0], from[1], from[2], to + x);
    }
  }
  pixSetResolution(pix.get(), static_cast<l_int32>(dpi), static_cast<l_int32>(dpi));
  return pix;
}

}  // namespace

struct PdfFile::State {
  std::unique_ptr<poppler::document> document;
  ReadLimits limits;

  [[nodiscard]] std::unique_ptr<poppler::page> page(int index) const {
    std::unique_ptr<poppler::page> found(document->create_page(index));
    if (!found) throw damaged_pdf();
    return found;
  }

  [[nodiscard]] PixPtr render(int index, double dpi, Size frame) const {
    const auto found = page(index);
    poppler::page_renderer renderer;
    renderer.set_image_format(poppler::image::format_rgb24);
    renderer.set_render_hints(poppler::page_renderer::antialiasing |
                              poppler::page_renderer::text_antialiasing);
    const auto image = renderer.render_page(found.get(), dpi, dpi, 0, 0, frame.width, frame.height);
    if (!image.is_valid()) throw damaged_pdf();
    return pix_of(image, dpi);
  }

  /// At a share of 300 dpi.
  [[nodiscard]] PixPtr render_by(int index, double factor, Size frame) const {
    const auto reduced = [&](int side) {
      return std::max(1, static_cast<int>(std::lround(side * factor)));
    };
    return render(index, kPdfDpi * factor, {reduced(frame.width), reduced(frame.height)});
  }
};

PdfFile::PdfFile(const std::string& bytes, const ReadLimits& limits)
    : state_(std::make_unique<State>()) {
  poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
  if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) throw damaged_pdf();
  state_->limits = limits;
  state_->document.reset(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (!state_->document) throw damaged_pdf();
  if (state_->document->is_locked()) throw encrypted_pdf();
  if (pages() == 0) throw damaged_pdf();
  if (pages() > limits.pages) {
    throw Error(Fault::usage, say(tr("the file has more than {} pages"), limits.pages),
                tr("divide it into smaller files"));
  }
}

PdfFile::~PdfFile() = default;

int PdfFile::pages() const { return state_->document->pages(); }

PdfFile::Size PdfFile::size(int index) const {
  const auto page = state_->page(index);
  const auto rect = page->page_rect();
  double width = rect.width() * kPdfDpi / kPointsPerInch;
  double height = rect.height() * kPdfDpi / kPointsPerInch;
  const auto orientation = page->orientation();
  if (orientation == poppler::page::landscape || orientation == poppler::page::seascape) {
    std::swap(width, height);
  }
  if (!(width >= 1) || !(height >= 1)) throw damaged_pdf();
  if (width * height > static_cast<double>(state_->limits.pixels)) {
    throw Error(Fault::usage,
                say(tr("the page is too large: {:.0f} × {:.0f} pixels at 300 dpi, at most {} "
                       "million are read"),
                    width, height, state_->limits.pixels / 1'000'000),
                tr("print it to A4 and add the result"));
  }
  return {static_cast<int>(std::lround(width)), static_cast<int>(std::lround(height))};
}

std::vector<Line> PdfFile::own_text(int index) const {
  const auto page = state_->page(index);
  const Size frame = size(index);
  std::vector<Word> words;
  for (const auto& box : page->text_list()) {
    const auto utf8 = box.text().to_utf8();
    Word word;
    word.text = normalise(to_valid_utf8(std::string_view(utf8.data(), utf8.size())));
    word.box = intersection(box_of(box.bbox()), {0, 0, frame.width, frame.height});
    word.confidence = 1;
    if (!word.text.empty() && word.box.width > 0 && word.box.height > 0) {
      words.push_back(std::move(word));
    }
  }
  return lines_of(std::move(words));
}

void prepare_pdf_text() {
  // Open for as long as the process lives, so that the module stays loaded.
  static const std::array<iconv_t, 2> kept{::iconv_open("UTF-16", "UTF-8"),
                                           ::iconv_open("UTF-8", "UTF-16")};
  const auto utf8 = poppler::ustring::from_utf8("text").to_utf8();
  const bool works = std::none_of(kept.begin(), kept.end(), [](iconv_t each) {
    return each == reinterpret_cast<iconv_t>(-1);  // NOLINT: what iconv_open says
  });
  if (!works || std::string_view(utf8.data(), utf8.size()) != "text") {
    throw Error(Fault::unavailable, tr("texts of PDFs can not be converted to Unicode"),
                tr("install the Debian package libc6"));
  }
}

PixPtr PdfFile::render(int index) const { return state_->render(index, kPdfDpi, size(index)); }

PixPtr PdfFile::render_small(int index) const {
  return state_->render_by(index, kSmallDpi / kPdfDpi, size(index));
}

PixPtr PdfFile::render_within(int index, int side) const {
  const Size frame = size(index);
  const int longer = std::max({frame.width, frame.height, 1});
  return state_->render_by(index, std::min(1.0, static_cast<double>(side) / longer), frame);
}

}  // namespace fonds
