/// Barcodes printed on the pages of the tests, and what scanners do to pages.
///
/// Threads: pure.
#pragma once

#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>

#include <algorithm>
#include <numbers>
#include <random>
#include <string>

#include "ingest/synthetic_page.h"

namespace fonds {

/// Prints `text` as a symbol with its top left corner (without quiet zone) at left, top; returns
/// its side or, of a linear one, its length.
inline int print_barcode(const PixPtr& page, int left, int top, const std::string& text,
                         ZXing::BarcodeFormat format, int module) {
  const bool linear = format == ZXing::BarcodeFormat::Code128;
  ZXing::MultiFormatWriter writer(format);
  writer.setMargin(0);
  if (format == ZXing::BarcodeFormat::QRCode) writer.setEncoding(ZXing::CharacterSet::UTF8);
  const ZXing::BitMatrix matrix = writer.encode(text, 0, linear ? 1 : 0);
  const int bar = linear ? 40 * module : module;
  for (int y = 0; y < matrix.height(); ++y) {
    for (int x = 0; x < matrix.width(); ++x) {
      if (matrix.get(x, y)) fill(page, left + x * module, top + y * bar, module, bar, 0);
    }
  }
  return matrix.width() * module;
}

/// The page as a worn scanner sees it: turned a little, grey paper, darker to one side, weak toner,
/// noise.
inline PixPtr scanned(const PixPtr& page, double degrees, int noise, std::uint32_t seed) {
  PixPtr result(
      pixRotateAMGray(page.get(), static_cast<float>(degrees * std::numbers::pi / 180), 255));
  std::mt19937 random(seed);
  const int width = pixGetWidth(result.get());
  const int height = pixGetHeight(result.get());
  l_uint32* data = pixGetData(result.get());
  const int words = pixGetWpl(result.get());
  for (int y = 0; y < height; ++y) {
    l_uint32* line = data + static_cast<std::ptrdiff_t>(y) * words;
    for (int x = 0; x < width; ++x) {
      const int shade = 25 * x / width;
      const int level = 60 + GET_DATA_BYTE(line, x) * 170 / 255 - shade +
                        static_cast<int>(random() % static_cast<unsigned>(2 * noise + 1)) - noise;
      SET_DATA_BYTE(line, x, std::clamp(level, 0, 255));
    }
  }
  return result;
}

}  // namespace fonds
