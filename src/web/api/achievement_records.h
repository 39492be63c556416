/// AchievementRecords: achievements, their sums, frozen banks and what differs between them, in
/// JSON. Stable names: only add.
///
/// Threads: pure. Faults: bug (a fact that is none).
#pragma once

#include <string_view>

#include "archive/achievement_snapshots.h"
#include "archive/achievement_view.h"
#include "web/api/json.h"

namespace fonds {

Json record_of(const Achievement& achievement);
Json record_of(const AchievementTotals& totals);
Json record_of(const FrozenBank& bank);
Json record_of(const SnapshotComparison& comparison);

/// Of kAchievementFacts.
const AchievementFact& fact_named(std::string_view name);

}  // namespace fonds
