/// What is looked at of a bank of achievements: chosen, ordered, counted, compared.
///
/// Threads: pure functions over values.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/achievement.h"

namespace fonds {

using AchievementBank = std::vector<Achievement>;

struct AchievementFilter {
  std::optional<StudentId> student;  ///< own records, and awards of collectives attended then
  std::string collective;            ///< named on the paper, else attended then
  std::optional<CalendarDate> from;  ///< a record without a date is in no period
  std::optional<CalendarDate> to;
  std::string level;  ///< name_of(Level)

  [[nodiscard]] bool takes(const Achievement& achievement) const;
};

/// By name, then date, then paper.
void put_in_order(AchievementBank& bank);

/// How many of one year, level and place.
struct AchievementCount {
  std::string year;  ///< year_of(); empty: no date
  std::string level;
  std::string place;
  std::int64_t count = 0;
};
struct AchievementTotals {
  std::int64_t records = 0;
  std::int64_t papers = 0;       ///< one paper proves records of several
  std::int64_t students = 0;     ///< with records of their own
  std::int64_t collectives = 0;  ///< with awards of their own
  /// The latest year first, in each the highest level, in each the highest place.
  std::vector<AchievementCount> counts;
};
AchievementTotals totals_of(const AchievementBank& bank);

struct AchievementChange {
  Achievement before;
  Achievement after;
  std::vector<std::string_view> facts;  ///< names of kAchievementFacts that differ
};
struct AchievementDifference {
  AchievementBank added;
  AchievementBank removed;
  std::vector<AchievementChange> changed;
};
/// `living`: the student a record of the register belongs to now, so that merging records is no
/// change of what was achieved.
AchievementDifference difference_of(AchievementBank before, AchievementBank after,
                                    const std::function<StudentId(StudentId)>& living);

}  // namespace fonds
