#include "pdf/pixel_packer.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <limits>

#include "base/error.h"

namespace fonds {
namespace {

/// zlib's level: 6 gains under 2 % on scans and takes twice the time.
constexpr int kLevel = 4;

class Deflater {
 public:
  Deflater() {
    if (deflateInit(&stream_, kLevel) != Z_OK) throw Error(Fault::bug, "zlib does not start");
  }
  ~Deflater() { deflateEnd(&stream_); }
  Deflater(const Deflater&) = delete;
  Deflater& operator=(const Deflater&) = delete;

  void add(std::string_view bytes, int flush) {
    // zlib's interface is not const-correct; it does not write to its input.
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream_.avail_in = static_cast<uInt>(bytes.size());
    do {
      std::array<char, 65536> buffer;
      stream_.next_out = reinterpret_cast<Bytef*>(buffer.data());
      stream_.avail_out = buffer.size();
      deflate(&stream_, flush);
      packed_.append(buffer.data(), buffer.size() - stream_.avail_out);
    } while (stream_.avail_out == 0);
  }
  [[nodiscard]] std::size_t size() const { return packed_.size(); }
  std::string take() { return std::move(packed_); }

 private:
  z_stream stream_{};
  std::string packed_;
};

enum PngFilter { kNone, kSub, kUp, kPaeth = 4 };

int paeth(int left, int up, int corner) {
  const int guess = left + up - corner;
  const int by_left = std::abs(guess - left);
  const int by_up = std::abs(guess - up);
  const int by_corner = std::abs(guess - corner);
  if (by_left <= by_up && by_left <= by_corner) return left;
  return by_up <= by_corner ? up : corner;
}

/// Fills `out` with the filter's byte and the filtered row; returns the sum of the differences'
/// sizes, by which PNG encoders choose (PNG specification, 12.8).
std::uint64_t filter_row(PngFilter filter, std::size_t step, std::string_view row,
                         std::string_view above, std::string& out) {
  const auto at = [](std::string_view bytes, std::size_t i) {
    return static_cast<int>(static_cast<unsigned char>(bytes[i]));
  };
  std::uint64_t sum = 0;
  out[0] = static_cast<char>(filter);
  for (std::size_t i = 0; i < row.size(); ++i) {
    const int left = i >= step ? at(row, i - step) : 0;
    const int up = at(above, i);
    const int corner = i >= step ? at(above, i - step) : 0;
    int guess = 0;
    if (filter == kSub) guess = left;
    if (filter == kUp) guess = up;
    if (filter == kPaeth) guess = paeth(left, up, corner);
    const auto difference = static_cast<signed char>(at(row, i) - guess);
    out[i + 1] = static_cast<char>(difference);
    sum += static_cast<std::uint64_t>(std::abs(static_cast<int>(difference)));
  }
  return sum;
}

}  // namespace

struct PixelPacker::State {
  PdfImage image;
  std::size_t row_bytes = 0;
  int rows = 0;
  std::string above;
  std::string best;
  std::string trial;
  Deflater deflater;
};

PixelPacker::PixelPacker(int width, int height, PdfColour colour)
    : state_(std::make_unique<State>()) {
  if (width <= 0 || height <= 0) throw Error(Fault::bug, "a picture without pixels");
  state_->image.width = width;
  state_->image.height = height;
  state_->image.colour = colour;
  const std::size_t bits = static_cast<std::size_t>(width) *
                           static_cast<std::size_t>(components_of(colour) * bits_of(colour));
  state_->row_bytes = (bits + 7) / 8;
  state_->above.assign(state_->row_bytes, '\0');
  state_->best.assign(state_->row_bytes + 1, '\0');
  state_->trial = state_->best;
}

PixelPacker::~PixelPacker() = default;

void PixelPacker::add_row(std::string_view row) {
  State& s = *state_;
  if (row.size() != s.row_bytes || s.rows == s.image.height) {
    throw Error(Fault::bug, "a row that does not fit its picture");
  }
  const bool bilevel = s.image.colour == PdfColour::bilevel;
  const auto step = static_cast<std::size_t>(components_of(s.image.colour));
  std::uint64_t least = std::numeric_limits<std::uint64_t>::max();
  for (const PngFilter filter : {kUp, kSub, kPaeth}) {
    // Differences of packed bits mean nothing; equal rows still vanish.
    if (bilevel && filter != kUp) break;
    const std::uint64_t sum = filter_row(filter, step, row, s.above, s.trial);
    if (sum < least) {
      least = sum;
      s.best.swap(s.trial);
    }
    if (sum == 0) break;
  }
  s.deflater.add(s.best, Z_NO_FLUSH);
  s.above.assign(row);
  ++s.rows;
}

std::size_t PixelPacker::packed() const { return state_->deflater.size(); }

PdfImage PixelPacker::finish() {
  if (state_->rows != state_->image.height) {
    throw Error(Fault::bug, "a picture with rows missing");
  }
  state_->deflater.add({}, Z_FINISH);
  state_->image.data = state_->deflater.take();
  return std::move(state_->image);
}

std::string deflate_bytes(std::string_view bytes) {
  Deflater deflater;
  deflater.add(bytes, Z_FINISH);
  return deflater.take();
}

}  // namespace fonds
