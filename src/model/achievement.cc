#include "model/achievement.h"

#include <fmt/format.h>

namespace fonds {

std::string id_of(const Achievement& achievement) {
  if (achievement.student.value == 0) return achievement.accession + "/c";
  return fmt::format("{}/{}", achievement.accession, achievement.student.value);
}

std::string year_of(const Achievement& achievement) {
  const auto span = date_span_from(achievement.date);
  if (!span) return {};
  if (span->precision == DatePrecision::year) return fmt::format("{:04}", span->from.year);
  const int first = school_year_of(span->from);
  return fmt::format("{}/{}", first, first + 1);
}

bool attended_on(const Membership& membership, const DateSpan& when) {
  if (membership.from || membership.to) {
    return (!membership.from || *membership.from <= when.to) &&
           (!membership.to || when.from <= *membership.to);
  }
  if (membership.school_year == 0) return false;
  return CalendarDate{membership.school_year, 9, 1} <= when.to &&
         when.from <= CalendarDate{membership.school_year + 1, 8, 31};
}

}  // namespace fonds
