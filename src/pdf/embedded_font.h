/// What PDF/A-1b wants to be told of an embedded font, and a drawing library leaves out.
///
/// Of a subset, which glyphs it has: /CIDSet of a font with CIDs, /CharSet of a Type 1 font (ISO
/// 19005-1, 6.3.5); of a TrueType font with CIDs, that they are its glyphs (6.3.3.2).
///
/// Included by this folder only (shows qpdf). Threads: one. Faults: bug (the font is not embedded,
/// or is none that Cairo makes); qpdf's exceptions.
#pragma once

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

namespace fonds {

/// `font` is a font dictionary of `pdf`, of any kind.
void complete_font(QPDF& pdf, QPDFObjectHandle font);

}  // namespace fonds
