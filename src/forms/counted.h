/// Totals as records state them, in figures and in words: "3 (три) документа", "21 (двадцать одна)
/// единица хранения". A number that is not known yet is left to be written by hand.
///
/// Threads: any. Faults: those of spelled().
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/spelled_number.h"

namespace fonds {

enum class CountedNoun {
  document,           ///< документ
  sheet,              ///< лист
  case_file,          ///< дело
  storage_unit,       ///< единица хранения
  storage_unit_short  ///< ед. хр.
};

/// "3 (три) документа", in the nominative; `count` is not negative.
[[nodiscard]] std::string counted(CountedNoun noun, std::optional<std::int64_t> count);
/// "3 (три)".
[[nodiscard]] std::string in_figures_and_words(std::optional<std::int64_t> count,
                                               WordGender gender = WordGender::masculine);

}  // namespace fonds
