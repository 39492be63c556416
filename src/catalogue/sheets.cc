#include "catalogue/sheets.h"

#include <limits>

#include "base/error.h"
#include "base/messages.h"
#include "catalogue/sql.h"

namespace fonds {
namespace {

SheetScope scope_from(const std::string& name) {
  for (std::size_t i = 0; i < kSheetScopes.size(); ++i) {
    if (kSheetScopes[i] == name) return static_cast<SheetScope>(i);
  }
  throw Error(Fault::corrupt, say(tr("the catalogue names an unknown kind of sheet: {}"), name));
}

SheetKind kind_from(const std::string& name) {
  if (const auto kind = sheet_kind_from(name)) return *kind;
  throw Error(Fault::corrupt, say(tr("the catalogue names an unknown kind of sheet: {}"), name));
}

std::optional<int> said(int number) {
  return number == 0 ? std::nullopt : std::optional<int>(number);
}

/// The sheets a query selects by what follows WHERE.
template <class... Arguments>
std::vector<Sheet> load(Database& database, const std::string& where,
                        const Arguments&... arguments) {
  std::vector<Sheet> found;
  long long document = 0;
  long long intake = 0;
  std::string scope;
  std::string kind;
  Sheet sheet;
  int year = 0;
  int expected = 0;
  each_row(
      database,
      "SELECT document, intake, scope, kind, case_index, year, collective, expected "
      "FROM sheets WHERE " +
          where,
      std::tie(document, intake, scope, kind, sheet.code.case_index, year, sheet.code.collective,
               expected),
      [&] {
        sheet.document = {document};
        sheet.intake = {intake};
        sheet.scope = scope_from(scope);
        sheet.code.kind = kind_from(kind);
        sheet.code.year = said(year);
        sheet.code.count = said(expected);
        found.push_back(sheet);
      },
      arguments...);
  return found;
}

std::optional<Sheet> first_of(std::vector<Sheet>&& found) {
  if (found.empty()) return std::nullopt;
  return std::move(found.front());
}

constexpr std::string_view kOfItsIntake =
    "intake = (SELECT intake FROM documents WHERE id = :id) AND ";

}  // namespace

void Sheets::record(Transaction& transaction, const Sheet& sheet) {
  remove(transaction, sheet.document);
  change(database_,
         "INSERT INTO sheets (document, intake, scope, opens, kind, case_index, year, collective, "
         "expected) VALUES (:document, :intake, :scope, :opens, :kind, :case_index, :year, "
         ":collective, :expected)",
         sheet.document.value, sheet.intake.value, name_of(sheet.scope),
         sheet.code.is_bare() ? 0 : 1, name_of(sheet.code.kind), sheet.code.case_index,
         sheet.code.year.value_or(0), sheet.code.collective, sheet.code.count.value_or(0));
}

void Sheets::remove(Transaction&, DocumentId document) {
  change(database_, "DELETE FROM sheets WHERE document = :document", document.value);
}

std::optional<Sheet> Sheets::find(DocumentId document) {
  return first_of(load(database_, "document = :document", document.value));
}

std::vector<Sheet> Sheets::of(IntakeId intake) {
  return load(database_, "intake = :intake ORDER BY document", intake.value);
}

std::optional<Sheet> Sheets::counting_for(DocumentId document) {
  const Snapshot snapshot(database_);
  auto own = find(document);
  if (own && own->scope != SheetScope::within) return std::nullopt;
  if (own && !own->code.is_bare()) return own;
  return before(document);
}

std::optional<Sheet> Sheets::before(DocumentId document) {
  auto sheet = first_of(load(
      database_,
      std::string(kOfItsIntake) + "document < :before AND opens = 1 ORDER BY document DESC LIMIT 1",
      document.value, document.value));
  if (sheet) return sheet;
  const DocumentId stack{number_from(
      database_, "SELECT stack FROM stack_parts WHERE document = :document", 0, document.value)};
  return stack.value == 0 ? std::nullopt : before(stack);
}

bool Sheets::may_still_come_before(DocumentId document) {
  return number_from(database_,
                     "SELECT count(*) FROM documents WHERE " + std::string(kOfItsIntake) +
                         "id < :before AND state = 'accepted'",
                     0, document.value, document.value) > 0;
}

std::optional<DocumentId> Sheets::end_of(const Sheet& sheet) {
  const long long next =
      number_from(database_,
                  "SELECT document FROM sheets WHERE intake = :intake AND document > :after "
                  "AND opens = 1 ORDER BY document LIMIT 1",
                  0, sheet.intake.value, sheet.document.value);
  if (next == 0) return std::nullopt;
  return DocumentId{next};
}

std::vector<DocumentId> Sheets::behind(const Sheet& sheet) {
  std::vector<DocumentId> found;
  if (sheet.code.is_bare()) return found;
  const Snapshot snapshot(database_);
  const DocumentId end =
      end_of(sheet).value_or(DocumentId{std::numeric_limits<std::int64_t>::max()});
  if (sheet.scope == SheetScope::within) found.push_back(sheet.document);
  long long id = 0;
  each_row(
      database_,
      "SELECT id FROM documents WHERE intake = :intake AND id > :after AND id < :end "
      "AND NOT EXISTS (SELECT 1 FROM sheets WHERE sheets.document = documents.id AND "
      "scope = 'behind') ORDER BY id",
      std::tie(id), [&] { found.push_back({id}); }, sheet.intake.value, sheet.document.value,
      end.value);
  return with_parts(found);
}

std::vector<DocumentId> Sheets::with_parts(const std::vector<DocumentId>& documents) {
  std::vector<DocumentId> found;
  for (const DocumentId document : documents) {
    const IntakeId parts{number_from(
        database_, "SELECT parts FROM stacks WHERE document = :document", 0, document.value)};
    if (parts.value == 0) {
      found.push_back(document);
      continue;
    }
    long long id = 0;
    std::vector<DocumentId> leading;
    each_row(
        database_,
        "SELECT id FROM documents WHERE intake = :intake AND NOT EXISTS (SELECT 1 FROM sheets "
        "WHERE sheets.intake = documents.intake AND opens = 1 AND sheets.document <= documents.id) "
        "ORDER BY id",
        std::tie(id), [&] { leading.push_back({id}); }, parts.value);
    for (const DocumentId each : with_parts(leading)) found.push_back(each);
  }
  return found;
}

int Sheets::papers_behind(const Sheet& sheet) {
  const Snapshot snapshot(database_);
  int papers = 0;
  for (const DocumentId document : behind(sheet)) {
    const bool blank =
        number_from(database_,
                    "SELECT CASE WHEN count(*) > 0 AND count(*) = "
                    "sum(CASE WHEN warnings = 'blank' THEN 1 ELSE 0 END) THEN 1 ELSE 0 END "
                    "FROM pages WHERE document = :document",
                    0, document.value) == 1;
    papers += blank ? 0 : 1;
  }
  return papers;
}

}  // namespace fonds
