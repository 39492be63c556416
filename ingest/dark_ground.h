/// Light writing on dark ground: the bands, ribbons and badges of printed awards, the heads of
/// tables.
///
/// A band is a dark region with a smooth outline and letters missing in it. Its ground becomes
/// paper and its writing ink, so that a whole page reads one way. Dark shapes without letters in
/// them, photographs, frames and the lid of a scanner, stay as they are.
///
/// Threads: pure. Faults: bug (no memory).
#pragma once

#include "ingest/pix.h"

namespace fonds {

/// `grey` (8 bits, dark ink on lighter paper) at `dpi` with its bands turned. Shares `grey` when it
/// has none.
PixPtr turn_dark_ground(const PixPtr& grey, double dpi);

}  // namespace fonds
