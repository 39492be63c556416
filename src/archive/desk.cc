#include "archive/desk.h"

#include <algorithm>

#include "access/policy.h"
#include "archive/viewer.h"
#include "catalogue/documents.h"
#include "catalogue/page_marks.h"
#include "catalogue/stacks.h"

namespace fonds {
namespace {

bool is_blank(const PageRecord& page) {
  return std::find(page.warnings.begin(), page.warnings.end(), PageWarning::blank) !=
         page.warnings.end();
}

std::vector<DeskNotes::PageNote> page_notes(const Document& document) {
  const bool written = !std::all_of(document.pages.begin(), document.pages.end(), is_blank);
  std::vector<DeskNotes::PageNote> notes;
  for (const PageRecord& page : document.pages) {
    for (const PageWarning warning : page.warnings) {
      // The blank back of a written sheet is as it should be.
      const bool back = warning == PageWarning::blank && written && page.number % 2 == 0;
      if (!back) notes.push_back({page.number, warning});
    }
  }
  return notes;
}

}  // namespace

DeskNotes ArchiveDesk::notes(const Actor& actor, const Document& document) {
  archive_.policy().require(actor, Operation::read_document);
  DeskNotes notes;
  const Viewer viewer(archive_, actor);
  if (!viewer.visible().all) {  // other papers are not spoken of, those of others least of all
    notes.pages = page_notes(document);
    return notes;
  }
  if (document.stack.value != 0) notes.stack = accession_of(document.stack);
  Stacks stacks(archive_.catalogue());
  if (is_parted(document)) {
    for (const Stacks::Part& part : stacks.parts_of(document.id)) {
      notes.papers.push_back(accession_of(part.document));
    }
    return notes;
  }
  if (const auto sheet = Sheets(archive_.catalogue()).find(document.id);
      sheet && sheet->scope == SheetScope::behind) {
    notes.sheet = sheet->code;
    return notes;
  }
  notes.pages = page_notes(document);
  if (const auto rescan = PageMarks(archive_.catalogue()).rescan_of(document.id)) {
    notes.rescan_of = accession_of(rescan->earlier);
  }
  notes.parts = stacks.proposal(document.id).value.value_or(std::vector<int>{});
  notes.preset = preset_of(archive_, document.id);
  if (notes.preset) notes.preset_sheet = accession_of(notes.preset->sheet);
  return notes;
}

std::vector<ArchiveDesk::Count> ArchiveDesk::counts(const Actor& actor, IntakeId intake) {
  archive_.policy().require(actor, Operation::read_document);
  std::vector<Count> counts;
  if (!Viewer(archive_, actor).visible().all) return counts;
  for (PaperCount& papers : paper_counts(archive_, intake)) {
    counts.push_back({accession_of(papers.sheet), std::move(papers)});
  }
  return counts;
}

std::string ArchiveDesk::accession_of(DocumentId document) {
  const auto found = Documents(archive_.catalogue()).find(document);
  return found ? found->accession : std::to_string(document.value);
}

}  // namespace fonds
