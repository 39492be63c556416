/// Preparation: from the decoded image to the picture Tesseract reads best, and the way back.
///
/// Threads: pure. Faults: bug (no memory).
#pragma once

#include <string>

#include "ingest/geometry.h"
#include "ingest/page_image.h"

namespace fonds {

/// A picture ready to be read, and where its pixels come from.
struct Prepared {
  PixPtr picture;      ///< 8 bits a pixel, dark on light
  int dpi = 300;       ///< of the picture
  Transform to_image;  ///< from the picture to the original image
  PageGeometry geometry;
  std::string variant;  ///< name of the colour projection
};

Prepared prepare(const PageImage& image);

/// A JPEG of the page, upright, at most 320 px on the longer side.
std::string make_thumbnail(const PageImage& image, int rotation);

}  // namespace fonds
