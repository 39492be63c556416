/// The sheet of paper in a photograph: its four corners on a darker desk, and flattening it.
///
/// Threads: pure. Faults: bug (no memory).
#pragma once

#include <array>
#include <optional>

#include "ingest/geometry.h"
#include "ingest/pix.h"

namespace fonds {

/// Corners of a bright four-sided sheet on darker ground in `small` (8 bits a pixel, about 100
/// dpi): top left, top right, bottom right, bottom left. Nothing when the paper fills the picture
/// or no clear sheet is seen.
std::optional<std::array<Point, 4>> find_sheet(const PixPtr& small);

/// `source` (8 bits a pixel) seen through `to_result`, width × height; outside of it is white.
PixPtr warp(const PixPtr& source, const Transform& to_result, int width, int height);

}  // namespace fonds
