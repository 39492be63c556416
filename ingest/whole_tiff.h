/// Whether a TIFF (also BigTIFF) was written to its end: every directory of the chain, every value
/// and every strip or tile lies inside the file, and nothing longer than a little padding follows.
///
/// A scanner's program writes a page's pixels before its directory: bytes that no directory speaks
/// of are a page still being written.
/// Threads: pure. Faults: what reading throws. Sources: TIFF 6.0; Adobe TIFF Technical Note 1
/// (SubIFDs); BigTIFF (libtiff).
#pragma once

#include "ingest/file_bytes.h"

namespace fonds {

bool tiff_is_whole(FileBytes& file);

}  // namespace fonds
