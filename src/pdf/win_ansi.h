/// Names of the glyphs of WinAnsiEncoding (PDF Reference 1.4, appendix D), by code.
///
/// Threads: pure. Faults: none.
#pragma once

#include <string_view>

namespace fonds {

/// Empty below the space, and outside 0 … 255.
std::string_view win_ansi_name(int code);

}  // namespace fonds
