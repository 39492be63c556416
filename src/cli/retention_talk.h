/// What `fonds retention` says of volumes: verdicts with their reasons, the plan.
///
/// Threads: main only.
#pragma once

#include "archive/retention.h"
#include "cli/session.h"

namespace fonds {

/// `day`: that of the verdict.
void print_explained(const Session& session, const ExplainedVolume& volume,
                     const CalendarDate& day);
void print_planned(const Session& session, const PlannedVolume& volume);
/// How many volumes there are for each step, on standard error.
void tell_totals(const Session& session, const PlanTotals& totals);

}  // namespace fonds
