/// ArchiveJobs: the queue of work: what waits, what failed and why; second chances.
///
/// Threads: one per Archive. Faults: denied, not_found, usage.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "archive/archive.h"
#include "catalogue/jobs.h"
#include "model/actor.h"

namespace fonds {

class ArchiveJobs {
 public:
  explicit ArchiveJobs(Archive& archive) : archive_(archive) {}

  std::vector<Job> list(const Actor& actor, std::optional<JobState> state, int limit);
  /// Queues the job again; its document is no longer quarantined. A done job is done again.
  Job retry(const Actor& actor, JobId id);
  /// Every quarantined job. Returns how many.
  int retry_all(const Actor& actor);
  /// Has a document recognised once more; what people said of it stays. Nothing new when it waits
  /// or runs already. `reference` as for ArchiveDocuments::show.
  Job recognise_again(const Actor& actor, std::string_view reference);
  /// Takes a job out of the queue by hand.
  Job quarantine(const Actor& actor, JobId id);

 private:
  Job find(JobId id);
  Archive& archive_;
};

}  // namespace fonds
