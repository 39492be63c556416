/// Jobs: work that waits. Leased by workers, retried with back-off, quarantined after the limit,
/// all in the same transaction as the records it concerns.
///
/// A lease that runs out makes the job available again (its worker died); that counts as an
/// attempt. On PostgreSQL leasing uses FOR UPDATE SKIP LOCKED. Threads: as Database. Faults: as
/// Database; busy when a lease was lost meanwhile.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "catalogue/database.h"
#include "catalogue/leases.h"
#include "model/ids.h"

namespace fonds {

enum class JobState { queued, leased, done, quarantined };
std::string_view name_of(JobState state);
std::optional<JobState> job_state_from(std::string_view name);

struct Job {
  JobId id;
  std::string kind;  ///< "recognise"
  DocumentId document;
  JobState state = JobState::queued;
  int attempts = 0;  ///< leases so far, the present one included
  Moment not_before{};
  std::string owner;  ///< of the lease
  Moment leased_until{};
  std::string problem;  ///< of the last attempt
};

class Jobs {
 public:
  static constexpr int kAttempts = 3;  ///< then quarantined
  /// Waiting time after the n-th failed attempt: 5 s, 30 s.
  static std::chrono::seconds back_off(int attempts);

  explicit Jobs(Database& database) : database_(database) {}

  JobId enqueue(Transaction& transaction, std::string_view kind, DocumentId document);
  /// The oldest job that may run now, leased to `owner`; in a transaction of its own. A job whose
  /// lease ran out kAttempts times is quarantined instead, see expired().
  std::optional<Job> lease(std::string_view kind, std::string_view owner,
                           std::chrono::seconds duration);
  /// False when the lease was lost.
  bool extend(JobId id, std::string_view owner, std::chrono::seconds duration);
  void complete(Transaction& transaction, JobId id, std::string_view owner);
  enum class Retry { later, never };
  /// Returns the new state: queued (after back-off) or quarantined.
  JobState fail(Transaction& transaction, JobId id, std::string_view owner,
                std::string_view problem, Retry retry);
  /// Gives a lease back unused (the worker is asked to stop): no attempt counted.
  void give_back(JobId id, std::string_view owner);
  /// Leased jobs whose lease ran out on their last attempt: to be quarantined by the caller.
  std::vector<Job> expired(std::string_view kind);

  std::optional<Job> find(JobId id);
  /// The newest job of the kind for a document.
  std::optional<Job> last_of(std::string_view kind, DocumentId document);
  std::vector<Job> list(std::optional<JobState> state, int limit);
  std::int64_t count(JobState state);
  /// Jobs of the kind not yet done nor quarantined.
  std::int64_t pending(std::string_view kind);
  /// Back to the queue with no attempts. Fault usage for a job that is running.
  void retry(Transaction& transaction, JobId id);
  void quarantine(Transaction& transaction, JobId id, std::string_view problem);

 private:
  Database& database_;
};

}  // namespace fonds
