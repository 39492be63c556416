/// read_roster: the students a table of an institution's own or of another program lists.
///
/// Columns are found by a profile (roster_profiles.h). A row with anything wrong gives no student
/// but problems that name row and column, never what stands there: names and dates of birth are
/// personal data. Several rows of one person (the same id, or the same ФИО and birth date) are one
/// student with several collectives; rows that contradict each other give none. Threads: pure.
/// Faults: usage (no profile of that name).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/calendar_date.h"
#include "model/student.h"
#include "model/table.h"
#include "registry/name_grammar.h"
#include "registry/roster_profiles.h"

namespace fonds {

/// A row as a person finds it in the file.
struct RosterPlace {
  std::string sheet;    ///< empty for CSV
  std::size_t row = 0;  ///< from 1; 0: the whole sheet
};

struct RosterProblem {
  RosterPlace place;
  std::string column;  ///< its heading; empty: the whole row
  std::string what;
  std::string hint;  ///< what to do
};

struct Roster {
  std::string profile;              ///< its name; empty when none fits
  std::vector<Student> students;    ///< numbered from 1 in the order of the file
  std::vector<RosterPlace> places;  ///< of each student, the first row
  std::vector<RosterProblem> problems;
  std::size_t rows = 0;         ///< that name somebody
  std::size_t passed_over = 0;  ///< for their status
};

/// `profile` empty: the one that fits. `today` tells what lies in the future.
Roster read_roster(const std::vector<Table>& tables, const RosterProfiles& profiles,
                   std::string_view profile, const NameGrammar& grammar, const CalendarDate& today);

}  // namespace fonds
