/// display_model: Fonds' own Tesseract model of types the Russian one reads badly: ornamental ones
/// of titles and numbers, handwritten ones of filled blanks, both as worn scans show them.
///
/// Made by tests/bench/display_model from fonts, nothing else; compiled in. It knows Russian
/// letters, Roman numerals, figures and marks, and no dictionary: over ordinary types the Russian
/// model is the better one. Threads: constant.
#pragma once

#include <string_view>

namespace fonds {

/// The bytes of config/display.traineddata.
std::string_view display_model();

}  // namespace fonds
