/// What a number in a cell of a spreadsheet shows, told from the number and its format.
///
/// Spreadsheets keep a date as the count of days since an origin and only the format of the cell
/// says that it is one. Threads: pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "model/calendar_date.h"

namespace fonds {

/// The day that is 0. Excel's calendar has a 29th of February 1900, so that 0 of its usual system
/// is the 30th of December 1899 for every later day.
inline constexpr CalendarDate kSpreadsheetOrigin{1899, 12, 30};

enum class NumberShows { number, date, time };

/// What a format shows: `code` ("dd.mm.yyyy"), or where a format has none, its number among the
/// formats every program knows (ECMA-376 part 1, 18.8.30).
NumberShows shown_by(std::size_t number, std::string_view code);

/// "5", "0.25", "2012-03-12", "2012-03-12 18:30", "18:30"; a code of zeros alone ("0000") keeps the
/// zeros in front. What is no day between the years 1 and 9999 is shown as a number.
std::string text_of_number(double value, std::size_t number, std::string_view code,
                           const CalendarDate& origin = kSpreadsheetOrigin);

/// A date and time of day as text; the time is left out at midnight.
std::string text_of_moment(const CalendarDate& day, int hour, int minute);

}  // namespace fonds
