#include "archive/job_desk.h"

#include <limits>
#include <nlohmann/json.hpp>

#include "access/policy.h"
#include "archive/documents.h"
#include "base/error.h"
#include "base/messages.h"
#include "catalogue/documents.h"
#include "catalogue/journal.h"

namespace fonds {

std::vector<Job> ArchiveJobs::list(const Actor& actor, std::optional<JobState> state, int limit) {
  archive_.policy().require(actor, Operation::manage_jobs);
  return Jobs(archive_.catalogue()).list(state, limit);
}

Job ArchiveJobs::find(JobId id) {
  const auto job = Jobs(archive_.catalogue()).find(id);
  if (!job) {
    throw Error(Fault::not_found, say(tr("there is no job {}"), id.value),
                tr("`fonds jobs list` shows them"));
  }
  return *job;
}

Job ArchiveJobs::retry(const Actor& actor, JobId id) {
  archive_.policy().require(actor, Operation::manage_jobs);
  const Job job = find(id);
  Database& database = archive_.catalogue();
  Transaction transaction(database);
  Journal(database).append(transaction, actor, "job.retried",
                           fmt::format("document/{}", job.document.value),
                           nlohmann::ordered_json{{"job", id.value}}.dump());
  Jobs(database).retry(transaction, id);
  Documents documents(database);
  const auto document = documents.find(job.document);
  if (document && document->state == DocumentState::quarantined) {
    documents.set_state(transaction, job.document,
                        document->run > 0 ? DocumentState::recognised : DocumentState::accepted,
                        "");
  }
  transaction.commit();
  return find(id);
}

int ArchiveJobs::retry_all(const Actor& actor) {
  const auto quarantined = list(actor, JobState::quarantined, std::numeric_limits<int>::max());
  for (const Job& job : quarantined) retry(actor, job.id);
  return static_cast<int>(quarantined.size());
}

Job ArchiveJobs::recognise_again(const Actor& actor, std::string_view reference) {
  archive_.policy().require(actor, Operation::manage_jobs);
  const Document document = ArchiveDocuments(archive_).find(reference);
  if (is_parted(document)) {
    throw Error(Fault::usage,
                say(tr("document {} is parted: it is no paper any more"), document.accession),
                tr("name its papers: `fonds show` tells them"));
  }
  Database& database = archive_.catalogue();
  Jobs jobs(database);
  const auto last = jobs.last_of("recognise", document.id);
  if (last && (last->state == JobState::queued || last->state == JobState::leased)) return *last;
  if (last && last->state == JobState::quarantined) return retry(actor, last->id);
  Transaction transaction(database);
  Journal journal(database);
  journal.lock(transaction);
  const JobId id = jobs.enqueue(transaction, "recognise", document.id);
  journal.append(transaction, actor, "job.added", fmt::format("document/{}", document.id.value),
                 nlohmann::ordered_json{{"job", id.value}}.dump());
  transaction.commit();
  return find(id);
}

Job ArchiveJobs::quarantine(const Actor& actor, JobId id) {
  archive_.policy().require(actor, Operation::manage_jobs);
  const Job job = find(id);
  const std::string problem = tr("set aside by hand");
  Database& database = archive_.catalogue();
  Transaction transaction(database);
  Journal(database).append(transaction, actor, "document.quarantined",
                           fmt::format("document/{}", job.document.value),
                           nlohmann::ordered_json{{"job", id.value}}.dump());
  Jobs(database).quarantine(transaction, id, problem);
  Documents(database).set_state(transaction, job.document, DocumentState::quarantined, problem);
  transaction.commit();
  return find(id);
}

}  // namespace fonds
