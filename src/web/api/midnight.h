/// midnight: a day of the calendar as a moment, by the clock of the place where the program runs.
///
/// Threads: pure.
#pragma once

#include <ctime>

#include "base/clock.h"
#include "model/calendar_date.h"

namespace fonds {

/// The first moment of the day so many days after `day`.
inline Moment midnight(const CalendarDate& day, int days_later) {
  std::tm time{};
  time.tm_year = day.year - 1900;
  time.tm_mon = day.month - 1;
  time.tm_mday = day.day + days_later;
  time.tm_isdst = -1;
  return Moment(std::chrono::seconds(std::mktime(&time)));
}

}  // namespace fonds
