/// Keyboard layouts: what was meant by text typed while the other layout was on: "bdfyjdf" is
/// «иванова», «Знерщт» is "Python".
///
/// Threads: pure.
#pragma once

#include <string>
#include <string_view>

namespace fonds {

/// The letters of the Russian layout (ЙЦУКЕН) on the keys that give `typed` in the English one
/// (QWERTY); what stands on no such key stays.
std::string in_russian_layout(std::string_view typed);
/// The reverse.
std::string in_english_layout(std::string_view typed);

}  // namespace fonds
