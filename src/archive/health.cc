#include "archive/health.h"

#include <algorithm>

#include "archive/index.h"
#include "base/error.h"
#include "catalogue/documents.h"
#include "catalogue/journal.h"

namespace fonds {

std::int64_t HealthFigures::count(JobState state) const {
  const auto found =
      std::find_if(jobs.begin(), jobs.end(), [&](const auto& each) { return each.first == state; });
  return found == jobs.end() ? 0 : found->second;
}

HealthFigures ArchiveHealth::look(const Actor& actor) {
  archive_.policy().require(actor, Operation::manage_jobs);
  HealthFigures figures;
  Documents documents(archive_.catalogue());
  for (const DocumentState state :
       {DocumentState::accepted, DocumentState::recognised, DocumentState::quarantined}) {
    figures.documents.emplace_back(state, documents.count(state));
  }
  Jobs jobs(archive_.catalogue());
  for (const JobState state :
       {JobState::queued, JobState::leased, JobState::done, JobState::quarantined}) {
    figures.jobs.emplace_back(state, jobs.count(state));
  }
  try {
    figures.index_lag = ArchiveIndex(archive_).lag();
  } catch (const Error& error) {
    figures.index_problem = error.message();  // the other figures are wanted just then
  }
  figures.journal_head = Journal(archive_.catalogue()).head();
  figures.free_bytes = free_space(archive_.incoming());
  figures.reserve_bytes =
      static_cast<std::uint64_t>(archive_.settings().integer("intake.reserve_megabytes")) << 20U;
  return figures;
}

}  // namespace fonds
