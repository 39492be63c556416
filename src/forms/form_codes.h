/// QR codes drawn on a form.
///
/// Lengths are millimetres; the quiet zone around a code is the caller's. Threads: one, that of the
/// form. Faults: usage, as in symbols.h.
#pragma once

#include <string_view>

#include "forms/form_pdf.h"

namespace fonds {

/// A square of `side`.
void draw_qr(FormPdf& form, double left, double top, double side, std::string_view text);

}  // namespace fonds
