/// What every PDF/A-1b file of ours has beside its pages, and how it is written down.
///
/// Included by this folder only (shows qpdf). Threads: one. Faults: those of make_srgb_profile();
/// qpdf's exceptions.
#pragma once

#include <qpdf/Pipeline.hh>
#include <qpdf/QPDF.hh>
#include <string_view>

namespace fonds {

/// The output intent (sRGB), and `title`, as far as it can be printed and is not endless, in an
/// Info dictionary and in an XMP packet that agree. Whatever stood there before goes.
void mark_as_pdf_a(QPDF& pdf, std::string_view title);

/// As version 1.4 with plain objects, streams as they are, and an ID that is a hash of the content.
void write_pdf_a(QPDF& pdf, Pipeline& to);

}  // namespace fonds
