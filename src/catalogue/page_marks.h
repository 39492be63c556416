/// PageMarks: numbers drawn from the words of each page (ingest/rescan.h), to find the page with
/// nearly the same words among all, and what was concluded: that a paper seems to have been scanned
/// before.
///
/// Threads: as Database. Faults: as Database.
#pragma once

#include <optional>
#include <vector>

#include "catalogue/database.h"
#include "model/ids.h"

namespace fonds {

struct MarkedPage {
  int page = 1;            ///< from 1 within the document
  std::vector<int> marks;  ///< each at most once; none: the page says too little
};

struct Rescan {
  DocumentId earlier;   ///< the paper it seems to be
  double likeness = 0;  ///< of their words, 0 … 1
};

class PageMarks {
 public:
  explicit PageMarks(Database& database) : database_(database) {}

  /// Replaces those of the document.
  void record(Transaction& transaction, DocumentId document, const std::vector<MarkedPage>& pages);

  struct Found {
    DocumentId document;
    int page = 1;
    int shared = 0;  ///< marks
  };
  /// Pages of other documents that share at least `least` of `marks`, most first, the earlier
  /// document before the later, at most `limit`.
  std::vector<Found> sharing(const std::vector<int>& marks, DocumentId except, int least,
                             int limit);

  /// Replaces what was concluded of the document; nothing: it is like no other.
  void record_rescan(Transaction& transaction, DocumentId document,
                     const std::optional<Rescan>& rescan);
  std::optional<Rescan> rescan_of(DocumentId document);

 private:
  Database& database_;
};

}  // namespace fonds
