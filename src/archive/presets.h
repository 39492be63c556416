/// Presets: what the sheet before a paper says of it, and how many papers came behind each sheet.
///
/// Papers of a delivery are recognised in any order: until everything before a paper is recognised
/// its preset may still change, and what was recognised before its sheet is named when the sheet
/// comes. Threads: one per Archive. Faults: those of the catalogue.
#pragma once

#include <optional>
#include <vector>

#include "archive/archive.h"
#include "catalogue/sheets.h"

namespace fonds {

struct Preset {
  SheetCode says;
  DocumentId sheet;     ///< the document that is the sheet, or begins with it
  bool settled = true;  ///< nothing before the paper waits for recognition
};
/// Nothing where no sheet counts for the document.
std::optional<Preset> preset_of(Archive& archive, DocumentId document);

/// What a sheet says of the document: the one it is (`own`), else the one before it. `own` is given
/// while it is not on record yet. Nothing for a stack that holds papers of several sheets.
std::optional<SheetCode> said_in_front(Archive& archive, DocumentId document,
                                       const std::optional<DocumentSheet>& own);
std::optional<SheetCode> said_in_front(Archive& archive, DocumentId document);

/// Whether the document is a sheet and nothing else: kind separator, no review.
bool is_sheet(Archive& archive, DocumentId document);

/// The documents whose preset a just recognised sheet may have changed: those behind it that were
/// recognised before it.
std::vector<DocumentId> to_be_preset(Archive& archive, DocumentId sheet);

/// What a sheet promised and what came.
struct PaperCount {
  DocumentId sheet;
  SheetCode says;
  int expected = 0;
  int found = 0;
};
/// Of every sheet of the delivery that says a number, in order.
std::vector<PaperCount> paper_counts(Archive& archive, IntakeId intake);

}  // namespace fonds
