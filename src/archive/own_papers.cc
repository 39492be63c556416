#include "archive/own_papers.h"

#include "access/policy.h"
#include "archive/documents.h"
#include "archive/volume_choice.h"
#include "base/error.h"
#include "base/messages.h"

namespace fonds {

FiledPaper ArchiveOwnPapers::file(const Actor& actor, const OwnPaper& paper,
                                  std::string_view volume) {
  archive_.policy().require(actor, Operation::keep_cases);
  // Before anything is made: the volume must be there to take it.
  const Volume into = volume_meant(archive_, Viewer(archive_, actor), volume);
  if (into.state != VolumeState::open) {
    throw Error(Fault::usage, say(tr("volume {} is closed"), to_text(into.key)),
                tr("file it into an open one; `fonds case list` shows them"));
  }
  const ObjectStore::Stored stored = archive_.originals().put(paper.pdf);
  Delivery delivery{"form", "", paper.description, {}};
  const Deposit made = ArchiveDocuments(archive_).deposit(
      actor, delivery,
      {{stored.sha256, static_cast<std::int64_t>(stored.size), FileKind::pdf, paper.name}});
  return ArchiveFiling(archive_).file(actor, to_text(into.key), made.document.accession, {});
}

}  // namespace fonds
