/// ArchiveIndexCare: how the search index is, and what keeps it well without anybody asking:
/// a look at all of it every so many days, a rebuild when it is damaged, a denser copy when it has
/// outgrown its documents. Meanwhile what there is goes on serving.
///
/// What was done when stands in the journal, so several programs of one archive share the work.
/// Threads: one per Archive. Faults: denied, busy (another process writes the index), io.
#pragma once

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>

#include "archive/archive.h"
#include "indexer/inspect.h"
#include "model/actor.h"

namespace fonds {

struct IndexStatus {
  std::optional<int> generation;  ///< that serves; nothing: there is none
  IndexSize size;
  std::optional<IndexSize> when_made;  ///< when it was last rebuilt or compacted, where known
  EntryNumber lag = 0;                 ///< journal entries that change it and are not in it
  std::optional<Moment> checked_at;    ///< the last look at all of it
  bool sound = true;                   ///< as that look found it, or as it can be opened now
  std::string problem;                 ///< why it can not be opened; empty: it can
};

struct IndexCareLimits {
  int check_days = 7;  ///< between looks at all of it; 0: none (setting index.check_days)
  /// So many times its bytes per document of when it was made are too much: twice is what tables
  /// grow to by themselves.
  double growth = 3;
  std::uint64_t least_bytes = 64ULL << 20;  ///< below it no size is too much
};
/// As the archive's settings have them.
IndexCareLimits index_care_limits(const Archive& archive);

/// On whose account the program looks after the index.
inline Actor system_actor() { return {"system", Role::administrator}; }

class ArchiveIndexCare {
 public:
  explicit ArchiveIndexCare(Archive& archive) : archive_(archive) {}

  IndexStatus status(const Actor& actor);
  /// Reads all of it; returns what is wrong, empty when it is sound. Journalled.
  std::string check(const Actor& actor);

  enum class Did { nothing, checked, compacted, rebuilt };
  enum class Suspicion { none, damaged };
  /// The first that is due. `suspicion`: damage was met while writing. It is rebuilt then without a
  /// look: a look does not read every place of every word.
  Did do_what_is_due(const Actor& actor, const IndexCareLimits& limits, Suspicion suspicion,
                     const std::stop_token& stop);

 private:
  IndexStatus now();
  std::string look_at_all(const Actor& actor);
  Archive& archive_;
};

}  // namespace fonds
