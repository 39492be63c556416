/// Sheets: the separator, cover and case sheets of each delivery, and which of them counts for
/// which of its documents.
///
/// The order of a delivery is that of its documents' ids. What a sheet that opens a segment says
/// holds for the documents behind it until the next such sheet, and never beyond the delivery. The
/// papers of a parted stack are a delivery of their own; before its first sheet counts what lay
/// before the stack.
/// Threads: as Database. Faults: as Database; absent is a value.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "catalogue/database.h"
#include "model/ids.h"
#include "model/sheet_code.h"

namespace fonds {

struct Sheet {
  DocumentId document;
  IntakeId intake;
  SheetScope scope = SheetScope::behind;
  SheetCode code;
};

class Sheets {
 public:
  explicit Sheets(Database& database) : database_(database) {}

  void record(Transaction& transaction, const Sheet& sheet);
  void remove(Transaction& transaction, DocumentId document);

  std::optional<Sheet> find(DocumentId document);
  /// All of a delivery, in order.
  std::vector<Sheet> of(IntakeId intake);
  /// The sheet that counts for the document: nothing for a sheet itself, and where none was.
  std::optional<Sheet> counting_for(DocumentId document);
  /// Whether a document before this one in its delivery still waits for recognition: it may turn
  /// out to be a sheet.
  bool may_still_come_before(DocumentId document);
  /// The documents a sheet counts for, sheets among them left out, blank ones kept.
  std::vector<DocumentId> behind(const Sheet& sheet);
  /// Those of behind() that are papers: recognised ones whose pages are not all blank, and what
  /// still waits.
  int papers_behind(const Sheet& sheet);

 private:
  std::optional<Sheet> before(DocumentId document);
  std::optional<DocumentId> end_of(const Sheet& sheet);
  /// In place of a parted stack those of its papers that lie before its first sheet.
  std::vector<DocumentId> with_parts(const std::vector<DocumentId>& documents);
  Database& database_;
};

}  // namespace fonds
