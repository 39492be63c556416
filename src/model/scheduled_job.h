/// ScheduledJob: work the archive does by the calendar, and what became of it.
///
/// A job that was missed is caught up once, for the last day it was due on. Threads: value types;
/// pure functions.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "model/calendar_date.h"

namespace fonds {

enum class ScheduledJob {
  retention_plan,  ///< what is to be done with volumes
  fixity,          ///< originals against their names, in rotation
  acts,            ///< acts that are being carried out and whose next step is due
  expiry,          ///< consents that end, students who come of age
  index_check,     ///< all of the search index
  snapshots,       ///< the bank of achievements frozen, when it is due
  rollover,        ///< the draft of next year's nomenclature
  stock_checks,    ///< acts of checks of presence and state that must be drawn up soon
};
inline constexpr std::array<std::string_view, 8> kScheduledJobs{
    "retention_plan", "fixity",    "acts",     "expiry",
    "index_check",    "snapshots", "rollover", "stock_checks"};
constexpr std::string_view name_of(ScheduledJob job) {
  return kScheduledJobs[static_cast<std::size_t>(job)];
}
std::optional<ScheduledJob> scheduled_job_from(std::string_view name);

/// The last day up to `today` on which it was due: every day, the index every Monday, the draft of
/// next year's list on 1 December, checks of presence on the first of every month.
CalendarDate last_due(ScheduledJob job, const CalendarDate& today);

enum class RunOutcome {
  done,
  alarm,   ///< done, and somebody must look at what it found
  failed,  ///< to be repeated
};
inline constexpr std::array<std::string_view, 3> kRunOutcomes{"done", "alarm", "failed"};
constexpr std::string_view name_of(RunOutcome outcome) {
  return kRunOutcomes[static_cast<std::size_t>(outcome)];
}
std::optional<RunOutcome> run_outcome_from(std::string_view name);

struct ScheduleRun {
  ScheduledJob job = ScheduledJob::retention_plan;
  CalendarDate due_on;
  Moment started_at{};
  Moment ended_at{};
  RunOutcome outcome = RunOutcome::done;
  std::string report = "{}";  ///< JSON object: counts and ids, nobody's data
};

}  // namespace fonds
