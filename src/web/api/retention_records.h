/// RetentionRecords: verdicts of volumes with their reasons, the plan and its sums, in JSON. Stable
/// names: only add.
///
/// Threads: pure.
#pragma once

#include "archive/retention.h"
#include "web/api/json.h"

namespace fonds {

/// `day`: that of the verdict.
Json record_of(const ExplainedVolume& volume, const CalendarDate& day);
Json record_of(const PlannedVolume& volume);
/// {"volumes", "changed", "steps": {of each step how many}}.
Json record_of(const PlanTotals& totals);

}  // namespace fonds
