/// What inventories of cases have in common: how many cases they list and the numbers they bear.
///
/// Threads: any.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "forms/case_list_form.h"

namespace fonds {

/// Titles of sections are no cases.
[[nodiscard]] std::int64_t cases_in(const std::vector<CaseListRow>& rows);
/// `format` filled with the number of cases, the first number and the last.
[[nodiscard]] std::string total_of_list(const char* format, const std::vector<CaseListRow>& rows);

}  // namespace fonds
