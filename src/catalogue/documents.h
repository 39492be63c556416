/// Documents: the records of papers, their originals and pages.
///
/// Threads: as Database. Faults: as Database; absent is a value.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "catalogue/database.h"
#include "model/document.h"

namespace fonds {

class Documents {
 public:
  explicit Documents(Database& database) : database_(database) {}

  /// `source` is "file", "scanner", "folder"; `label` what the clerk called it, may be empty.
  IntakeId add_intake(Transaction& transaction, std::string_view source, std::string_view label);
  /// Records a paper in state accepted, with a new id and the next accession number of this year.
  Document add(Transaction& transaction, IntakeId intake, const std::vector<Original>& originals,
               std::string_view description = {});

  std::optional<Document> find(DocumentId id);
  std::optional<Document> find(std::string_view accession);
  /// Those of them that there are, at the price of a few statements in all.
  std::map<DocumentId, Document> find_all(const std::vector<DocumentId>& ids);
  /// The recognition run that counts, of those that have one.
  std::map<DocumentId, int> runs_of(const std::vector<DocumentId>& documents);
  /// The first document that has an original with this hash and is in no act being carried out.
  std::optional<DocumentId> holding(std::string_view sha256);
  /// In order of id, above `after`, at most `limit`, of one state or of all: those that are not
  /// destroyed, as count().
  std::vector<Document> list(DocumentId after, int limit, std::optional<DocumentState> state = {});
  std::int64_t count(std::optional<DocumentState> state = {});

  /// Replaces what recognition found and sets the state recognised.
  void record_recognition(Transaction& transaction, DocumentId id, int run,
                          const std::vector<PageRecord>& pages, double confidence, double seconds);
  void set_state(Transaction& transaction, DocumentId id, DocumentState state,
                 std::string_view problem);
  /// The different hashes of originals of documents that are not destroyed, whose first digits are
  /// `beginning`, in order.
  std::vector<std::string> hashes(std::string_view beginning);
  /// Whether any document that is not destroyed names this object.
  bool names(std::string_view sha256);

 private:
  Database& database_;
};

}  // namespace fonds
