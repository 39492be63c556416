/// page_picture: a page as people look at it on a screen: upright, no larger than asked for, a
/// JPEG.
///
/// Nothing of the file is handed on but its pixels: no Exif, no comment. What is small is never
/// made larger; pixels of a fax, which are oblong, become square. Threads: pure. Runs in the
/// sandboxed worker. Faults:  corrupt (damaged), usage (over a limit; a kind whose pages have no
/// picture), bug (no
///          such page).
#pragma once

#include <cstddef>
#include <string>

#include "ingest/reader.h"

namespace fonds {

/// Pixels of the longer side that may be asked for.
inline constexpr int kLeastPictureSide = 64;
inline constexpr int kMostPictureSide = 4096;
/// No picture is longer: one that would be is made of a lower quality.
inline constexpr std::size_t kPictureBytes = 8U << 20;

struct PictureRequest {
  int page = 0;      ///< within the file, from 0
  int rotation = 0;  ///< PageGeometry::rotation: clockwise turn that makes it upright
  int longest_side = kMostPictureSide;
};

std::string page_picture(const SourceFile& file, const PictureRequest& request,
                         const ReadLimits& limits);

}  // namespace fonds
