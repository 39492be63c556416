/// do_scheduled: one scheduled job, done once.
///
/// Threads: as Archive. Faults: whatever the job meets.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "archive/archive.h"
#include "model/scheduled_job.h"

namespace fonds {

struct WorkReport {
  std::string details;    ///< JSON object: counts and ids, nobody's data
  bool alarming = false;  ///< somebody must look at it
};

/// `due_on`: the day it is done for; `before`: the day of the last run that did not fail.
WorkReport do_scheduled(Archive& archive, ScheduledJob job, const CalendarDate& due_on,
                        const std::optional<CalendarDate>& before);

/// Of 256 shelves of originals (by the first byte of their hash) those whose turn it is: one a day,
/// and all that were missed since `before`. So every original is read at least every 256 days, when
/// the schedule runs at all.
std::vector<int> shelves_due(const CalendarDate& due_on, const std::optional<CalendarDate>& before);

}  // namespace fonds
