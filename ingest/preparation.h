/// Preparation: from the decoded image to a flat, level picture at reading scale, and the way back.
///
/// Threads: pure. Faults: bug (no memory).
#pragma once

#include <optional>
#include <string>

#include "ingest/geometry.h"
#include "ingest/page_image.h"

namespace fonds {

/// Ways to make one grey picture of a coloured one. Which ink stands out depends on the inks.
enum class Projection {
  luminance,  ///< as the eye sees it
  brightest,  ///< the brightest of red, green and blue: coloured ink is lighter than black
  black_ink,  ///< only what is dark without being coloured: stamps, guilloche, blue pens fade
};
const char* name_of(Projection projection);

/// How the page lies in its image.
struct Pose {
  PageGeometry geometry;
  std::optional<std::array<Point, 4>> sheet;  ///< corners of a photographed sheet in the image
  int dpi = 200;                              ///< of the prepared picture
  int width = 0;                              ///< of the prepared picture
  int height = 0;
  Transform to_picture;  ///< from the original image to the prepared picture
};

/// Finds scale, sheet, the axis of the lines (they may still stand upside down) and skew.
Pose find_pose(const PageImage& image);
/// The same page turned by a further 90, 180 or 270 degrees.
Pose turned(const Pose& pose, int degrees);

/// The page in that pose: 8 bits a pixel, level, paper near white.
PixPtr flat_picture(const PageImage& image, const Pose& pose, Projection projection);

/// A JPEG of the page, upright, at most 320 px on the longer side.
std::string make_thumbnail(const PageImage& image, int rotation);

}  // namespace fonds
