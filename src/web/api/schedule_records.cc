#include "web/api/schedule_records.h"

namespace fonds {

Json record_of(const ScheduleRun& run) {
  return {{"job", name_of(run.job)},
          {"due_on", to_text(run.due_on)},
          {"started_at", to_text(run.started_at)},
          {"ended_at", to_text(run.ended_at)},
          {"outcome", name_of(run.outcome)},
          {"report", Json::parse(run.report)}};
}

Json record_of(const ArchiveSchedule::Entry& entry) {
  return {{"job", name_of(entry.job)},
          {"due_on", to_text(entry.due_on)},
          {"is_due", entry.is_due},
          {"last", entry.last ? record_of(*entry.last) : Json(nullptr)}};
}

}  // namespace fonds
