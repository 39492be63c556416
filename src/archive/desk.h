/// ArchiveDesk: what to tell whoever took papers in while the papers are still at hand: scans that
/// went wrong, papers scanned twice, sheets that promised another number of papers than came.
///
/// Threads: one per Archive. Faults: denied, and those of the catalogue.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "archive/presets.h"
#include "model/actor.h"
#include "model/document.h"

namespace fonds {

struct DeskNotes {
  struct PageNote {
    int page = 1;
    PageWarning warning = PageWarning::blank;
  };
  std::vector<PageNote> pages;           ///< blank backs of written papers left out
  std::optional<std::string> rescan_of;  ///< accession number of the earlier paper
  std::optional<SheetCode> sheet;        ///< the document is this sheet
  std::optional<Preset> preset;          ///< a sheet before it says this
  std::string preset_sheet;              ///< its accession number
  std::vector<int> parts;                ///< pages on which papers seem to begin
  std::string stack;                     ///< accession number of the stack it was parted from
  std::vector<std::string> papers;       ///< of a parted stack, accession numbers in order
};

class ArchiveDesk {
 public:
  explicit ArchiveDesk(Archive& archive) : archive_(archive) {}

  DeskNotes notes(const Actor& actor, const Document& document);

  struct Count {
    std::string accession;  ///< of the sheet
    PaperCount papers;
  };
  /// Of the delivery's sheets that say a number, in order.
  std::vector<Count> counts(const Actor& actor, IntakeId intake);

 private:
  std::string accession_of(DocumentId document);
  Archive& archive_;
};

}  // namespace fonds
