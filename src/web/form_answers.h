/// What pages with forms have in common: numbers in paths, lists to choose from, and that a form
/// which its person can mend comes back with what is wrong beside it.
///
/// Threads: as Visit. Faults: as said beside each.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/error.h"
#include "model/calendar_date.h"
#include "web/fault_words.h"
#include "web/visit.h"

namespace fonds {

/// The number that stands in the path. Fault not_found when it is none.
std::int64_t number_in_path(const Visit& visit, std::string_view name);
/// A whole number of a form; nothing typed is 0. Fault usage when it is none or below 0.
std::int64_t number_typed(const Visit& visit, std::string_view field);
/// What stands in a field of the request, as text of its own.
std::string text_typed(const Visit& visit, std::string_view field);
/// The day as people write it; empty: there is none.
std::string spoken_or_empty(const std::optional<CalendarDate>& day);
/// Today as an input of a form has it: "2026-11-30".
std::string today_typed(const Visit& visit);

/// An entry of a list to choose from: {"value", "title", "chosen"}.
Json choice_of(std::string_view value, std::string_view title, std::string_view chosen);

/// What `deed` answers; when it makes no sense, names what is not there or somebody was faster,
/// what `again` answers: the page the form came from, with a line about that and an HTTP status.
template <class Deed, class Again>
Response attempt(const Deed& deed, const Again& again) {
  try {
    return deed();
  } catch (const Error& error) {
    const bool can_be_mended = error.fault() == Fault::usage || error.fault() == Fault::busy ||
                               error.fault() == Fault::not_found;
    if (!can_be_mended) throw;
    return again(fault_in_words(error), entry_of(error.fault()).http_status);
  }
}

}  // namespace fonds
