/// Follower keeps the index up with the journal: it reads the entries after the index's position
/// and brings the documents they speak of up to date.
///
/// Invariant: following the same entries again gives the same index; the position is committed with
/// the changes of the entries up to it.
/// Threads: as IndexWriter. Faults: those of journal, writer and loader. A document whose text is
/// corrupt or not found costs only itself: it is taken out of the index and named by problems().
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "catalogue/journal.h"
#include "indexer/index_writer.h"

namespace fonds {

/// What is to be indexed of a document as it is now; nothing when it is gone or has no text yet.
using DocumentLoader = std::function<std::optional<IndexedDocument>(DocumentId)>;

/// A document that could not be loaded.
struct IndexProblem {
  DocumentId document;
  std::string message;
};

/// Calls `visit` for every document the student has to do with.
using DocumentsOfStudent =
    std::function<void(StudentId, const std::function<void(DocumentId)>& visit)>;

/// The events after which documents must be looked at again; their subject is "document/<id>", or
/// "student/<id>" for all documents of a student.
bool changes_index(std::string_view event);
/// The id in "document/<id>".
std::optional<DocumentId> document_of(std::string_view subject);
/// The id in "student/<id>".
std::optional<StudentId> student_of(std::string_view subject);

struct FollowerLimits {
  int batch = 500;                        ///< entries between commits, at most
  std::chrono::milliseconds pause{2000};  ///< time between commits, about
};

class Follower {
 public:
  /// All must outlive the follower.
  Follower(Journal& journal, IndexWriter& writer, const Clock& clock, DocumentLoader load,
           DocumentsOfStudent documents_of = {}, FollowerLimits limits = {});
  /// Handles all entries there are, or until `stop` says so (asked between documents); everything
  /// handled is committed. Returns the number of entries handled.
  std::int64_t catch_up(const std::function<bool()>& stop = {});
  [[nodiscard]] const std::vector<IndexProblem>& problems() const { return problems_; }

 private:
  Journal& journal_;
  IndexWriter& writer_;
  const Clock& clock_;
  DocumentLoader load_;
  DocumentsOfStudent documents_of_;
  FollowerLimits limits_;
  std::vector<IndexProblem> problems_;
};

/// Puts the document as `load` gives it, or takes it out. Returns what was wrong with its text.
std::optional<IndexProblem> refresh(IndexWriter& writer, const DocumentLoader& load,
                                    DocumentId document);

}  // namespace fonds
