/// Rescans: whether a just recognised paper was scanned before: a note for people, never a refusal.
///
/// Pages with nearly the same words are found by their marks; whether they are the same paper or
/// two of one series is told by comparing them word by word. Threads: one per Archive. Faults:
/// those of catalogue and store.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "archive/archive.h"
#include "catalogue/page_marks.h"
#include "model/document.h"

namespace fonds {

struct RescanFinding {
  std::vector<MarkedPage> pages;
  std::optional<Rescan> own;  ///< of an earlier paper
  /// Later papers, recognised before this one, that are scans of it.
  struct Later {
    DocumentId document;
    double likeness = 0;
  };
  std::vector<Later> later;
};

/// `text` (pages parted by form feeds) is the one just recognised.
RescanFinding find_rescans(Archive& archive, const Document& document, std::string_view text);

/// Keeps the finding, and the marks of the paper for those that come later.
void record_rescans(Database& database, Transaction& transaction, DocumentId document,
                    const RescanFinding& found);

}  // namespace fonds
