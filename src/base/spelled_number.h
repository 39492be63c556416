/// Whole numbers in words, as records want them beside the figures: "двадцать одна", "twenty-one".
///
/// In the language of the user; English knows no gender of numbers. Threads: any. Faults: bug (ICU
/// has no words for the language).
#pragma once

#include <cstdint>
#include <string>

namespace fonds {

/// Of the noun that is counted: один лист, одна единица, одно дело.
enum class WordGender { masculine, feminine, neuter };

/// `number` in the nominative.
[[nodiscard]] std::string spelled(std::int64_t number, WordGender gender);

}  // namespace fonds
