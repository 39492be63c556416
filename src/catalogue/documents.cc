#include "catalogue/documents.h"

#include <fmt/format.h>

#include <map>

#include "base/error.h"
#include "base/messages.h"
#include "catalogue/sql.h"
#include "model/calendar_date.h"

namespace fonds {
namespace {

FileKind kind_from(const std::string& name) {
  if (const auto kind = file_kind_from(name)) return *kind;
  throw Error(Fault::corrupt, say(tr("the catalogue names an unknown kind of file: {}"), name));
}

DocumentState state_from(const std::string& name) {
  if (const auto state = document_state_from(name)) return *state;
  throw Error(Fault::corrupt, say(tr("the catalogue names an unknown state: {}"), name));
}

/// "2026": accession numbers start anew with the year of the institution's clock.
std::string year_of(Moment moment) { return fmt::format("{:04}", day_here(moment).year); }

/// The ids of documents of which more than a tombstone is there.
const std::string kThere =
    "SELECT id FROM documents WHERE NOT EXISTS (SELECT 1 FROM destroyed_documents g WHERE "
    "g.document = documents.id AND g.gone = 1)";

using ById = std::map<long long, Document>;

/// Adds originals and pages to `documents`, which are those whose ids the query `ids` gives.
template <class... Arguments>
void fill(Database& database, ById& documents, const std::string& ids,
          const Arguments&... arguments) {
  long long id = 0;
  long long size = 0;
  std::string kind;
  Original original;
  each_row(
      database,
      "SELECT document, sha256, size, kind, source_name, made_at FROM originals WHERE document IN "
      "(" +
          ids + ") ORDER BY document, position",
      std::tie(id, original.sha256, size, kind, original.source_name, original.made_at),
      [&] {
        original.size = size;
        original.kind = kind_from(kind);
        documents.at(id).originals.push_back(original);
      },
      arguments...);
  PageRecord page;
  std::string warnings;
  each_row(
      database,
      "SELECT document, number, width, height, dpi, rotation, skew, confidence, words, source, "
      "warnings "
      "FROM pages WHERE document IN (" +
          ids + ") ORDER BY document, number",
      std::tie(id, page.number, page.width, page.height, page.dpi, page.rotation, page.skew,
               page.confidence, page.words, page.source, warnings),
      [&] {
        page.warnings = page_warnings_from(warnings);
        documents.at(id).pages.push_back(page);
      },
      arguments...);
}

/// The documents whose ids the query `ids` gives, whole, in order of id.
template <class... Arguments>
std::vector<Document> load(Database& database, const std::string& ids,
                           const Arguments&... arguments) {
  const Snapshot snapshot(database);
  ById by_id;
  Document document;
  long long id = 0;
  long long intake = 0;
  long long stack = 0;
  long long parts = 0;
  long long act = 0;
  long long gone = 0;
  Tombstone tombstone;
  std::string state;
  std::string accepted_at;
  each_row(
      database,
      "SELECT id, accession, intake, state, accepted_at, run, confidence, seconds, problem, "
      "description, COALESCE(stack, 0), COALESCE(first_page, 0), COALESCE(parts, 0), "
      "COALESCE(act, 0), COALESCE(gone, 0), COALESCE(d.kind, ''), COALESCE(d.date, ''), "
      "COALESCE(d.pages, 0) "
      "FROM documents LEFT JOIN stack_parts ON stack_parts.document = documents.id "
      "LEFT JOIN stacks ON stacks.document = documents.id "
      "LEFT JOIN destroyed_documents d ON d.document = documents.id WHERE id IN (" +
          ids + ")",
      std::tie(id, document.accession, intake, state, accepted_at, document.run,
               document.confidence, document.seconds, document.problem, document.description, stack,
               document.stack_page, parts, act, gone, tombstone.kind, tombstone.date,
               tombstone.pages),
      [&] {
        document.tombstone.reset();
        if (act > 0) {
          tombstone.act = act;
          tombstone.gone = gone != 0;
          document.tombstone = tombstone;
        }
        document.stack = {stack};
        document.parts = {parts};
        document.id = {id};
        document.intake = {intake};
        document.state = state_from(state);
        document.accepted_at = moment_from_text(accepted_at);
        by_id.emplace(id, document);
      },
      arguments...);
  if (!by_id.empty()) fill(database, by_id, ids, arguments...);
  std::vector<Document> found;
  found.reserve(by_id.size());
  for (auto& [number, whole] : by_id) found.push_back(std::move(whole));
  return found;
}

std::optional<Document> first_of(std::vector<Document>&& found) {
  if (found.empty()) return std::nullopt;
  return std::move(found.front());
}

void must_exist(long long changed, DocumentId id) {
  if (changed == 0) {
    throw Error(Fault::not_found, say(tr("there is no document {}"), id.value));
  }
}

}  // namespace

IntakeId Documents::add_intake(Transaction& transaction, std::string_view source,
                               std::string_view label) {
  const IntakeId id{next_number(transaction, "intake")};
  change(database_,
         "INSERT INTO intakes (id, source, label, started_at) "
         "VALUES (:id, :source, :label, :started_at)",
         id.value, source, label, to_text(database_.clock().now()));
  return id;
}

Document Documents::add(Transaction& transaction, IntakeId intake,
                        const std::vector<Original>& originals, std::string_view description) {
  if (originals.empty()) throw Error(Fault::bug, "a document without an original");
  Document document;
  document.accepted_at = database_.clock().now();
  const std::string year = year_of(document.accepted_at);
  document.id = {next_number(transaction, "document")};
  document.accession = fmt::format("{}-{:06}", year, next_number(transaction, "accession-" + year));
  document.intake = intake;
  document.originals = originals;
  document.description = description;
  change(database_,
         "INSERT INTO documents (id, accession, intake, state, accepted_at, run, confidence, "
         "seconds, problem, description) VALUES (:id, :accession, :intake, :state, :accepted_at, "
         "0, 0, "
         "0, '', :description)",
         document.id.value, document.accession, intake.value, name_of(document.state),
         to_text(document.accepted_at), document.description);
  int position = 0;
  for (const Original& original : originals) {
    change(database_,
           "INSERT INTO originals (document, position, sha256, size, kind, source_name, made_at) "
           "VALUES (:document, :position, :sha256, :size, :kind, :source_name, :made_at)",
           document.id.value, ++position, original.sha256, original.size,
           entry_of(original.kind).name, original.source_name, original.made_at);
  }
  return document;
}

std::optional<Document> Documents::find(DocumentId id) {
  return first_of(load(database_, "SELECT id FROM documents WHERE id = :id", id.value));
}

std::optional<Document> Documents::find(std::string_view accession) {
  return first_of(
      load(database_, "SELECT id FROM documents WHERE accession = :accession", accession));
}

std::map<DocumentId, Document> Documents::find_all(const std::vector<DocumentId>& ids) {
  std::map<DocumentId, Document> found;
  if (ids.empty()) return found;
  for (Document& document : load(database_, numbers_of(ids))) {
    const DocumentId id = document.id;
    found.emplace(id, std::move(document));
  }
  return found;
}

std::map<DocumentId, int> Documents::runs_of(const std::vector<DocumentId>& documents) {
  std::map<DocumentId, int> runs;
  if (documents.empty()) return runs;
  long long id = 0;
  int run = 0;
  each_row(database_,
           "SELECT id, run FROM documents WHERE run > 0 AND id IN (" + numbers_of(documents) + ")",
           std::tie(id, run), [&] { runs[{id}] = run; });
  return runs;
}

std::optional<DocumentId> Documents::holding(std::string_view sha256) {
  const long long id = number_from(
      database_,
      "SELECT document FROM originals o WHERE sha256 = :sha256 AND NOT EXISTS (SELECT 1 FROM "
      "destroyed_documents d WHERE d.document = o.document) ORDER BY document LIMIT 1",
      0, sha256);
  if (id == 0) return std::nullopt;
  return DocumentId{id};
}

std::vector<Document> Documents::list(DocumentId after, int limit,
                                      std::optional<DocumentState> state) {
  if (state) {
    return load(database_, kThere + " AND state = :state AND id > :after ORDER BY id LIMIT :limit",
                name_of(*state), after.value, limit);
  }
  return load(database_, kThere + " AND id > :after ORDER BY id LIMIT :limit", after.value, limit);
}

std::int64_t Documents::count(std::optional<DocumentState> state) {
  const std::string gone =
      " - (SELECT count(*) FROM destroyed_documents g JOIN documents d ON d.id = g.document WHERE "
      "g.gone = 1";
  if (!state) return number_from(database_, "SELECT count(*)" + gone + ") FROM documents", 0);
  return number_from(
      database_,
      "SELECT count(*)" + gone + " AND d.state = :gone) FROM documents WHERE state = :state", 0,
      name_of(*state), name_of(*state));
}

void Documents::record_recognition(Transaction&, DocumentId id, int run,
                                   const std::vector<PageRecord>& pages, double confidence,
                                   double seconds) {
  must_exist(change(database_,
                    "UPDATE documents SET state = :state, run = :run, confidence = :confidence, "
                    "seconds = :seconds, problem = '' WHERE id = :id",
                    name_of(DocumentState::recognised), run, confidence, seconds, id.value),
             id);
  change(database_, "DELETE FROM pages WHERE document = :document", id.value);
  for (const PageRecord& page : pages) {
    change(database_,
           "INSERT INTO pages (document, number, width, height, dpi, rotation, skew, confidence, "
           "words, source, warnings) VALUES (:document, :number, :width, :height, :dpi, :rotation, "
           ":skew, :confidence, :words, :source, :warnings)",
           id.value, page.number, page.width, page.height, page.dpi, page.rotation, page.skew,
           page.confidence, page.words, page.source, to_text(page.warnings));
  }
}

void Documents::set_state(Transaction&, DocumentId id, DocumentState state,
                          std::string_view problem) {
  must_exist(
      change(database_, "UPDATE documents SET state = :state, problem = :problem WHERE id = :id",
             name_of(state), problem, id.value),
      id);
}

std::vector<std::string> Documents::hashes(std::string_view beginning) {
  std::vector<std::string> found;
  std::string sha256;
  each_row(
      database_,
      "SELECT DISTINCT sha256 FROM originals o WHERE sha256 >= :first AND sha256 < :end AND NOT "
      "EXISTS (SELECT 1 FROM destroyed_documents d WHERE d.document = o.document AND d.gone = 1) "
      "ORDER BY sha256",
      std::tie(sha256), [&] { found.push_back(sha256); }, beginning,
      std::string(beginning) + 'g');  // behind every hexadecimal digit
  return found;
}

bool Documents::names(std::string_view sha256) {
  return number_from(database_,
                     "SELECT 1 FROM originals o WHERE sha256 = :sha256 AND NOT EXISTS (SELECT 1 "
                     "FROM destroyed_documents d WHERE d.document = o.document AND d.gone = 1) "
                     "LIMIT 1",
                     0, sha256) != 0;
}

}  // namespace fonds
