/// CatalogueOfTexts: a real catalogue on SQLite with texts beside it, for tests of what follows the
/// journal.
///
/// Threads: a value of the test that made it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/digest.h"
#include "catalogue/database.h"
#include "catalogue/documents.h"
#include "catalogue/journal.h"
#include "indexer/follower.h"
#include "support/fixed_clock.h"
#include "support/temp_folder.h"

namespace fonds {

class CatalogueOfTexts {
 public:
  CatalogueOfTexts() { database.migrate(); }

  /// A recognised paper with this text on its one page, in the journal.
  DocumentId recognise(const std::string& text) {
    Transaction transaction(database);
    journal.lock(transaction);
    const IntakeId intake = documents.add_intake(transaction, "file", "");
    Original original;
    original.sha256 = sha256(std::to_string(++made_));
    original.size = 1;
    original.source_name = "a.jpg";
    const Document document = documents.add(transaction, intake, {original});
    note(transaction, "document.accepted", document.id);
    note(transaction, "document.recognised", document.id);
    transaction.commit();
    texts[document.id] = text;
    return document.id;
  }
  void destroy(DocumentId id) {
    texts.erase(id);
    append("document.destroyed", id);
  }
  void append(std::string_view event, DocumentId id) {
    Transaction transaction(database);
    note(transaction, event, id);
    transaction.commit();
  }
  std::optional<IndexedDocument> load(DocumentId id) {
    ++loaded;
    const auto text = texts.find(id);
    if (text == texts.end()) return std::nullopt;
    return IndexedDocument{id, "2026-" + std::to_string(id.value), {text->second}, clock.now()};
  }
  DocumentLoader loader() {
    return [this](DocumentId id) { return load(id); };
  }

  /// Students have to do with the documents noted in `papers`.
  DocumentsOfStudent documents_of_students() {
    return [this](StudentId student, const std::function<void(DocumentId)>& visit) {
      for (const DocumentId each : papers[student]) visit(each);
    };
  }
  void append(std::string_view event, StudentId student) {
    Transaction transaction(database);
    journal.append(transaction, {"test", Role::clerk}, event,
                   "student/" + std::to_string(student.value));
    transaction.commit();
  }

  TempFolder folder;
  FixedClock clock;
  Database database{"sqlite:" + (folder / "catalogue.sqlite").string(), clock};
  Journal journal{database};
  Documents documents{database};
  std::map<DocumentId, std::string> texts;
  std::map<StudentId, std::vector<DocumentId>> papers;
  int loaded = 0;

 private:
  void note(Transaction& transaction, std::string_view event, DocumentId id) {
    journal.append(transaction, {"test", Role::clerk}, event,
                   "document/" + std::to_string(id.value));
  }
  int made_ = 0;
};

}  // namespace fonds
