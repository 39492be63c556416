/// Reasons of a Decision as the catalogue keeps them: a JSON list of {"said", "with"}.
///
/// Threads: pure functions. Faults: corrupt.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/decision.h"

namespace fonds {

std::string text_of(const std::vector<Reason>& reasons);
std::vector<Reason> reasons_from(std::string_view text);

}  // namespace fonds
