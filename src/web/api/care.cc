// What keeps the archive going: the journal, jobs, the index, work by the calendar, figures,
// settings; and what whoever asks may do.
#include <algorithm>

#include "archive/checks.h"
#include "archive/health.h"
#include "archive/index_care.h"
#include "archive/job_desk.h"
#include "archive/journal_view.h"
#include "archive/schedule.h"
#include "archive/settings.h"
#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"
#include "base/version.h"
#include "web/api/api_routes.h"
#include "web/api/care_records.h"
#include "web/api/chosen.h"
#include "web/api/items.h"
#include "web/api/midnight.h"
#include "web/api/records.h"
#include "web/api/schedule_records.h"
#include "web/api/settings_records.h"

namespace fonds {
namespace {

constexpr std::array<std::string_view, 4> kJobStates{"queued", "leased", "done", "quarantined"};
/// May hold the password of a database.
constexpr std::string_view kSecretSetting = "catalogue.url";

/// Goes on by the numbers of entries, not by an offset: it is long, and grows at this end.
Response list_journal(Visit& visit) {
  const Asked asked(visit.request, {"event", "actor", "subject", "day", "before", "limit"});
  const int limit = asked.whole("limit", 100, 1, 1000);
  JournalQuery query;
  query.event = asked.text("event");
  query.actor = asked.text("actor");
  query.subject = asked.text("subject");
  query.before = asked.whole_if_said("before").value_or(0);
  if (const auto day = asked.day_if_said("day")) {
    query.from = midnight(*day, 0);
    query.until = midnight(*day, 1);
  }
  query.limit = limit + 1;  // one more tells whether there is more
  Json items = Json::array();
  Json next = nullptr;
  for (const JournalEntry& each : ArchiveJournal(visit.archive()).list(visit.actor(), query)) {
    if (static_cast<int>(items.size()) == limit) {
      next = items.back().at("number");
    } else {
      items.push_back(record_of(each));
    }
  }
  return json_answer({{"items", std::move(items)}, {"next", std::move(next)}});
}

Response verify_journal(Visit& visit) {
  const Asked nothing(visit.request, {});
  return json_answer(record_of(ArchiveChecks(visit.archive()).verify_journal(visit.actor(), {})));
}

Response list_jobs(Visit& visit) {
  const Asked asked(visit.request, {"state", "offset", "limit"});
  Items items(asked);
  const auto state = chosen_if_said<JobState>(asked, "state", kJobStates);
  return items.all(ArchiveJobs(visit.archive()).list(visit.actor(), state, items.needed()))
      .answer();
}

Response retry_job(Visit& visit) {
  const Asked nothing(visit.request, {});
  const JobId id{number_in_path(visit.captured("job"))};
  return json_answer(record_of(ArchiveJobs(visit.archive()).retry(visit.actor(), id)));
}

Response retry_all_jobs(Visit& visit) {
  const Asked nothing(visit.request, {});
  return json_answer({{"retried", ArchiveJobs(visit.archive()).retry_all(visit.actor())}});
}

Response quarantine_job(Visit& visit) {
  const Asked nothing(visit.request, {});
  const JobId id{number_in_path(visit.captured("job"))};
  return json_answer(record_of(ArchiveJobs(visit.archive()).quarantine(visit.actor(), id)));
}

Response show_index(Visit& visit) {
  const Asked nothing(visit.request, {});
  return json_answer(record_of(ArchiveIndexCare(visit.archive()).status(visit.actor())));
}

/// What is wrong with it is an answer, not a fault.
Response check_index(Visit& visit) {
  const Asked nothing(visit.request, {});
  ArchiveIndexCare care(visit.archive());
  if (!care.status(visit.actor()).generation) {
    throw Error(Fault::not_found, tr("There is no index yet."),
                tr("rebuild it with `fonds index rebuild`"));
  }
  const std::string problem = care.check(visit.actor());
  IndexStatus status = care.status(visit.actor());
  if (!problem.empty()) status.problem = problem;
  return json_answer(record_of(status));
}

Response list_schedule(Visit& visit) {
  const Asked asked(visit.request, {"offset", "limit"});
  return Items(asked).all(ArchiveSchedule(visit.archive()).list(visit.actor())).answer();
}

std::vector<ScheduledJob> scheduled_jobs_said(const Asked& asked) {
  std::vector<ScheduledJob> jobs;
  for (const std::string& each : asked.texts("jobs")) {
    const auto job = scheduled_job_from(each);
    if (!job) {
      throw Error(Fault::usage, say(tr("there is no scheduled job '{}'"), printable(each)),
                  tr("`fonds schedule list` names them"));
    }
    jobs.push_back(*job);
  }
  return jobs;
}

Response run_schedule(Visit& visit) {
  using Which = ArchiveSchedule::Which;
  const Asked asked(visit.request, {"jobs", "all"});
  Items items(asked);
  ArchiveSchedule(visit.archive())
      .run(visit.actor(), scheduled_jobs_said(asked), asked.flag("all") ? Which::all : Which::due,
           [&](const ScheduleRun& each) { items.add([&] { return record_of(each); }); }, {});
  return items.answer();
}

Response show_health(Visit& visit) {
  const Asked nothing(visit.request, {});
  const HealthFigures figures = ArchiveHealth(visit.archive()).look(visit.actor());
  Json documents = Json::object();
  for (const auto& [state, count] : figures.documents) {
    documents[std::string(name_of(state))] = count;
  }
  Json jobs = Json::object();
  for (const auto& [state, count] : figures.jobs) jobs[std::string(name_of(state))] = count;
  return json_answer({{"version", program_version()},
                      {"documents", std::move(documents)},
                      {"jobs", std::move(jobs)},
                      {"index_lag", figures.index_lag ? Json(*figures.index_lag) : Json(nullptr)},
                      {"index_problem", text_or_null(figures.index_problem)},
                      {"journal_head", figures.journal_head},
                      {"free_bytes", figures.free_bytes},
                      {"reserve_bytes", figures.reserve_bytes},
                      {"disk_full", figures.is_disk_full()}});
}

Json own_kinds(const Archive& archive) {
  Json kinds = Json::array();
  const DocumentKinds all = archive.kinds();
  const DocumentKinds known = DocumentKinds::shipped();
  for (const std::string& id : all.own()) {
    kinds.push_back(record_of(*all.find(id), known.find(id) == nullptr));
  }
  return kinds;
}

Json own_captions(const Archive& archive) {
  Json forms = Json::array();
  for (std::size_t i = 0; i < kFormKinds.size(); ++i) {
    const auto form = static_cast<FormKind>(i);
    const FormCaption caption = archive.caption_of(form);
    if (caption.annex.empty() && caption.title.empty()) continue;
    forms.push_back(record_of(form, caption));
  }
  return forms;
}

Response show_settings(Visit& visit) {
  const Asked nothing(visit.request, {});
  Json settings = Json::array();
  for (const Setting& each : kSettings) {
    if (each.key == kSecretSetting) continue;
    settings.push_back(record_of(each, visit.archive().settings()));
  }
  return json_answer({{"settings", std::move(settings)},
                      {"kinds", own_kinds(visit.archive())},
                      {"forms", own_captions(visit.archive())}});
}

/// A token may be limited to less than its account may.
bool is_in_scope(const Actor& actor, std::string_view operation) {
  return actor.scope.empty() ||
         std::find(actor.scope.begin(), actor.scope.end(), operation) != actor.scope.end();
}

Response show_me(Visit& visit) {
  const Asked nothing(visit.request, {});
  const Actor& actor = visit.actor();
  const Policy& policy = visit.archive().policy();
  Json operations = Json::array();
  for (const OperationEntry& each : kOperations) {
    const bool may = visit.may(each.operation) && is_in_scope(actor, each.name);
    if (may) operations.push_back(each.name);
  }
  Json purposes = Json::array();
  for (const Purpose& each : policy.purposes()) purposes.push_back(each.code);
  return json_answer(
      {{"login", actor.login},
       {"role", name_of(actor.role)},
       {"purpose", text_or_null(actor.purpose)},
       {"must_state_purpose", policy.needs_purpose(actor.role, Operation::read_document)},
       {"purposes", std::move(purposes)},
       {"operations", std::move(operations)}});
}

}  // namespace

std::vector<Route> api_care_routes() {
  constexpr auto kIn = Door::signed_in;
  constexpr auto kJobs = Operation::manage_jobs;
  constexpr auto kVerify = Operation::verify;
  return {
      {Method::get, "/api/v1/me", kIn, {}, &show_me},
      {Method::get, "/api/v1/journal", kIn, Operation::read_journal, &list_journal},
      {Method::get, "/api/v1/journal/verification", kIn, kVerify, &verify_journal},
      {Method::get, "/api/v1/jobs", kIn, kJobs, &list_jobs},
      {Method::post, "/api/v1/jobs/retry", kIn, kJobs, &retry_all_jobs},
      {Method::post, "/api/v1/jobs/{job}/retry", kIn, kJobs, &retry_job},
      {Method::post, "/api/v1/jobs/{job}/quarantine", kIn, kJobs, &quarantine_job},
      {Method::get, "/api/v1/index", kIn, kVerify, &show_index},
      {Method::post, "/api/v1/index/check", kIn, kVerify, &check_index},
      {Method::get, "/api/v1/schedule", kIn, Operation::read_retention, &list_schedule},
      {Method::post, "/api/v1/schedule/run", kIn, Operation::run_schedule, &run_schedule},
      {Method::get, "/api/v1/health", kIn, kJobs, &show_health},
      {Method::get, "/api/v1/settings", kIn, Operation::configure, &show_settings},
  };
}

}  // namespace fonds
