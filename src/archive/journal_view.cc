#include "archive/journal_view.h"

namespace fonds {

std::vector<JournalEntry> ArchiveJournal::list(const Actor& actor, const JournalQuery& query) {
  archive_.policy().require(actor, Operation::read_journal);
  return Journal(archive_.catalogue()).find(query);
}

EntryNumber ArchiveJournal::head(const Actor& actor) {
  archive_.policy().require(actor, Operation::read_journal);
  return Journal(archive_.catalogue()).head();
}

}  // namespace fonds
