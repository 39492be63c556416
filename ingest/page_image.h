/// PageImage: the pictures in an original (JPEG, PNG, TIFF, BMP, WebP, JPEG 2000), from memory.
///
/// Sizes are read from the headers first and held against the limits, so a file that claims
/// 20 000 × 20 000 pixels costs nothing. A file that ends early is refused, never read in part.
/// Threads: pure. Faults: corrupt (damaged), usage (over a limit).
#pragma once

#include <cstdint>
#include <string>

#include "ingest/pix.h"
#include "ingest/reader.h"

namespace fonds {

struct PageImage {
  PixPtr pix;         ///< 1, 8 or 32 bits a pixel, no colour map, no alpha
  double dpi = 0;     ///< as the file states it; 0 when it says nothing believable
  int turn_hint = 0;  ///< clockwise turn the camera asks for (EXIF, TIFF): 0, 90, 180, 270
};

/// Pages of the file; 1 for every kind but TIFF. A quick look that also refuses what headers tell
/// to be cut off (corrupt), too large, too small or of too many pages (usage).
int count_images(const SourceFile& file, const ReadLimits& limits);

/// Decodes page `index` (from 0).
PageImage decode_image(const SourceFile& file, int index, const ReadLimits& limits);
/// The same for somebody to look at: a JPEG is decoded at a half, a quarter or an eighth of its
/// size where that still leaves `side` pixels of its longer side. `dpi` stays the file's.
PageImage decode_image(const SourceFile& file, int index, const ReadLimits& limits, int side);

}  // namespace fonds
