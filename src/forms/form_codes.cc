#include "forms/form_codes.h"

#include <algorithm>

#include "forms/symbols.h"

namespace fonds {

void draw_qr(FormPdf& form, double left, double top, double side, std::string_view text) {
  const QrSymbol symbol = qr_symbol(text);
  const double module = side / symbol.side;
  for (int y = 0; y < symbol.side; ++y) {
    for (int x = 0; x < symbol.side;) {
      int end = x;
      while (end < symbol.side && symbol.at(end, y)) ++end;
      // Runs as wholes: viewers show hairlines between single modules.
      if (end > x) form.fill(left + x * module, top + y * module, (end - x) * module, module);
      x = std::max(end, x + 1);
    }
  }
}

}  // namespace fonds
