#include "model/spoken_date.h"

#include <fmt/format.h>

#include <ctime>

#include "base/messages.h"

namespace fonds {

std::string spoken(const CalendarDate& day) {
  if (language() == Language::english) return to_text(day);
  return fmt::format("{:02}.{:02}.{:04}", day.day, day.month, day.year);
}

std::string spoken(const DateSpan& span) {
  if (language() == Language::english) return to_text(span);
  if (span.precision == DatePrecision::month) {
    return fmt::format("{:02}.{:04}", span.from.month, span.from.year);
  }
  if (span.precision != DatePrecision::day) return to_text(span);
  return span.from == span.to ? spoken(span.from) : spoken(span.from) + "–" + spoken(span.to);
}

std::string spoken(Moment moment) {
  const std::tm here = time_here(moment);
  return fmt::format("{} {:02}:{:02}:{:02}", spoken(day_here(moment)), here.tm_hour, here.tm_min,
                     here.tm_sec);
}

}  // namespace fonds
