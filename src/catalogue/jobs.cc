#include "catalogue/jobs.h"

#include "base/error.h"
#include "base/messages.h"
#include "catalogue/sql.h"

namespace fonds {
namespace {

using std::chrono::seconds;

const std::string kColumns =
    "id, kind, document, state, attempts, not_before, owner, leased_until, problem ";

JobState state_from(const std::string& name) {
  if (const auto state = job_state_from(name)) return *state;
  throw Error(Fault::corrupt, say(tr("the catalogue names an unknown state: {}"), name));
}

/// Jobs as `text` gives them, with kColumns.
template <class... Arguments>
std::vector<Job> jobs_from(Database& database, const std::string& text,
                           const Arguments&... arguments) {
  std::vector<Job> found;
  Job job;
  long long id = 0;
  long long document = 0;
  std::string state;
  std::string not_before;
  std::string leased_until;
  each_row(
      database, text,
      std::tie(id, job.kind, document, state, job.attempts, not_before, job.owner, leased_until,
               job.problem),
      [&] {
        job.id = {id};
        job.document = {document};
        job.state = state_from(state);
        job.not_before = moment_from_text(not_before);
        job.leased_until = leased_until.empty() ? Moment{} : moment_from_text(leased_until);
        found.push_back(job);
      },
      arguments...);
  return found;
}

std::optional<Job> first_of(std::vector<Job>&& found) {
  if (found.empty()) return std::nullopt;
  return std::move(found.front());
}

Error lease_lost(JobId id) {
  return {Fault::busy, say(tr("job {} was given to another worker meanwhile"), id.value),
          tr("nothing to do: the other worker finishes it")};
}

Error no_such_job(JobId id) { return {Fault::not_found, say(tr("there is no job {}"), id.value)}; }

}  // namespace

std::string_view name_of(JobState state) {
  switch (state) {
    case JobState::queued:
      return "queued";
    case JobState::leased:
      return "leased";
    case JobState::done:
      return "done";
    case JobState::quarantined:
      return "quarantined";
  }
  return "queued";
}

std::optional<JobState> job_state_from(std::string_view name) {
  for (const auto state :
       {JobState::queued, JobState::leased, JobState::done, JobState::quarantined}) {
    if (name_of(state) == name) return state;
  }
  return std::nullopt;
}

seconds Jobs::back_off(int attempts) { return attempts <= 1 ? seconds(5) : seconds(30); }

JobId Jobs::enqueue(Transaction& transaction, std::string_view kind, DocumentId document) {
  const JobId id{next_number(transaction, "job")};
  change(database_,
         "INSERT INTO jobs (id, kind, document, state, attempts, not_before, owner, leased_until, "
         "problem) VALUES (:id, :kind, :document, 'queued', 0, :not_before, '', '', '')",
         id.value, kind, document.value, to_text(database_.clock().now()));
  return id;
}

std::optional<Job> Jobs::lease(std::string_view kind, std::string_view owner, seconds duration) {
  const Moment now = database_.clock().now();
  const std::string skip_locked = database_.is_sqlite() ? "" : "FOR UPDATE SKIP LOCKED";
  // The state is named twice so that the partial index jobs_waiting serves.
  Transaction transaction(database_, Transaction::Lock::none);
  auto job = first_of(
      jobs_from(database_,
                "UPDATE jobs SET state = 'leased', attempts = attempts + 1, owner = :owner, "
                "leased_until = :until WHERE id = (SELECT id FROM jobs WHERE kind = :kind "
                "AND state IN ('queued', 'leased') AND ((state = 'queued' AND not_before <= :now) "
                "OR (state = 'leased' AND leased_until <= :now_too AND attempts < :attempts)) "
                "ORDER BY id LIMIT 1 " +
                    skip_locked + ") RETURNING " + kColumns,
                owner, to_text(now + duration), kind, to_text(now), to_text(now), kAttempts));
  transaction.commit();
  return job;
}

bool Jobs::extend(JobId id, std::string_view owner, seconds duration) {
  return change(database_,
                "UPDATE jobs SET leased_until = :until "
                "WHERE id = :id AND state = 'leased' AND owner = :owner",
                to_text(database_.clock().now() + duration), id.value, owner) == 1;
}

void Jobs::complete(Transaction&, JobId id, std::string_view owner) {
  const auto changed = change(database_,
                              "UPDATE jobs SET state = 'done', owner = '', leased_until = '', "
                              "problem = '' WHERE id = :id AND state = 'leased' AND owner = :owner",
                              id.value, owner);
  if (changed == 0) throw lease_lost(id);
}

JobState Jobs::fail(Transaction&, JobId id, std::string_view owner, std::string_view problem,
                    Retry retry) {
  const auto job = find(id);
  if (!job || job->state != JobState::leased || job->owner != owner) throw lease_lost(id);
  const bool again = retry == Retry::later && job->attempts < kAttempts;
  const JobState state = again ? JobState::queued : JobState::quarantined;
  const auto changed =
      change(database_,
             "UPDATE jobs SET state = :state, not_before = :not_before, owner = '', "
             "leased_until = '', problem = :problem "
             "WHERE id = :id AND state = 'leased' AND owner = :owner",
             name_of(state), to_text(database_.clock().now() + back_off(job->attempts)), problem,
             id.value, owner);
  if (changed == 0) throw lease_lost(id);
  return state;
}

void Jobs::give_back(JobId id, std::string_view owner) {
  change(database_,
         "UPDATE jobs SET state = 'queued', attempts = attempts - 1, owner = '', leased_until = '' "
         "WHERE id = :id AND state = 'leased' AND owner = :owner",
         id.value, owner);
}

std::vector<Job> Jobs::expired(std::string_view kind) {
  return jobs_from(database_,
                   "SELECT " + kColumns +
                       "FROM jobs WHERE kind = :kind AND state IN ('queued', 'leased') "
                       "AND state = 'leased' AND leased_until <= :now AND attempts >= :attempts "
                       "ORDER BY id LIMIT 100",
                   kind, to_text(database_.clock().now()), kAttempts);
}

std::optional<Job> Jobs::find(JobId id) {
  return first_of(
      jobs_from(database_, "SELECT " + kColumns + "FROM jobs WHERE id = :id", id.value));
}

std::optional<Job> Jobs::last_of(std::string_view kind, DocumentId document) {
  return first_of(jobs_from(database_,
                            "SELECT " + kColumns +
                                "FROM jobs WHERE document = :document AND kind = :kind "
                                "ORDER BY id DESC LIMIT 1",
                            document.value, kind));
}

std::vector<Job> Jobs::list(std::optional<JobState> state, int limit) {
  if (state) {
    return jobs_from(
        database_, "SELECT " + kColumns + "FROM jobs WHERE state = :state ORDER BY id LIMIT :limit",
        name_of(*state), limit);
  }
  return jobs_from(database_, "SELECT " + kColumns + "FROM jobs ORDER BY id LIMIT :limit", limit);
}

std::int64_t Jobs::count(JobState state) {
  return number_from(database_, "SELECT count(*) FROM jobs WHERE state = :state", 0,
                     name_of(state));
}

std::int64_t Jobs::pending(std::string_view kind) {
  return number_from(
      database_, "SELECT count(*) FROM jobs WHERE kind = :kind AND state IN ('queued', 'leased')",
      0, kind);
}

void Jobs::retry(Transaction&, JobId id) {
  const auto job = find(id);
  if (!job) throw no_such_job(id);
  const Moment now = database_.clock().now();
  if (job->state == JobState::leased && job->leased_until > now) {
    throw Error(Fault::usage, say(tr("job {} is running"), id.value),
                tr("wait until it has ended"));
  }
  change(database_,
         "UPDATE jobs SET state = 'queued', attempts = 0, not_before = :now, owner = '', "
         "leased_until = '', problem = '' WHERE id = :id",
         to_text(now), id.value);
}

void Jobs::quarantine(Transaction&, JobId id, std::string_view problem) {
  const auto changed = change(database_,
                              "UPDATE jobs SET state = 'quarantined', owner = '', "
                              "leased_until = '', problem = :problem WHERE id = :id",
                              problem, id.value);
  if (changed == 0) throw no_such_job(id);
}

}  // namespace fonds
