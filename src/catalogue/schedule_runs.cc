#include "catalogue/schedule_runs.h"

#include <string>
#include <tuple>

#include "base/messages.h"
#include "catalogue/sql.h"
#include "catalogue/stored.h"

namespace fonds {
namespace {

template <class... Arguments>
std::vector<ScheduleRun> load(Database& database, const std::string& rest,
                              const Arguments&... arguments) {
  const char* strange = tr("the catalogue holds a scheduled job that is none");
  std::vector<ScheduleRun> found;
  ScheduleRun each;
  std::string job;
  std::string due_on;
  std::string started_at;
  std::string ended_at;
  std::string outcome;
  each_row(
      database,
      "SELECT job, due_on, started_at, ended_at, outcome, report FROM schedule_runs " + rest,
      std::tie(job, due_on, started_at, ended_at, outcome, each.report),
      [&] {
        each.job = stored::known(scheduled_job_from(job), strange);
        each.due_on = stored::known(calendar_date_from(due_on), strange);
        each.started_at = moment_from_text(started_at);
        each.ended_at = moment_from_text(ended_at);
        each.outcome = stored::known(run_outcome_from(outcome), strange);
        found.push_back(each);
      },
      arguments...);
  return found;
}

}  // namespace

void ScheduleRuns::record(Transaction& /*transaction*/, const ScheduleRun& run) {
  change(database_,
         "INSERT INTO schedule_runs (job, due_on, started_at, ended_at, outcome, report) VALUES "
         "(:job, :due_on, :started_at, :ended_at, :outcome, :report) ON CONFLICT (job, due_on) DO "
         "UPDATE SET started_at = excluded.started_at, ended_at = excluded.ended_at, outcome = "
         "excluded.outcome, report = excluded.report",
         name_of(run.job), to_text(run.due_on), to_text(run.started_at), to_text(run.ended_at),
         name_of(run.outcome), run.report);
}

std::optional<ScheduleRun> ScheduleRuns::last(ScheduledJob job, bool ended_well) {
  const std::string well = ended_well ? "AND outcome <> 'failed' " : "";
  const auto found =
      load(database_, "WHERE job = :job " + well + "ORDER BY due_on DESC LIMIT 1", name_of(job));
  if (found.empty()) return std::nullopt;
  return found.front();
}

std::vector<ScheduleRun> ScheduleRuns::list(int limit) {
  return load(database_, "ORDER BY due_on DESC, started_at DESC, job LIMIT :limit", limit);
}

}  // namespace fonds
