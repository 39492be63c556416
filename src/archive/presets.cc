#include "archive/presets.h"

#include <algorithm>

#include "catalogue/documents.h"

namespace fonds {
std::optional<Preset> preset_of(Archive& archive, DocumentId document) {
  Sheets sheets(archive.catalogue());
  const auto sheet = sheets.counting_for(document);
  if (!sheet) return std::nullopt;
  return Preset{sheet->code, sheet->document, !sheets.may_still_come_before(document)};
}

std::optional<SheetCode> said_in_front(Archive& archive, DocumentId document,
                                       const std::optional<DocumentSheet>& own) {
  if (own && own->scope == SheetScope::several) return std::nullopt;
  if (own && !own->code.is_bare()) return own->code;
  const auto preset = preset_of(archive, document);
  return preset ? std::optional(preset->says) : std::nullopt;
}

std::optional<SheetCode> said_in_front(Archive& archive, DocumentId document) {
  const auto sheet = Sheets(archive.catalogue()).find(document);
  return said_in_front(
      archive, document,
      sheet ? std::optional(DocumentSheet{sheet->scope, sheet->code}) : std::nullopt);
}

bool is_sheet(Archive& archive, DocumentId document) {
  const auto sheet = Sheets(archive.catalogue()).find(document);
  return sheet && sheet->scope == SheetScope::behind;
}

std::vector<DocumentId> to_be_preset(Archive& archive, DocumentId sheet) {
  Sheets sheets(archive.catalogue());
  const auto found = sheets.find(sheet);
  if (!found) return {};
  std::vector<DocumentId> documents = sheets.behind(*found);
  std::erase_if(documents, [&](DocumentId id) {
    const auto document = Documents(archive.catalogue()).find(id);
    return !document || document->state != DocumentState::recognised;
  });
  return documents;
}

std::vector<PaperCount> paper_counts(Archive& archive, IntakeId intake) {
  Sheets sheets(archive.catalogue());
  std::vector<PaperCount> counts;
  for (const Sheet& sheet : sheets.of(intake)) {
    if (!sheet.code.count || sheet.code.is_bare()) continue;
    // The sheets of a parted stack are counted in the delivery of its papers.
    if (is_parted(*Documents(archive.catalogue()).find(sheet.document))) continue;
    counts.push_back({sheet.document, sheet.code, *sheet.code.count, sheets.papers_behind(sheet)});
  }
  return counts;
}

}  // namespace fonds
