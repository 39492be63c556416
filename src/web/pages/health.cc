// How the archive and its machine are: jobs, index, disk; figures for whoever watches over it.
#include "archive/health.h"

#include <charconv>

#include "archive/index_care.h"
#include "archive/job_desk.h"
#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"
#include "base/version.h"
#include "web/routes.h"
#include "web/site.h"

namespace fonds {
namespace {

constexpr int kMostJobs = 100;  ///< shown of each state

Json jobs_model(Visit& visit, JobState state) {
  Json model = Json::array();
  const auto jobs = ArchiveJobs(visit.archive()).list(visit.actor(), state, kMostJobs);
  for (const Job& job : jobs) {
    model.push_back({{"id", job.id.value},
                     {"document", job.document.value},
                     {"attempts", job.attempts},
                     {"problem", printable(job.problem)},
                     {"retry", fmt::format("/health/jobs/{}/retry", job.id.value)}});
  }
  return model;
}

std::string in_gigabytes(std::uint64_t bytes) {
  return say(tr("{:.1f} GB"), static_cast<double>(bytes) / 1e9);
}

/// What somebody should do something about, a line each.
Json problems_of(const HealthFigures& figures) {
  Json problems = Json::array();
  if (figures.is_disk_full()) {
    problems.push_back(
        {{"line", say(tr("The disk is full: {} are free, and nothing is taken in below {}."),
                      in_gigabytes(figures.free_bytes), in_gigabytes(figures.reserve_bytes))}});
  }
  if (!figures.index_problem.empty()) {
    problems.push_back({{"line", say(tr("The index can not be read: {}"), figures.index_problem)}});
  }
  return problems;
}

Response show_health(Visit& visit) {
  const HealthFigures figures = ArchiveHealth(visit.archive()).look(visit.actor());
  Json quarantined = jobs_model(visit, JobState::quarantined);
  Json model{{"problems", problems_of(figures)},
             {"queued", figures.count(JobState::queued)},
             {"leased", figures.count(JobState::leased)},
             {"quarantined", figures.count(JobState::quarantined)},
             {"has_quarantined", !quarantined.empty()},
             {"jobs", std::move(quarantined)},
             {"free", in_gigabytes(figures.free_bytes)},
             {"head", figures.journal_head},
             {"version", program_version()},
             {"confined", visit.archive().settings().flag("sandbox.required")
                              ? tr("always: where the kernel can not confine, nothing is read")
                              : tr("where the kernel can")}};
  if (figures.index_lag) {
    const auto lag = static_cast<unsigned long>(*figures.index_lag);
    model["lag"] = lag == 0 ? std::string(tr("level with the journal"))
                            : say(trn("{} entry behind", "{} entries behind", lag), lag);
  }
  return page(visit, "health", tr("Health"), model);
}

Response retry_all(Visit& visit) {
  const int count = ArchiveJobs(visit.archive()).retry_all(visit.actor());
  return done(visit, "/health", say(tr("Queued again: {}"), count));
}

Response retry_job(Visit& visit) {
  const std::string& text = visit.captured("job");
  JobId id;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), id.value);
  if (parsed.ec != std::errc() || parsed.ptr != text.data() + text.size()) {
    throw Error(Fault::not_found, say(tr("there is no job {}"), printable(text)),
                tr("go to the first page"));
  }
  ArchiveJobs(visit.archive()).retry(visit.actor(), id);
  return done(visit, "/health", say(tr("Queued again: {}"), 1));
}

/// This machine itself, not somebody whom a program on it passes on.
bool is_asked_here(const Request& request) {
  for (const char* name : {"x-forwarded-for", "forwarded", "via", "x-real-ip"}) {
    if (!request.header(name).empty()) return false;
  }
  return request.address.starts_with("127.") || request.address == "::1" ||
         request.address.starts_with("::ffff:127.");
}

std::string gauge(std::string_view name, std::string_view help) {
  return fmt::format("# HELP {0} {1}\n# TYPE {0} gauge\n", name, help);
}

/// Prometheus text. Figures only: no login, no id, no name.
std::string metrics_text(const HealthFigures& figures) {
  std::string text = gauge("fonds_documents", "Documents by state.");
  for (const auto& [state, count] : figures.documents) {
    text += fmt::format("fonds_documents{{state=\"{}\"}} {}\n", name_of(state), count);
  }
  text += gauge("fonds_jobs", "Jobs by state.");
  for (const auto& [state, count] : figures.jobs) {
    text += fmt::format("fonds_jobs{{state=\"{}\"}} {}\n", name_of(state), count);
  }
  if (figures.index_lag) {
    text += gauge("fonds_index_lag_entries", "Journal entries the index lacks.") +
            fmt::format("fonds_index_lag_entries {}\n", *figures.index_lag);
  }
  text += gauge("fonds_index_sound", "Whether the index can be read.") +
          fmt::format("fonds_index_sound {}\n", figures.index_problem.empty() ? 1 : 0);
  text += gauge("fonds_journal_head", "Number of the newest journal entry.") +
          fmt::format("fonds_journal_head {}\n", figures.journal_head);
  text += gauge("fonds_disk_free_bytes", "Bytes free where originals are kept.") +
          fmt::format("fonds_disk_free_bytes {}\n", figures.free_bytes);
  return text;
}

/// Open to this machine; else to a token of somebody who manages jobs.
Response show_metrics(Visit& visit) {
  const bool is_here = !visit.session && is_asked_here(visit.request);
  const HealthFigures figures =
      ArchiveHealth(visit.archive()).look(is_here ? system_actor() : visit.actor());
  Response response = plain_text(200, metrics_text(figures) + visit.place.site.counts().metrics());
  response.headers.front().second = "text/plain; version=0.0.4; charset=utf-8";
  return response;
}

}  // namespace

std::vector<Route> health_routes() {
  constexpr auto kManage = Operation::manage_jobs;
  return {
      {Method::get, "/health", Door::signed_in, kManage, &show_health},
      {Method::post, "/health/jobs/retry", Door::signed_in, kManage, &retry_all},
      {Method::post, "/health/jobs/{job}/retry", Door::signed_in, kManage, &retry_job},
      {Method::get, "/metrics", Door::open, {}, &show_metrics},
  };
}

}  // namespace fonds
