/// Hold (запрет на уничтожение): forbids to destroy what it is about, whatever the term, until it
/// is lifted or its last day is over. It binds everybody.
///
/// Threads: value types.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/calendar_date.h"

namespace fonds {

enum class HoldSubject {
  student,   ///< every volume with a paper linked to them, or that is their personal file
  document,  ///< the volume it is filed in, now or later
  volume,
  item,  ///< all volumes of an index, of one year or of all
};
inline constexpr std::array<std::string_view, 4> kHoldSubjects{"student", "document", "volume",
                                                               "item"};
constexpr std::string_view name_of(HoldSubject subject) {
  return kHoldSubjects[static_cast<std::size_t>(subject)];
}
std::optional<HoldSubject> hold_subject_from(std::string_view name);

struct Hold {
  std::int64_t id = 0;
  HoldSubject subject = HoldSubject::volume;
  std::int64_t target =
      0;               ///< id of student, document or volume; of an item its year, 0: all years
  std::string index;   ///< of an item; else empty
  std::string reason;  ///< in a person's words
  std::optional<CalendarDate> until;  ///< its last day; nothing: until it is lifted
  std::string set_by;                 ///< login
  std::string set_at;
  std::string lifted_by;  ///< login; empty: it stands
  std::string lifted_at;
  std::string lifted_because;
};

}  // namespace fonds
