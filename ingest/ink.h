/// Ink: what of a prepared picture may be writing. Ruled lines, frames, emblems and photographs are
/// told apart from it by size and shape of their connected parts, before anything is recognised.
///
/// Frame: pixels of the prepared picture. Threads: pure. Faults: bug (no memory).
#pragma once

#include <vector>

#include "ingest/geometry.h"
#include "ingest/pix.h"

namespace fonds {

/// The ink of a page, in parts.
struct Ink {
  PixPtr writing;                ///< 1 bit a pixel: ink that may be writing
  std::vector<Box> parts;        ///< its connected parts, in no order
  std::vector<Box> horizontals;  ///< ruled lines
  std::vector<Box> verticals;
  std::vector<Box> pictures;  ///< large parts that are no writing: frames, emblems, stamp rings
};

/// Grey levels of a flattened picture: solid ink, and where ink of any kind begins (0 … 255).
struct InkLevels {
  int solid = 0;
  int any = 128;
};
InkLevels ink_levels(const PixPtr& flat);

/// Writing paler than the ink of the page and apart from it: small print in grey among black. Takes
/// `flat` as find_ink left it; empty when there are too few such parts to be writing.
Ink find_pale_ink(const PixPtr& flat, const Ink& ink, int dpi);

/// Parts the ink of `flat` (8 bits, paper near white) at `dpi`. Ruled lines, and stamps where
/// darker writing crosses them, are painted over in `flat` itself: the recogniser does not see
/// them.
Ink find_ink(PixPtr& flat, int dpi);

}  // namespace fonds
