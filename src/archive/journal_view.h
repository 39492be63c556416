/// ArchiveJournal: the journal as people read it: who did what, when, with which record.
///
/// Threads: one per Archive. Faults: denied, and those of the catalogue.
#pragma once

#include <vector>

#include "archive/archive.h"
#include "catalogue/journal.h"
#include "model/actor.h"

namespace fonds {

class ArchiveJournal {
 public:
  explicit ArchiveJournal(Archive& archive) : archive_(archive) {}

  /// The newest first. Entries hold logins and ids, nobody's data: reading them is not noted.
  std::vector<JournalEntry> list(const Actor& actor, const JournalQuery& query);
  /// Number of the newest entry; 0: there is none.
  EntryNumber head(const Actor& actor);

 private:
  Archive& archive_;
};

}  // namespace fonds
