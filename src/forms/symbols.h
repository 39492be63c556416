/// Symbols: the black and white of a QR code and the bars of a Code 128, ready to be drawn.
///
/// Threads: pure. Faults: usage (the text does not fit, or Code 128 has no sign for it).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fonds {

/// A square of modules, row by row.
struct QrSymbol {
  int side = 0;
  std::vector<bool> dark;
  [[nodiscard]] bool at(int x, int y) const {
    return dark[static_cast<std::size_t>(y) * static_cast<std::size_t>(side) +
                static_cast<std::size_t>(x)];
  }
};
/// At the highest correction: a third of the symbol may be lost. Bytes as they are (UTF-8).
QrSymbol qr_symbol(std::string_view text);

/// Widths in modules, bar and gap in turn, a bar first. Printable ASCII.
std::vector<int> code128_widths(std::string_view text);

}  // namespace fonds
