#include <CLI/CLI.hpp>

#include "archive/job_desk.h"
#include "base/messages.h"
#include "cli/commands/commands.h"
#include "cli/document_talk.h"
#include "web/api/records.h"

namespace fonds {
namespace {

struct JobsCall {
  std::string state;
  int limit = 1000;
  std::int64_t id = 0;
  bool all = false;
};

void print_job(const Session& session, const Job& job) {
  if (session.json) return print(record_of(job));
  print(say(tr("{:>6}  {}  document {}  {}, attempts: {}{}"), job.id.value, job.kind,
            job.document.value, title_of(job.state), job.attempts,
            job.problem.empty() ? "" : "  — " + job.problem));
}

int list(Session& session, const JobsCall& call) {
  Archive archive = session.open_archive();
  const auto state = call.state.empty() ? std::nullopt : job_state_from(call.state);
  const std::vector<Job> jobs = ArchiveJobs(archive).list(session.actor, state, call.limit);
  for (const Job& job : jobs) print_job(session, job);
  if (jobs.empty()) tell(session, tr("No such jobs."));
  return kExitDone;
}

int retry(Session& session, const JobsCall& call) {
  Archive archive = session.open_archive();
  ArchiveJobs jobs(archive);
  if (call.all) {
    const int count = jobs.retry_all(session.actor);
    if (session.json) print(Json{{"retried", count}});
    tell(session, say(tr("Queued again: {}"), count));
    return kExitDone;
  }
  if (call.id == 0) {
    throw Error(Fault::usage, tr("no job is named"), tr("give its number, or --all"));
  }
  print_job(session, jobs.retry(session.actor, {call.id}));
  return kExitDone;
}

int quarantine(Session& session, const JobsCall& call) {
  Archive archive = session.open_archive();
  print_job(session, ArchiveJobs(archive).quarantine(session.actor, {call.id}));
  return kExitDone;
}

}  // namespace

void define_jobs(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("jobs");
  command->require_subcommand(1);
  auto call = std::make_shared<JobsCall>();
  CLI::App* lister = command->add_subcommand("list");
  lister->add_option("--state", call->state)
      ->check(CLI::IsMember({"queued", "leased", "done", "quarantined"}));
  lister->add_option("--limit", call->limit)->check(CLI::Range(1, 1'000'000));
  lister->callback(
      [&session, call] { session.action = [&session, call] { return list(session, *call); }; });
  CLI::App* retrier = command->add_subcommand("retry");
  retrier->add_option("JOB", call->id);
  retrier->add_flag("--all", call->all);
  retrier->callback(
      [&session, call] { session.action = [&session, call] { return retry(session, *call); }; });
  CLI::App* setter = command->add_subcommand("quarantine");
  setter->add_option("JOB", call->id)->required();
  setter->callback([&session, call] {
    session.action = [&session, call] { return quarantine(session, *call); };
  });
}

}  // namespace fonds
