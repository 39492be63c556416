// The scheduled jobs: when each ran last, what came of it; run now.
#include "archive/schedule.h"

#include "archive/schedule_words.h"
#include "base/messages.h"
#include "model/spoken_date.h"
#include "web/form_answers.h"
#include "web/retention_page.h"
#include "web/routes.h"

namespace fonds {
namespace {

constexpr std::string_view kPath = "/retention/schedule";

Json entry_model(const ArchiveSchedule::Entry& entry) {
  Json model{{"name", name_of(entry.job)},
             {"title", title_of(entry.job)},
             {"due_on", spoken(entry.due_on)},
             {"is_due", entry.is_due},
             {"ran", entry.last.has_value()},
             {"ended", ""},
             {"outcome", ""},
             {"is_done", false},
             {"is_failed", false},
             {"report", ""}};
  if (entry.last) {
    model["ended"] = spoken(entry.last->ended_at);
    model["outcome"] = title_of(entry.last->outcome);
    model["is_done"] = entry.last->outcome == RunOutcome::done;
    model["is_failed"] = entry.last->outcome == RunOutcome::failed;
    model["report"] = report_in_words(*entry.last);
  }
  return model;
}

Response show_schedule(Visit& visit) {
  Json jobs = Json::array();
  for (const auto& each : ArchiveSchedule(visit.archive()).list(visit.actor())) {
    jobs.push_back(entry_model(each));
  }
  return retention_page(
      visit, "schedule", tr("Schedule"),
      {{"jobs", std::move(jobs)}, {"may_run", visit.may(Operation::run_schedule)}});
}

/// One job, due or not; none named: those that are due.
Response run_now(Visit& visit) {
  std::vector<ScheduledJob> jobs;
  if (const std::string_view name = visit.request.value("job"); !name.empty()) {
    const auto job = scheduled_job_from(name);
    if (!job) throw Error(Fault::not_found, tr("there is no such page"), tr("choose one"));
    jobs.push_back(*job);
  }
  int count = 0;
  bool well = true;
  using Which = ArchiveSchedule::Which;
  ArchiveSchedule(visit.archive())
      .run(visit.actor(), jobs, jobs.empty() ? Which::due : Which::all,
           [&](const ScheduleRun& run) {
             ++count;
             well = well && run.outcome == RunOutcome::done;
           },
           {});
  return done(visit, std::string(kPath),
              count == 0 ? tr("Nothing is due, or another host is at it.")
              : well     ? tr("Done.")
                         : tr("Done; look at what came of it."));
}

}  // namespace

std::vector<Route> schedule_routes() {
  return {
      {Method::get, kPath, Door::signed_in, Operation::read_retention, &show_schedule},
      {Method::post, kPath, Door::signed_in, Operation::run_schedule, &run_now},
  };
}

}  // namespace fonds
