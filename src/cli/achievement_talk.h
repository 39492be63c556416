/// Achievements on the command line, as lines.
///
/// Threads: pure.
#pragma once

#include <string>
#include <vector>

#include "archive/achievement_snapshots.h"
#include "archive/achievement_view.h"
#include "indexer/value_words.h"

namespace fonds {

/// "2026-000123/15  Кравец Тимофей  15.05.2024  Шаг в науку  муниципальный, 1 место; внешний".
std::string line_of(const Achievement& achievement, const ValueWords& words);
/// One line a year, level and place, then the sums.
std::vector<std::string> lines_of(const AchievementTotals& totals, const ValueWords& words);
std::string line_of(const FrozenBank& bank);
/// "+", "-" or "~" before each record; below a changed one each fact: before → after.
std::vector<std::string> lines_of(const SnapshotComparison& comparison, const ValueWords& words);

}  // namespace fonds
