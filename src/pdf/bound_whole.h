/// Tells what holds a PDF together: what would be lost or lie if pages were taken out of it.
///
/// Included by page_range.cc only (shows qpdf). Threads: one. Faults: usage (it must stay whole,
/// with a word why), corrupt (forms without end).
#pragma once

#include <qpdf/QPDF.hh>

namespace fonds {

/// Throws when the file is signed, has files attached, hides layers, or when the pages to be taken
/// (`first` from 0) have fields of a form.
void refuse_bound_whole(QPDF& pdf, int first, int count);

}  // namespace fonds
