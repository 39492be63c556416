/// Strokes: how many straight strokes of one slant stand side by side, as in I, II and III.
///
/// Unlike the parts of ink they are told whatever joins them above and below: serifs that touch,
/// the bar of a stamp. Leaning type is still straight. Frame: the prepared picture. Threads: pure.
#pragma once

#include <cstddef>

#include "ingest/geometry.h"
#include "ingest/pix.h"

namespace fonds {

/// Strokes in `box` of `flat`, where ink is darker than `ink_level`; 0 when anything else stands
/// there, or more than three. `letters`: their height, pixels, where the box may be higher.
std::size_t straight_strokes(const Box& box, int letters, const PixPtr& flat, int ink_level);

}  // namespace fonds
