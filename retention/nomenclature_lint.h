/// findings_in: what is wrong with a nomenclature, or must be looked at, before it is approved.
///
/// An error forbids the approval, a warning must be seen by whoever approves (DOMAIN §1.2, §2.1,
/// §2.4): the institution may lengthen a period of the list, never shorten it.
/// Threads: any. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/calendar_date.h"
#include "model/nomenclature.h"
#include "retention/period_words.h"
#include "retention/retention_list.h"

namespace fonds {

struct NomenclatureFinding {
  enum class Weight { warning, error };
  Weight weight = Weight::warning;
  std::string_view code;             ///< stable: "duplicate_index"
  std::string text;                  ///< a sentence
  std::vector<std::string> indexes;  ///< of the items it is about; empty: the whole
};

/// Errors first, each in the order of the list. `day`: whose editions of the lists count.
std::vector<NomenclatureFinding> findings_in(const Nomenclature& nomenclature,
                                             const PeriodWords& words, const RetentionList& list,
                                             const CalendarDate& day);

}  // namespace fonds
