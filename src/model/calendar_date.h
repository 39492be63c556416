/// CalendarDate and DateSpan: days as papers name them, from a full date to a school year.
///
/// Invariant: a CalendarDate that came from these functions is a real day of the Gregorian
/// calendar. A school year runs from 1 September to 31 August (DOMAIN §7.4). Threads: value types.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.h"

namespace fonds {

struct CalendarDate {
  int year = 1;
  int month = 1;                                          ///< 1 … 12
  int day = 1;                                            ///< 1 … 31
  auto operator<=>(const CalendarDate&) const = default;  // NOLINT(modernize-use-nullptr)
};

bool is_real(const CalendarDate& date);
int days_in_month(int year, int month);
CalendarDate days_after(const CalendarDate& date, int days);
/// "2024-05-15"; nothing when it has any other form or is no real day.
std::optional<CalendarDate> calendar_date_from(std::string_view text);
std::string to_text(const CalendarDate& date);
/// The day on the calendar of the place where the program runs (TZ): what people call today. In
/// Vladivostok it begins ten hours before the day in UTC does. Any thread.
CalendarDate day_here(Moment moment);
/// Whole years from `birth` to `day`: somebody's age.
int years_between(const CalendarDate& birth, const CalendarDate& day);

enum class DatePrecision { day, month, year, school_year };
std::string_view name_of(DatePrecision precision);
std::optional<DatePrecision> date_precision_from(std::string_view name);

/// A date as printed: one day, several, a month, a year or a school year.
struct DateSpan {
  CalendarDate from;
  CalendarDate to;  ///< the last day; equal to `from` for one day
  DatePrecision precision = DatePrecision::day;
  std::string raw;  ///< as printed
};

/// "2024-05-15", "2024-04-12/2024-04-14", "2024-05", "2024", "2023/2024" (school year).
std::string to_text(const DateSpan& span);
/// The reverse, `raw` being the text itself.
std::optional<DateSpan> date_span_from(std::string_view text);
/// The school year that holds `day`, by its first calendar year: 15.05.2024 → 2023.
int school_year_of(const CalendarDate& day);

}  // namespace fonds
