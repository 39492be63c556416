/// A picture that shines through in parts, as PDF/A-1b can hold it: each pixel is drawn or not.
///
/// Included by this folder only (shows qpdf). Threads: one. Faults: bug (a mask that Cairo does not
/// make); qpdf's exceptions.
#pragma once

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

namespace fonds {

/// `picture` is an image of `pdf`. What its soft mask half hides is drawn; without one it stays.
void make_opaque(QPDF& pdf, QPDFObjectHandle picture);

}  // namespace fonds
