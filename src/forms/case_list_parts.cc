#include "forms/case_list_parts.h"

#include <algorithm>

#include "base/messages.h"
#include "forms/counted.h"
#include "forms/form_words.h"

namespace fonds {

std::int64_t cases_in(const std::vector<CaseListRow>& rows) {
  return std::count_if(rows.begin(), rows.end(),
                       [](const CaseListRow& row) { return !row.number.empty(); });
}

std::string total_of_list(const char* format, const std::vector<CaseListRow>& rows) {
  std::string first;
  std::string last;
  for (const CaseListRow& row : rows) {
    if (row.number.empty()) continue;
    if (first.empty()) first = row.number;
    last = row.number;
  }
  return say(format, counted(CountedNoun::case_file, cases_in(rows)), or_blank(first),
             or_blank(last));
}

}  // namespace fonds
