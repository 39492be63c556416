/// pages_of_pdf takes neighbouring pages out of a PDF as a file of their own, without loss: the
/// data of contents and pictures are copied as they are, never decoded, never packed again.
///
/// Invariant: only what these pages use is in the result. Nothing of the other pages is: no object,
///            no title, outline, thread, form or link that would lead to them. What pages share
///            (a font's glyphs, the symbols of JBIG2) goes with each of them, whole.
///            The same input gives the same bytes.
/// Left out:  what belongs to the file, not to a page: titles, metadata, outlines, labels, tags,
///            scripts, threads; the aims of links but for web addresses. An encryption that opens
///            without a password.
/// Memory:    the result, beside the input. Threads: pure.
/// Faults:    corrupt (damaged, locked by a password); usage (parting would lose something: see
///            bound_whole.h); bug (a range outside the file).
#pragma once

#include <string>
#include <string_view>

namespace fonds {

/// Pages `first` (from 0) to `first + count - 1`.
std::string pages_of_pdf(std::string_view bytes, int first, int count);

}  // namespace fonds
