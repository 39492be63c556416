/// tiff_pages takes neighbouring pages out of a TIFF as a file of their own, without loss: strips
/// and tiles are copied as they are, never decoded.
///
/// Kept: byte order, BigTIFF or not, and every tag that says how to decode a page and how it looks
///       (also colour map, JPEG tables, profile, orientation, resolution) or what made it. Left
///       out: what names the whole stack (DocumentName), metadata packets (XMP, IPTC, Photoshop),
///       directories beside the chain (EXIF, previews). PageNumber counts within the part.
/// The same input gives the same bytes. Threads: pure. Memory: the result, beside the input.
/// Faults: corrupt (damaged), usage (a compression that cannot be copied as it is), bug (no such
///         page).
#pragma once

#include <string>

namespace fonds {

/// Pages `first` (from 0) to `first + count - 1`.
std::string tiff_pages(const std::string& bytes, int first, int count);

}  // namespace fonds
