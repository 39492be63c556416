#include "ingest/barcode.h"

// Result::text() as UTF-8.
#define ZX_USE_UTF8
#include <ZXing/ReadBarcode.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "base/text.h"
#include "ingest/geometry.h"

namespace fonds {
namespace {

/// The quick look takes single samples at this resolution: they keep the contrast of small modules,
/// which averaging would level, and cost a hundredth of looking at every pixel.
constexpr double kLookDpi = 75;
/// How finely is looked, and from which size on: within the finder patterns of a poster a fine
/// window sees nothing but ink.
struct Look {
  double cell_mm = 0;
  double least_side_mm = 0;
};
constexpr Look kLooks[] = {{2, 6}, {5, 50}};
/// A window of 3 × 3 cells may be part of a symbol when about half of it is ink, in strong
/// contrast: running text has less ink, photographs and desks less contrast.
constexpr double kLeastInk = 0.25;
constexpr double kMostInk = 0.80;
constexpr double kLeastContrast = 0.25;  ///< standard deviation of darkness
constexpr double kLeastFilled = 0.5;     ///< of its box: frames are hollow
constexpr double kLongest = 14;          ///< times its height: Code 128
/// Between the middle of an outermost window and the end of the quiet zone.
constexpr double kMarginMm = 5;
constexpr std::size_t kMostPlaces = 8;
constexpr double kNearlyAll = 0.9;
constexpr int kMostSide =
    1400;  ///< pixels of what the reader is given: the modules of larger are large
constexpr std::size_t kShortestLinear = 3;  ///< letters; ornaments sometimes read as less
constexpr std::size_t kLongestText = 3000;  ///< bytes
constexpr double kMmPerInch = 25.4;

/// Ink of a picture, cell by cell.
struct Cells {
  int columns = 0;
  int rows = 0;
  double side = 0;  ///< of a cell, pixels of the picture looked at
  std::vector<double> sum;
  std::vector<double> squares;
  std::vector<int> count;
};

/// Grey level of bare paper: most of a page is.
int paper_level(const PixPtr& grey) {
  l_float32 level = 255;
  pixGetRankValueMasked(grey.get(), nullptr, 0, 0, 2, 0.7F, &level, nullptr);
  return std::max(1, static_cast<int>(level));
}

Cells measure(const PixPtr& grey, double dpi, double cell_mm) {
  Cells cells;
  const int width = pixGetWidth(grey.get());
  const int height = pixGetHeight(grey.get());
  const double cell = std::max(2.0, cell_mm * dpi / kMmPerInch);
  cells.side = cell;
  cells.columns = static_cast<int>(width / cell) + 1;
  cells.rows = static_cast<int>(height / cell) + 1;
  const auto size = static_cast<std::size_t>(cells.columns) * static_cast<std::size_t>(cells.rows);
  cells.sum.resize(size);
  cells.squares.resize(size);
  cells.count.resize(size);
  const double paper = paper_level(grey);
  std::array<double, 256> darkness{};
  for (int level = 0; level < 256; ++level) {
    darkness[static_cast<std::size_t>(level)] = std::max(0.0, 1 - level / paper);
  }
  const l_uint32* data = pixGetData(grey.get());
  const int words = pixGetWpl(grey.get());
  for (int y = 0; y < height; ++y) {
    const l_uint32* line = data + static_cast<std::ptrdiff_t>(y) * words;
    const auto row = static_cast<std::size_t>(y / cell) * static_cast<std::size_t>(cells.columns);
    for (int x = 0; x < width; ++x) {
      const std::size_t at = row + static_cast<std::size_t>(x / cell);
      const double dark = darkness[GET_DATA_BYTE(line, x)];
      cells.sum[at] += dark;
      cells.squares[at] += dark * dark;
      ++cells.count[at];
    }
  }
  return cells;
}

bool may_be_symbol(const Cells& cells, int column, int row) {
  double sum = 0;
  double squares = 0;
  int count = 0;
  for (int y = std::max(0, row - 1); y <= std::min(cells.rows - 1, row + 1); ++y) {
    for (int x = std::max(0, column - 1); x <= std::min(cells.columns - 1, column + 1); ++x) {
      const auto at = static_cast<std::size_t>(y) * static_cast<std::size_t>(cells.columns) +
                      static_cast<std::size_t>(x);
      sum += cells.sum[at];
      squares += cells.squares[at];
      count += cells.count[at];
    }
  }
  const double mean = sum / std::max(count, 1);
  if (mean < kLeastInk || mean > kMostInk) return false;
  return squares / count - mean * mean > kLeastContrast * kLeastContrast;
}

/// One bit a cell: whether a symbol may be there.
PixPtr likely_cells(const Cells& cells) {
  PixPtr mask = checked(pixCreate(cells.columns, cells.rows, 1), "barcodes");
  for (int y = 0; y < cells.rows; ++y) {
    for (int x = 0; x < cells.columns; ++x) {
      if (may_be_symbol(cells, x, y)) pixSetPixel(mask.get(), x, y, 1);
    }
  }
  // Parts a symbol from a frame that touches it.
  return checked(pixOpenBrick(nullptr, mask.get(), 3, 3), "barcodes");
}

/// Where a symbol may be, in cells.
struct Place {
  Box box;
  double worth = 0;
};

std::vector<Place> places_of(const PixPtr& mask, const Look& look) {
  Pixa* found = nullptr;
  const BoxaPtr boxes(pixConnComp(mask.get(), &found, 4));
  const PixaPtr parts(found);
  std::vector<Place> places;
  for (int i = 0; boxes && i < boxaGetCount(boxes.get()); ++i) {
    Box box;
    boxaGetBoxGeometry(boxes.get(), i, &box.left, &box.top, &box.width, &box.height);
    l_int32 filled = 0;
    const PixPtr part(pixaGetPix(parts.get(), i, L_CLONE));
    pixCountPixels(part.get(), &filled, nullptr);
    const double share = static_cast<double>(filled) / (box.width * box.height);
    const auto [least, most] = std::minmax(box.width, box.height);
    const bool shaped = least * look.cell_mm >= look.least_side_mm && most <= kLongest * least;
    if (shaped && share >= kLeastFilled) places.push_back({box, share * filled});
  }
  return places;
}

std::vector<Place> best_places(const PixPtr& mask, const Look& look) {
  std::vector<Place> places = places_of(mask, look);
  std::stable_sort(places.begin(), places.end(),
                   [](const Place& a, const Place& b) { return a.worth > b.worth; });
  if (places.size() > kMostPlaces) places.resize(kMostPlaces);
  return places;
}

/// Whether nearly all of `place` has been named already.
bool is_within(const Box& place, const std::vector<Box>& known) {
  const auto area = [](const Box& box) { return static_cast<double>(box.width) * box.height; };
  return std::any_of(known.begin(), known.end(), [&](const Box& box) {
    return area(intersection(place, box)) > kNearlyAll * area(place);
  });
}

PixPtr grey_look(const PixPtr& picture, double factor) {
  const auto f = static_cast<float>(std::min(1.0, factor));
  const PixPtr small = checked(pixScaleBySampling(picture.get(), f, f), "barcodes");
  return checked(pixConvertTo8(small.get(), 0), "barcodes");
}

/// The part of `image` in `box`, 8 bits a pixel, and by how much it was made smaller.
std::pair<PixPtr, double> cut_grey(const PixPtr& image, const Box& box) {
  const PixPtr cutting = cut(image, box);
  PixPtr grey = checked(pixConvertTo8(cutting.get(), 0), "barcodes");
  const double factor =
      std::min(1.0, static_cast<double>(kMostSide) / std::max(box.width, box.height));
  if (factor < 1) {
    const auto f = static_cast<float>(factor);
    grey = checked(f < 0.7F ? pixScaleAreaMap(grey.get(), f, f) : pixScaleGrayLI(grey.get(), f, f),
                   "barcodes");
  }
  return {std::move(grey), factor};
}

std::vector<std::uint8_t> bytes_of(const PixPtr& grey) {
  const auto width = static_cast<std::size_t>(pixGetWidth(grey.get()));
  const auto height = static_cast<std::size_t>(pixGetHeight(grey.get()));
  std::vector<std::uint8_t> bytes(width * height);
  const l_uint32* data = pixGetData(grey.get());
  const auto words = static_cast<std::size_t>(pixGetWpl(grey.get()));
  for (std::size_t y = 0; y < height; ++y) {
    for (std::size_t x = 0; x < width; ++x) {
      bytes[y * width + x] = GET_DATA_BYTE(data + y * words, x);
    }
  }
  return bytes;
}

ZXing::Results read_symbols(const PixPtr& grey, ZXing::Binarizer binarizer) {
  using ZXing::BarcodeFormat;
  const std::vector<std::uint8_t> bytes = bytes_of(grey);
  const ZXing::ImageView view(bytes.data(), pixGetWidth(grey.get()), pixGetHeight(grey.get()),
                              ZXing::ImageFormat::Lum);
  ZXing::DecodeHints hints;
  hints.setFormats(BarcodeFormat::QRCode | BarcodeFormat::DataMatrix | BarcodeFormat::Code128);
  hints.setBinarizer(binarizer);
  ZXing::Results found = ZXing::ReadBarcodes(view, hints);
  std::erase_if(found, [](const ZXing::Result& result) {
    return !result.isValid() ||
           (result.format() == BarcodeFormat::Code128 && result.bytes().size() < kShortestLinear);
  });
  return found;
}

/// Every way to make black and white of the place, until one shows a symbol.
ZXing::Results read_place(const PixPtr& grey) {
  ZXing::Results found = read_symbols(grey, ZXing::Binarizer::LocalAverage);
  if (found.empty()) found = read_symbols(grey, ZXing::Binarizer::GlobalHistogram);
  if (found.empty()) {
    // Noise and the gaps of a weak ribbon are levelled; modules of a printed sheet are larger.
    const PixPtr smooth = checked(pixBlockconv(grey.get(), 1, 1), "barcodes");
    found = read_symbols(smooth, ZXing::Binarizer::LocalAverage);
  }
  return found;
}

Box box_of(const ZXing::Position& corners, const Box& place, double factor) {
  int left = corners[0].x, right = left;
  int top = corners[0].y, bottom = top;
  for (const ZXing::PointI& corner : corners) {
    left = std::min(left, corner.x);
    right = std::max(right, corner.x);
    top = std::min(top, corner.y);
    bottom = std::max(bottom, corner.y);
  }
  const auto back = [&](int value) { return static_cast<int>(std::lround(value / factor)); };
  // A linear symbol is told by one line across it.
  return intersection({place.left + back(left), place.top + back(top), back(right - left) + 1,
                       back(bottom - top) + 1},
                      place);
}

bool is_known(const std::vector<Barcode>& barcodes, const Barcode& found) {
  return std::any_of(barcodes.begin(), barcodes.end(), [&](const Barcode& known) {
    const Box shared = intersection(known.box, found.box);
    return known.text == found.text && shared.width > 0 && shared.height > 0;
  });
}

}  // namespace

std::vector<Box> likely_barcodes(const PixPtr& picture, double dpi) {
  const int shorter = std::min(pixGetWidth(picture.get()), pixGetHeight(picture.get()));
  if (shorter * kMmPerInch < kLooks[0].least_side_mm * dpi) return {};
  const double factor = std::min(1.0, kLookDpi / dpi);
  const PixPtr grey = grey_look(picture, factor);
  const double margin = kMarginMm * dpi / kMmPerInch;
  const Box whole{0, 0, pixGetWidth(picture.get()), pixGetHeight(picture.get())};
  std::vector<Box> result;
  for (const Look& look : kLooks) {
    const Cells cells = measure(grey, dpi * factor, look.cell_mm);
    const double cell = cells.side / factor;  // pixels of the picture
    const auto reach = [&](int count) { return static_cast<int>(count * cell + 2 * margin); };
    for (const auto& [box, worth] : best_places(likely_cells(cells), look)) {
      const Box place = intersection(
          {static_cast<int>(box.left * cell - margin), static_cast<int>(box.top * cell - margin),
           reach(box.width), reach(box.height)},
          whole);
      if (!is_within(place, result)) result.push_back(place);
    }
  }
  return result;
}

std::vector<Barcode> find_barcodes(const PixPtr& image, double dpi) {
  std::vector<Barcode> barcodes;
  for (const Box& place : likely_barcodes(image, dpi)) {
    const auto [grey, factor] = cut_grey(image, place);
    for (const ZXing::Result& result : read_place(grey)) {
      Barcode barcode{printable(result.text()), box_of(result.position(), place, factor)};
      if (barcode.text.empty() || barcode.text.size() > kLongestText) continue;
      if (!is_known(barcodes, barcode)) barcodes.push_back(std::move(barcode));
    }
  }
  std::stable_sort(barcodes.begin(), barcodes.end(),
                   [](const Barcode& a, const Barcode& b) { return a.box.top < b.box.top; });
  return barcodes;
}

}  // namespace fonds
