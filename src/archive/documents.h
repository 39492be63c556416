/// ArchiveDocuments: the papers: how one comes to exist, and reading what is there.
///
/// Threads: one per Archive. Faults: denied, not_found, and those of catalogue and store.
#pragma once

#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "archive/archive.h"
#include "archive/viewer.h"
#include "base/error.h"
#include "base/unique_fd.h"
#include "model/actor.h"
#include "model/document.h"
#include "model/journal_entry.h"

namespace fonds {

/// One delivery that is coming in; its record is made with its first document.
struct Delivery {
  std::string source;         ///< "file", "scanner", "folder"
  std::string label;          ///< what the clerk called it
  std::string description{};  ///< of each of its documents; may be empty
  IntakeId intake{};          ///< 0 until the first document
};

enum class Identical { is_duplicate, is_another_paper };

struct Deposit {
  Document document;       ///< the new one, or the one that had these bytes before
  bool duplicate = false;  ///< nothing was made
};

enum class ExportPart { original, access_copy, alto, text };

class ArchiveDocuments {
 public:
  explicit ArchiveDocuments(Archive& archive) : archive_(archive) {}

  /// The one way a document comes to exist: record, recognition job and journal entry in one
  /// transaction. The originals' bytes must be durable in the store. Exact copies of a
  /// one-file paper are recognised; `identical` says whether they are papers of their own
  /// (two sheets that a scanner saw as the same bytes are two sheets).
  Deposit deposit(const Actor& actor, Delivery& delivery, const std::vector<Original>& originals,
                  Identical identical = Identical::is_duplicate);

  /// The same for several at once, within the caller's transaction; nothing is looked for.
  Document deposit(Transaction& transaction, const Actor& actor, IntakeId intake,
                   const std::vector<Original>& originals, std::string_view description);

  /// By accession number ("2026-000123") or id ("123"). Journalled as a read.
  Document show(const Actor& actor, std::string_view reference);
  /// Which of them: of a state, behind one, and how many.
  struct Listed {
    std::optional<DocumentState> state{};
    DocumentId after{};
    std::int64_t limit = std::numeric_limits<std::int64_t>::max();
  };
  /// Calls `visit` for every document asked for that the actor sees, in order of id. Journalled as
  /// a read.
  void list(const Actor& actor, const Listed& asked,
            const std::function<void(const Document&)>& visit);
  std::vector<JournalEntry> history(const Actor& actor, std::string_view reference);

  /// Opens a part for reading. Journalled. For several originals `which` counts from 1; 0 is usage
  /// when there is more than one.
  struct Exported {
    UniqueFd fd;
    std::string file_name;  ///< suggestion: accession number and ending
  };
  Exported open_part(const Actor& actor, std::string_view reference, ExportPart part, int which);
  /// Recognised text, pages parted by form feeds; empty before recognition.
  std::string text(const Actor& actor, const Document& document);

  /// The document a reference names, if the viewer sees it. Fault not_found when there is none, or
  /// none for the viewer. Not journalled: for callers that journal themselves.
  Document find(const Viewer& viewer, std::string_view reference);
  /// The same for those who work with the ids of all documents.
  Document find(std::string_view reference);

 private:
  void each_seen(const Viewer& viewer, const Listed& asked,
                 const std::function<void(const Document&)>& visit);
  void journal_read(const Actor& actor, const Document& document, std::string_view event,
                    std::string_view details);
  Archive& archive_;
};

/// The Error of asking for what recognition makes of a document before it did.
Error not_recognised_yet(const Document& document);

}  // namespace fonds
