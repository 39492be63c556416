/// rebuild_index() makes the whole index again, beside the one that serves, and swaps.
///
/// Invariant: killed at any moment, the next call goes on from the last checkpoint; the old index
/// serves until the new one is whole, compacted and has caught up with the journal. Memory is
/// bounded by `memory_limit` and one document.
/// Threads: one; the caller holds the "index" lease. Faults: as Follower; busy.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "catalogue/documents.h"
#include "indexer/follower.h"
#include "indexer/generations.h"

namespace fonds {

struct RebuildOptions {
  int checkpoint_every = 5000;  ///< documents
  std::uint64_t memory_limit = 64ULL << 20;
  /// An index of fewer documents is not compacted: there is nothing to gain.
  std::int64_t compact_from = 1000;
  /// Called about once a second while the index is compacted; what it throws ends the rebuild.
  std::function<void()> alive;
  /// Documents looked at in this run and those still to do at its start.
  std::function<void(std::int64_t done, std::int64_t total)> progress;
};

struct RebuildResult {
  int generation = 0;
  std::int64_t documents = 0;  ///< in the new index
  bool resumed = false;        ///< went on with a rebuild begun earlier
  std::vector<IndexProblem> problems;
};

RebuildResult rebuild_index(Generations& generations, Documents& documents, Journal& journal,
                            const Clock& clock, const DocumentLoader& load,
                            const RebuildOptions& options = {});

}  // namespace fonds
