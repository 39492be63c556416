/// Student: a person the archive is about, as the register knows them.
///
/// Threads: value types.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/calendar_date.h"
#include "model/ids.h"
#include "model/person_name.h"

namespace fonds {

using StudentId = Id<struct StudentTag>;

/// What a student attended, and when.
struct Membership {
  std::string collective;  ///< объединение: its title without quotes, "Юный техник"
  std::string programme;  ///< may be empty
  std::string group;      ///< may be empty
  int school_year = 0;    ///< its first calendar year, 2023 for 2023/2024; 0: not known
  std::optional<CalendarDate> from;
  std::optional<CalendarDate> to;
  bool operator==(const Membership&) const = default;
};

struct Guardian {
  std::string name;      ///< as given, nominative
  std::string relation;  ///< "мать", "отец", "опекун"; may be empty
  bool operator==(const Guardian&) const = default;
};

struct Student {
  StudentId id;
  std::string external_id;  ///< in the institution's own list or the imported file; may be empty
  PersonName name;          ///< nominative
  std::vector<std::string> former_last_names;
  Gender gender = Gender::unknown;
  std::optional<CalendarDate> birth_date;
  std::string school;  ///< "МБОУ СОШ № 3"; may be empty
  std::vector<Membership> memberships;
  std::vector<Guardian> guardians;
  std::optional<CalendarDate> left_on;
};

}  // namespace fonds
