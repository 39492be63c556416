/// ArchiveSavedSearches: searches an actor keeps and asks again. Nobody sees another's: what is
/// looked for may name children.
///
/// Threads: one per Archive. Faults: denied, not_found, usage, and those of the catalogue.
#pragma once

#include <string_view>
#include <vector>

#include "archive/archive.h"
#include "catalogue/saved_searches.h"
#include "model/actor.h"

namespace fonds {

class ArchiveSavedSearches {
 public:
  explicit ArchiveSavedSearches(Archive& archive) : archive_(archive) {}

  /// In place of one of this title.
  SavedSearch save(const Actor& actor, std::string_view title, std::string_view query);
  void remove(const Actor& actor, std::string_view title);
  SavedSearch find(const Actor& actor, std::string_view title);
  std::vector<SavedSearch> list(const Actor& actor);

 private:
  Archive& archive_;
};

}  // namespace fonds
