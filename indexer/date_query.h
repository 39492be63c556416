/// Dates in queries: «15.05.2024», "2024-05", «2023/2024», and from … to … with two dots between.
///
/// Threads: pure. Faults: none.
#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <string_view>

#include "model/calendar_date.h"

namespace fonds {

/// One day, month, year or school year as typed in figures: "2024-05-15", "15.05.2024", "2024-05",
/// "05.2024", "2024", "2023/2024"; nothing when it is none.
std::optional<DateSpan> typed_date(std::string_view typed);
/// The same, or "2023..2024-05", "..2024", "2023..": one bound at least.
std::optional<Xapian::Query> date_query(std::string_view typed);
/// Papers whose date has a day in common with these.
Xapian::Query dated_within(const std::optional<CalendarDate>& from,
                           const std::optional<CalendarDate>& to);

/// A day as it stands in the value slots: "20240515".
std::string day_value(const CalendarDate& day);

}  // namespace fonds
