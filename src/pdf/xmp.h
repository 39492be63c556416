/// The XMP packet of a PDF/A-1b file (ISO 19005-1, 6.7), in step with its Info dictionary.
///
/// Threads: pure. Faults: none.
#pragma once

#include <string>
#include <string_view>

namespace fonds {

/// `title` and `producer` are as printable() gives them.
std::string write_xmp(std::string_view title, std::string_view producer);

}  // namespace fonds
