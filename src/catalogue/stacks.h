/// Stacks: documents that are several papers scanned into one, proposed or parted.
///
/// A parted document is no paper any more: it has no card, no pages and no text; its papers are
/// documents in a delivery of their own, in the order of the stack, each with a file of its own.
/// The stack's file stays as it was accepted. Whoever destroys one of the papers must destroy it,
/// too: it holds them all. Threads: as Database. Faults: as Database; absent is a value.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "catalogue/database.h"
#include "model/decision.h"
#include "model/ids.h"

namespace fonds {

class Stacks {
 public:
  explicit Stacks(Database& database) : database_(database) {}

  /// Replaces what was proposed; what a person said of the document stays.
  void propose(Transaction& transaction, DocumentId document,
               const Decision<std::vector<int>>& parts);
  /// Pages on which papers begin, that a person has to decide on; abstains when none has.
  Decision<std::vector<int>> proposal(DocumentId document);
  /// A person says that it is one paper, now and after every recognition.
  void keep_whole(Transaction& transaction, DocumentId document, std::string_view login);

  struct Part {
    DocumentId document;
    int first_page = 1;  ///< in the stack
    int pages = 1;
  };
  /// The document becomes a stack that was parted into the papers of the delivery `parts`.
  void record(Transaction& transaction, DocumentId stack, IntakeId parts,
              const std::vector<Part>& papers, std::string_view login);
  /// In order; empty for what was not parted.
  std::vector<Part> parts_of(DocumentId stack);

 private:
  Database& database_;
};

}  // namespace fonds
