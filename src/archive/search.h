/// ArchiveSearch: what the actor may find.
///
/// Threads: one per Archive. Faults: denied, and those of the index.
#pragma once

#include "archive/archive.h"
#include "indexer/search.h"
#include "model/actor.h"

namespace fonds {

class ArchiveSearch {
 public:
  explicit ArchiveSearch(Archive& archive);
  ~ArchiveSearch();
  /// Journalled, without the words asked for (they may be a child's name).
  SearchResult search(const Actor& actor, const SearchRequest& request);

 private:
  class Texts;
  Archive& archive_;
  std::unique_ptr<Texts> texts_;
  std::unique_ptr<Searcher> searcher_;
};

}  // namespace fonds
