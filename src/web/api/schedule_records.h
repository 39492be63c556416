/// ScheduleRecords: work by the calendar and what became of it, in JSON. Stable names: only add.
///
/// Threads: pure.
#pragma once

#include "archive/schedule.h"
#include "web/api/json.h"

namespace fonds {

Json record_of(const ScheduleRun& run);
Json record_of(const ArchiveSchedule::Entry& entry);

}  // namespace fonds
