/// How many glyphs a TrueType font program holds.
///
/// Threads: pure. Faults: none.
#pragma once

#include <optional>
#include <string_view>

namespace fonds {

/// Nothing when `program` is no whole TrueType font.
std::optional<int> count_glyphs(std::string_view program);

}  // namespace fonds
