#include "catalogue/page_marks.h"

#include <fmt/format.h>

#include "catalogue/sql.h"

namespace fonds {

void PageMarks::record(Transaction&, DocumentId document, const std::vector<MarkedPage>& pages) {
  change(database_, "DELETE FROM page_marks WHERE document = :document", document.value);
  for (const MarkedPage& page : pages) {
    for (const int mark : page.marks) {
      change(database_,
             "INSERT INTO page_marks (mark, document, page) VALUES (:mark, :document, :page)", mark,
             document.value, page.page);
    }
  }
}

std::vector<PageMarks::Found> PageMarks::sharing(const std::vector<int>& marks, DocumentId except,
                                                 int least, int limit) {
  std::vector<Found> found;
  if (marks.empty()) return found;
  // Numbers of ours: they may stand in the text itself.
  const std::string list = fmt::format("{}", fmt::join(marks, ", "));
  long long document = 0;
  Found each;
  each_row(
      database_,
      "SELECT document, page, count(*) FROM page_marks WHERE mark IN (" + list +
          ") AND document <> :except GROUP BY document, page HAVING count(*) >= :least "
          "ORDER BY count(*) DESC, document, page LIMIT :limit",
      std::tie(document, each.page, each.shared),
      [&] {
        each.document = {document};
        found.push_back(each);
      },
      except.value, least, limit);
  return found;
}

void PageMarks::record_rescan(Transaction&, DocumentId document,
                              const std::optional<Rescan>& rescan) {
  change(database_, "DELETE FROM rescans WHERE document = :document", document.value);
  if (!rescan) return;
  change(
      database_,
      "INSERT INTO rescans (document, earlier, likeness) VALUES (:document, :earlier, :likeness)",
      document.value, rescan->earlier.value, rescan->likeness);
}

std::optional<Rescan> PageMarks::rescan_of(DocumentId document) {
  std::optional<Rescan> rescan;
  long long earlier = 0;
  double likeness = 0;
  each_row(
      database_, "SELECT earlier, likeness FROM rescans WHERE document = :document",
      std::tie(earlier, likeness),
      [&] {
        rescan = Rescan{{earlier}, likeness};
      },
      document.value);
  return rescan;
}

}  // namespace fonds
