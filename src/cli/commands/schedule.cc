#include "archive/schedule.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "archive/schedule_words.h"
#include "base/messages.h"
#include "base/text.h"
#include "cli/commands/commands.h"
#include "cli/verb.h"
#include "model/spoken_date.h"
#include "web/api/schedule_records.h"

namespace fonds {
namespace {

struct ScheduleCall {
  std::vector<std::string> jobs;
  bool all = false;
};
using Verb = DefinedVerb<ScheduleCall>;

std::string line_of(const ScheduleRun& run) {
  return fmt::format("{}  {}: {}  {}", name_of(run.job), title_of(run.job), title_of(run.outcome),
                     report_in_words(run));
}

std::vector<ScheduledJob> jobs_named(const std::vector<std::string>& names) {
  std::vector<ScheduledJob> found;
  for (const std::string& each : names) {
    const auto job = scheduled_job_from(each);
    if (!job) {
      throw Error(Fault::usage, say(tr("there is no scheduled job '{}'"), printable(each)),
                  tr("`fonds schedule list` names them"));
    }
    found.push_back(*job);
  }
  return found;
}

int run(Session& session, const ScheduleCall& call) {
  const std::vector<ScheduledJob> jobs = jobs_named(call.jobs);
  Archive archive = session.open_archive();
  bool well = true;
  int count = 0;
  using Which = ArchiveSchedule::Which;
  ArchiveSchedule(archive).run(
      session.actor, jobs, call.all ? Which::all : Which::due,
      [&](const ScheduleRun& each) {
        ++count;
        well = well && each.outcome == RunOutcome::done;
        session.json ? print(record_of(each)) : print(line_of(each));
      },
      session.stop.get_token());
  if (count == 0) tell(session, tr("Nothing is due, or another host is at it."));
  return well ? kExitDone : kExitInPart;
}

int list(Session& session, const ScheduleCall& /*call*/) {
  Archive archive = session.open_archive();
  for (const auto& each : ArchiveSchedule(archive).list(session.actor)) {
    if (session.json) {
      print(record_of(each));
      continue;
    }
    std::string line = fmt::format("{}  {}: ", name_of(each.job), title_of(each.job));
    line += each.is_due ? say(tr("due since {}"), spoken(each.due_on)) : tr("not due");
    if (each.last) {
      line += "; " +
              say(tr("last on {}: {}"), spoken(each.last->ended_at), title_of(each.last->outcome));
    }
    print(line);
  }
  return kExitDone;
}

}  // namespace

void define_schedule(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("schedule");
  command->require_subcommand(1);
  const Verb started = define_verb(*command, session, "run", run);
  started.app->add_option("JOB", started.call->jobs);
  started.app->add_flag("--all", started.call->all);
  define_verb(*command, session, "list", list);
}

}  // namespace fonds
