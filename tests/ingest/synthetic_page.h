/// Pages drawn by the tests themselves: printed lines in Leptonica's bitmap font, rules, frames.
///
/// Threads: pure.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "ingest/pix.h"

namespace fonds {

inline PixPtr blank_page(int width, int height, int level = 255) {
  PixPtr page(pixCreate(width, height, 8));
  pixSetAllArbitrary(page.get(), static_cast<l_uint32>(level));
  return page;
}

inline void fill(const PixPtr& page, int left, int top, int width, int height, int level) {
  ::Box* box = boxCreate(left, top, width, height);
  pixSetInRectArbitrary(page.get(), box, static_cast<l_uint32>(level));
  boxDestroy(&box);
}

/// Prints `text` with its foot at about `base`; capitals are about 30 px high.
inline void print(const PixPtr& page, int left, int base, const std::string& text) {
  constexpr int kFontSize = 12;
  constexpr int kFoot = 60;
  L_Bmf* font = bmfCreate(nullptr, kFontSize);
  const PixPtr line = blank_page(static_cast<int>(text.size()) * 36 + 80, 90);
  l_int32 width = 0;
  pixSetTextline(line.get(), font, text.c_str(), 0, 4, kFoot, &width, nullptr);
  bmfDestroy(&font);
  pixRasterop(page.get(), left, base - kFoot, pixGetWidth(line.get()), pixGetHeight(line.get()),
              PIX_SRC & PIX_DST, line.get(), 0, 0);
}

inline const std::vector<std::string>& sample_lines() {
  static const std::vector<std::string> lines{
      "The quick brown fox jumps over",  "the lazy dog while seven wizards",
      "pack boxes with heavy jugs and",  "every paper of the archive keeps",
      "its number and date in the list", "signed by the head of the school"};
  return lines;
}

/// A page of 1240 × 1754 px (A4 at 150 dpi) with the sample lines.
inline PixPtr printed_page() {
  PixPtr page = blank_page(1240, 1754);
  int base = 300;
  for (const std::string& line : sample_lines()) {
    print(page, 150, base, line);
    base += 120;
  }
  return page;
}

inline std::string encoded(const PixPtr& page, l_int32 format) {
  l_uint8* data = nullptr;
  std::size_t size = 0;
  pixWriteMem(&data, &size, page.get(), format);
  std::string bytes(reinterpret_cast<const char*>(data), size);
  lept_free(data);
  return bytes;
}

}  // namespace fonds
