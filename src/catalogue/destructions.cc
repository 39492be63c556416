#include "catalogue/destructions.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <thread>
#include <tuple>

#include "base/error.h"
#include "base/messages.h"
#include "catalogue/sql.h"

namespace fonds {
namespace {

/// Tables whose rows of a document go with it; those that others refer to come last.
constexpr std::array kErased{"achievement_words",
                             "card_values",
                             "student_links",
                             "mentions",
                             "text_corrections",
                             "cards",
                             "pages",
                             "page_marks",
                             "sheets",
                             "stack_proposals",
                             "jobs",
                             "rescans",
                             "consent_dismissals"};

/// What may name people beside: text that is emptied where it speaks of the document.
constexpr std::array kEmptied{
    "UPDATE originals SET source_name = '', made_at = '' WHERE document = :document",
    "UPDATE documents SET description = '', problem = '', run = 0, confidence = 0, seconds = 0, "
    "state = 'recognised' WHERE id = :document",
    "UPDATE consents SET given_by = '' WHERE document = :document",
    "UPDATE holds SET reason = '', lifted_because = '' WHERE subject = 'document' AND target = "
    ":document",
    "DELETE FROM blocks WHERE subject = 'document' AND id = :document",
    "DELETE FROM rescans WHERE earlier = :document",
    // What the clerk called a delivery goes with the last of its papers.
    "UPDATE intakes SET label = '' WHERE id = (SELECT intake FROM documents WHERE id = :document) "
    "AND NOT EXISTS (SELECT 1 FROM documents o WHERE o.intake = intakes.id AND NOT EXISTS (SELECT "
    "1 FROM destroyed_documents d WHERE d.document = o.id))"};

constexpr std::array kVolumeEmptied{
    "UPDATE volumes SET title = '', shelf = '', student = 0 WHERE id = :volume",
    "UPDATE volume_marks SET basis = '' WHERE volume = :volume",
    "UPDATE holds SET reason = '', lifted_because = '' WHERE subject = 'volume' AND target = "
    ":volume",
    "DELETE FROM planned_steps WHERE volume = :volume"};

/// Other tables that rows or texts are taken from.
constexpr std::array kChanged{"originals", "documents", "consents",     "holds",        "blocks",
                              "intakes",   "volumes",   "volume_marks", "planned_steps"};

constexpr std::chrono::seconds kPatience{20};  ///< for those who read

/// Empties the write-ahead log into the file. False while somebody reads an older state of it.
bool empty_log(Database& database) {
  return number_from(database, "PRAGMA wal_checkpoint(TRUNCATE)", 1) == 0;
}

constexpr const char* kWithdrawn = "SELECT document FROM destroyed_documents WHERE gone = 0";

std::vector<DocumentId> in_order(std::vector<DocumentId> documents) {
  std::sort(documents.begin(), documents.end());
  return documents;
}

template <class... Arguments>
std::vector<DocumentId> documents_from(Database& database, const std::string& query,
                                       const Arguments&... arguments) {
  std::vector<DocumentId> found;
  long long id = 0;
  each_row(
      database, query, std::tie(id), [&] { found.push_back({id}); }, arguments...);
  return in_order(std::move(found));
}

/// The card's word that counts: a person's before the machine's.
std::string value_of(Database& database, DocumentId document, std::string_view field) {
  std::string value;
  std::string found;
  each_row(
      database,
      "SELECT value FROM card_values WHERE document = :document AND field = :field ORDER BY CASE "
      "origin WHEN 'person' THEN 1 ELSE 0 END",
      std::tie(value), [&] { found = value; }, document.value, field);
  return found;
}

}  // namespace

std::vector<DocumentId> Destructions::withdraw(Transaction& /*transaction*/, std::int64_t act,
                                               VolumeId volume) {
  const std::vector<DocumentId> found = documents_from(
      database_,
      "SELECT f.document FROM filed_documents f WHERE f.volume = :filed AND NOT EXISTS (SELECT 1 "
      "FROM destroyed_documents d WHERE d.document = f.document) UNION SELECT p.stack FROM "
      "filed_documents f JOIN stack_parts p ON p.document = f.document WHERE f.volume = :parted "
      "AND "
      "NOT EXISTS (SELECT 1 FROM destroyed_documents d WHERE d.document = p.stack)",
      volume.value, volume.value);
  for (const DocumentId each : found) {
    change(
        database_,
        "INSERT INTO destroyed_documents (document, act, volume, gone, kind, date, pages) VALUES "
        "(:document, :act, :volume, 0, '', '', 0)",
        each.value, act, volume.value);
  }
  // A link that a person refused is none.
  change(database_,
         "INSERT INTO destroyed_subjects (act, volume, student) SELECT CAST(:act AS BIGINT), "
         "f.volume, l.student FROM filed_documents f JOIN student_links l ON l.document = "
         "f.document WHERE f.volume = :volume AND l.state = 'linked' AND NOT EXISTS (SELECT 1 FROM "
         "student_links p WHERE p.document = l.document AND p.student = l.student AND p.origin = "
         "'person' AND p.state = 'refused') UNION SELECT CAST(:of AS BIGINT), id, student FROM "
         "volumes WHERE id = :own AND student > 0 ON CONFLICT DO NOTHING",
         act, volume.value, act, volume.value);
  return found;
}

std::vector<DocumentId> Destructions::restore(Transaction& /*transaction*/, std::int64_t act) {
  const std::vector<DocumentId> found = withdrawn(act, {});
  change(database_, "DELETE FROM destroyed_documents WHERE act = :act AND gone = 0", act);
  change(database_, "DELETE FROM destroyed_subjects WHERE act = :act", act);
  return found;
}

std::set<DocumentId> Destructions::withdrawn() {
  const std::vector<DocumentId> found = documents_from(database_, kWithdrawn);
  return {found.begin(), found.end()};
}

std::vector<DocumentId> Destructions::withdrawn(std::int64_t act, VolumeId volume) {
  const std::string of_act = std::string(kWithdrawn) + " AND act = :act";
  if (volume.value == 0) return documents_from(database_, of_act, act);
  return documents_from(database_, of_act + " AND volume = :volume", act, volume.value);
}

std::vector<DocumentId> Destructions::gone(std::int64_t act) {
  return documents_from(
      database_, "SELECT document FROM destroyed_documents WHERE gone = 1 AND act = :act", act);
}

std::vector<DocumentId> Destructions::busy(std::int64_t act, VolumeId volume) {
  return documents_from(database_,
                        "SELECT d.document FROM destroyed_documents d JOIN jobs j ON j.document = "
                        "d.document WHERE d.act = :act AND d.volume = :volume AND d.gone = 0 AND "
                        "j.state IN ('queued', 'leased')",
                        act, volume.value);
}

void Destructions::erase(Transaction& /*transaction*/, DocumentId document) {
  const std::string kind = value_of(database_, document, "kind");
  const std::string date = value_of(database_, document, "date");
  const long long pages = number_from(
      database_, "SELECT count(*) FROM pages WHERE document = :document", 0, document.value);
  // Erased again after a crash, the card says nothing any more.
  if (number_from(database_, "SELECT count(*) FROM cards WHERE document = :document", 0,
                  document.value) > 0) {
    change(database_,
           "UPDATE destroyed_documents SET kind = :kind, date = :date, pages = :pages WHERE "
           "document = :document",
           kind, date, pages, document.value);
  }
  for (const char* table : kErased) {
    change(database_, fmt::format("DELETE FROM {} WHERE document = :document", table),
           document.value);
  }
  for (const char* text : kEmptied) change(database_, text, document.value);
}

void Destructions::erase_volume(Transaction& /*transaction*/, std::string_view login,
                                VolumeId volume) {
  for (const char* text : kVolumeEmptied) change(database_, text, volume.value);
  change(database_,
         "UPDATE volumes SET state = 'destroyed', changed_by = :login, changed_at = :at WHERE id = "
         ":volume",
         login, to_text(database_.clock().now()), volume.value);
}

bool Destructions::is_needed(std::string_view sha256, std::int64_t act, VolumeId volume) {
  return number_from(
             database_,
             "SELECT 1 FROM originals o WHERE o.sha256 = :sha256 AND NOT EXISTS (SELECT 1 FROM "
             "destroyed_documents d WHERE d.document = o.document AND (d.gone = 1 OR (d.act = :act "
             "AND d.volume = :volume))) LIMIT 1",
             0, sha256, act, volume.value) != 0;
}

void Destructions::mark_gone(Transaction& /*transaction*/, DocumentId document) {
  change(database_, "UPDATE destroyed_documents SET gone = 1 WHERE document = :document",
         document.value);
}

std::vector<std::string> Destructions::erased_tables() { return {kErased.begin(), kErased.end()}; }

std::vector<std::string> Destructions::remains(DocumentId document) {
  std::vector<std::string> found;
  for (const char* table : kErased) {
    const bool left =
        number_from(database_,
                    fmt::format("SELECT count(*) FROM {} WHERE document = :document", table), 0,
                    document.value) > 0;
    if (left) found.emplace_back(table);
  }
  const bool named = number_from(database_,
                                 "SELECT count(*) FROM originals WHERE document = :document AND "
                                 "source_name <> ''",
                                 0, document.value) > 0;
  if (named) found.emplace_back("originals");
  const bool described =
      number_from(database_,
                  "SELECT count(*) FROM documents WHERE id = :document AND (run > 0 OR description "
                  "<> '' OR problem <> '')",
                  0, document.value) > 0;
  if (described) found.emplace_back("documents");
  return found;
}

std::vector<Destructions::Subject> Destructions::subjects(std::int64_t act) {
  std::vector<Subject> found;
  Subject each;
  long long volume = 0;
  long long student = 0;
  each_row(
      database_,
      "SELECT volume, student FROM destroyed_subjects WHERE act = :act ORDER BY volume, student",
      std::tie(volume, student),
      [&] {
        each.volume = {volume};
        each.student = {student};
        found.push_back(each);
      },
      act);
  return found;
}

/// Sources: SQLite's documentation of secure_delete, VACUUM and wal_checkpoint; PostgreSQL's of
/// VACUUM (FULL).
void Destructions::purge() {
  if (!database_.is_sqlite()) {
    std::string tables = kChanged.front();
    for (std::size_t i = 1; i < kChanged.size(); ++i) tables += fmt::format(", {}", kChanged[i]);
    for (const char* each : kErased) tables += fmt::format(", {}", each);
    change(database_, "VACUUM (FULL) " + tables);
    return;
  }
  change(database_, "VACUUM");
  const auto deadline = std::chrono::steady_clock::now() + kPatience;
  while (!empty_log(database_)) {
    if (std::chrono::steady_clock::now() > deadline) {
      throw Error(Fault::busy, tr("somebody reads the catalogue without end"),
                  tr("end other programs that use the archive, then repeat"));
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
}

}  // namespace fonds
