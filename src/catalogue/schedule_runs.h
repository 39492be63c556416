/// ScheduleRuns: what the scheduled jobs did (model/scheduled_job.h).
///
/// Threads: as Database. Faults: as Database; absent is a value.
#pragma once

#include <optional>
#include <vector>

#include "catalogue/database.h"
#include "model/scheduled_job.h"

namespace fonds {

class ScheduleRuns {
 public:
  explicit ScheduleRuns(Database& database) : database_(database) {}

  /// In place of what the same job did for the same day.
  void record(Transaction& transaction, const ScheduleRun& run);
  /// The last one of the job; `ended_well`: that did not fail.
  std::optional<ScheduleRun> last(ScheduledJob job, bool ended_well);
  /// Newest first, at most `limit`.
  std::vector<ScheduleRun> list(int limit);

 private:
  Database& database_;
};

}  // namespace fonds
