/// part_of takes neighbouring pages out of a stack that was scanned into one PDF or TIFF, as a file
/// of their own: without loss, and with nothing of the other pages.
///
/// Invariant: what it gives was read again and compared: every page has the size, the look and the
///            text of the page it was. The same input gives the same bytes.
/// Threads: one (Poppler, libtiff). Memory: the part, and two pictures of a page.
/// Faults:  corrupt (damaged, locked, or the part is not what its pages were), usage (over a limit;
///          the file cannot be parted without a loss, with a word what to do), bug (a kind without
///          pages, a range outside the file).
#pragma once

#include <string>

#include "ingest/reader.h"

namespace fonds {

/// Pages `first` (from 0) to `first + count - 1` of a `file` of kind pdf or tiff.
std::string part_of(const SourceFile& file, int first, int count, const ReadLimits& limits);

}  // namespace fonds
