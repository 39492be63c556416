/// ArchiveHealth: how the archive and its machine are, in figures: what waits, what failed, how far
/// the index is, how much room is left. Nobody's data.
///
/// Threads: one per Archive. Faults: denied, and those of the catalogue.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "archive/archive.h"
#include "catalogue/jobs.h"
#include "model/actor.h"
#include "model/document.h"

namespace fonds {

struct HealthFigures {
  std::vector<std::pair<DocumentState, std::int64_t>> documents;
  std::vector<std::pair<JobState, std::int64_t>> jobs;
  std::optional<EntryNumber> index_lag;  ///< journal entries; nothing: it can not be told
  std::string index_problem;             ///< why
  EntryNumber journal_head = 0;
  std::uint64_t free_bytes = 0;     ///< where originals are kept
  std::uint64_t reserve_bytes = 0;  ///< with less nothing more is taken in

  [[nodiscard]] std::int64_t count(JobState state) const;
  [[nodiscard]] bool is_disk_full() const { return free_bytes < reserve_bytes; }
};

class ArchiveHealth {
 public:
  explicit ArchiveHealth(Archive& archive) : archive_(archive) {}

  HealthFigures look(const Actor& actor);

 private:
  Archive& archive_;
};

}  // namespace fonds
