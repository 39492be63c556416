/// ArchiveSchedule: the jobs that are due by the calendar, run one after another.
///
/// Each leaves a report. A missed one is caught up once; one that failed is repeated the next time.
/// Two hosts never run the same job at once: a lease of the catalogue, renewed while it runs. The
/// jobs act on an account of their own ("schedule"), with the rights of the archivist. What a
/// person must decide they only tell. Threads: one per Archive. Faults: denied, usage, and those of
/// the catalogue; what a job meets is its report.
#pragma once

#include <functional>
#include <optional>
#include <stop_token>
#include <vector>

#include "archive/archive.h"
#include "model/actor.h"
#include "model/scheduled_job.h"

namespace fonds {

/// On whose account the scheduled jobs run.
inline Actor schedule_actor() { return {"schedule", Role::archivist}; }

class ArchiveSchedule {
 public:
  explicit ArchiveSchedule(Archive& archive) : archive_(archive) {}

  struct Entry {
    ScheduledJob job = ScheduledJob::retention_plan;
    CalendarDate due_on;              ///< the last day it was due on
    bool is_due = false;              ///< nothing was done for that day, or it failed
    std::optional<ScheduleRun> last;  ///< whatever came of it
  };
  /// Every job, in the order they run.
  std::vector<Entry> list(const Actor& actor);

  enum class Which { due, all };
  /// Runs those of `jobs` (empty: all) that are due, or all of them; `visit` gets each run as it
  /// ends. Jobs another host runs just now are left out. `stop` is asked between jobs.
  void run(const Actor& actor, const std::vector<ScheduledJob>& jobs, Which which,
           const std::function<void(const ScheduleRun&)>& visit, const std::stop_token& stop);

 private:
  Entry entry_of(ScheduledJob job);
  ScheduleRun perform(ScheduledJob job, const CalendarDate& due_on);
  Archive& archive_;
};

}  // namespace fonds
