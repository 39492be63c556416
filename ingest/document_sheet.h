/// DocumentSheet: the sheet a whole document is or begins with, and what holds for the files of a
/// batch that are read one after another.
///
/// Threads: pure; a BatchFollower is used by one thread. Faults: none.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/batch_sheets.h"
#include "ingest/separate.h"
#include "model/page.h"
#include "model/sheet_code.h"

namespace fonds {

/// What of a page tells whether it is a sheet.
struct SheetSigns {
  std::vector<Barcode> codes;
  int words = 0;
  bool blank = false;
};
SheetSigns sheet_signs(const RecognisedPage& page);

/// What `separate` has to know of the page. `separator`: it calls itself one, in words.
StackItem stack_item(const BatchSheets& known, const SheetSigns& page, bool separator);
/// Whether the page has little enough to say to be a sheet.
bool may_be_sheet(const SheetSigns& page);

/// Pages of a document that make one paper, or one sheet that has something to say.
struct StackPart {
  PageRange pages;
  std::optional<SheetCode> sheet;  ///< it is this sheet
  bool operator==(const StackPart&) const = default;
};

/// How the sheets between them part the pages of a document: its papers, blank pages at their ends
/// left out, and each sheet that has something to say. Empty when they part nothing.
std::vector<StackPart> parted_by_sheets(const std::vector<StackItem>& pages);

/// The sheet a document holds; nothing when it holds none.
std::optional<DocumentSheet> document_sheet(const BatchSheets& known,
                                            const std::vector<SheetSigns>& pages);

/// Says what holds for each file of a batch, given in the order of the batch.
class BatchFollower {
 public:
  explicit BatchFollower(const BatchSheets& known) : known_(known) {}

  /// `name` as inspection gives it: "batch.zip!/page 1.jpg". A file of another batch, or of none,
  /// begins anew. Nothing for a sheet itself and where none counts.
  std::optional<SheetCode> take(std::string_view name, const std::vector<RecognisedPage>& pages);

 private:
  const BatchSheets& known_;
  std::string batch_;
  SheetFollower follower_;
};

}  // namespace fonds
