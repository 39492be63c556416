/// A coloured page whose printed lines a blue stamp crosses.
///
/// Threads: pure.
#pragma once

#include <cmath>

#include "ingest/synthetic_page.h"

namespace fonds {

/// Blue rings and strokes over `printed_page`, thick enough to join the letters of two lines.
inline PixPtr stamped_page() {
  PixPtr page(pixConvertTo32(printed_page().get()));
  constexpr int kX = 560;
  constexpr int kY = 460;
  for (int y = 0; y < pixGetHeight(page.get()); ++y) {
    for (int x = 0; x < pixGetWidth(page.get()); ++x) {
      const double r = std::hypot(x - kX, y - kY);
      const bool ring = (r > 150 && r < 156) || (r > 96 && r < 101);
      const bool lettering =
          r > 108 && r < 142 && static_cast<int>(std::atan2(y - kY, x - kX) * 40) % 3 == 0;
      if (!ring && !lettering) continue;
      l_int32 red = 0, green = 0, blue = 0;
      pixGetRGBPixel(page.get(), x, y, &red, &green, &blue);
      // Ink over ink takes away light twice.
      pixSetRGBPixel(page.get(), x, y, red * 60 / 255, green * 70 / 255, blue * 190 / 255);
    }
  }
  return page;
}

}  // namespace fonds
