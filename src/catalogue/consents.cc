#include "catalogue/consents.h"

#include <optional>
#include <string>
#include <tuple>

#include "base/error.h"
#include "base/messages.h"
#include "catalogue/sql.h"
#include "catalogue/stored.h"

namespace fonds {
namespace {

const char* no_day() { return tr("the catalogue holds a day that is none"); }

CalendarDate day_from(const std::string& text) {
  return stored::known(calendar_date_from(text), no_day());
}

ConsentScope scope_of(const std::string& name) {
  if (const auto scope = consent_scope_from(name)) return *scope;
  throw Error(Fault::corrupt, tr("the catalogue holds a consent that is none"));
}

/// Records by the student they belong to, of those `condition` (on s, the register) chooses.
template <class... Arguments>
std::map<StudentId, ConsentRecords> load(Database& database, const std::string& condition,
                                         const Arguments&... arguments) {
  const Snapshot snapshot(database);
  std::map<StudentId, ConsentRecords> found;
  long long id = 0;
  long long person = 0;
  long long document = 0;
  std::string scope;
  std::string day;
  std::string until;
  Consent consent;
  each_row(
      database,
      "SELECT c.id, s.person, c.scope, c.given_by, c.given_on, c.until, c.document, c.recorded_by "
      "FROM consents c JOIN students s ON s.id = c.student WHERE " +
          condition + " ORDER BY c.id",
      std::tie(id, person, scope, consent.given_by, day, until, document, consent.recorded_by),
      [&] {
        consent.id = id;
        consent.student = {person};
        consent.scope = scope_of(scope);
        consent.given_on = day_from(day);
        consent.until = stored::day(until, no_day());
        consent.document = {document};
        found[consent.student].consents.push_back(consent);
      },
      arguments...);
  Withdrawal withdrawal;
  each_row(
      database,
      "SELECT c.id, s.person, c.scope, c.withdrawn_on, c.document, c.recorded_by "
      "FROM consent_withdrawals c JOIN students s ON s.id = c.student WHERE " +
          condition + " ORDER BY c.id",
      std::tie(id, person, scope, day, document, withdrawal.recorded_by),
      [&] {
        withdrawal.id = id;
        withdrawal.student = {person};
        withdrawal.scope = scope_of(scope);
        withdrawal.withdrawn_on = day_from(day);
        withdrawal.document = {document};
        found[withdrawal.student].withdrawals.push_back(withdrawal);
      },
      arguments...);
  return found;
}

}  // namespace

std::int64_t Consents::add(Transaction& transaction, const Actor& actor, const Consent& consent) {
  const std::int64_t id = next_number(transaction, "consent");
  change(database_,
         "INSERT INTO consents (id, student, scope, given_by, given_on, until, document, "
         "recorded_by, recorded_at) VALUES (:id, :student, :scope, :given_by, :given_on, :until, "
         ":document, :recorded_by, :recorded_at)",
         id, consent.student.value, name_of(consent.scope), consent.given_by,
         to_text(consent.given_on), consent.until ? to_text(*consent.until) : std::string(),
         consent.document.value, actor.login, to_text(database_.clock().now()));
  return id;
}

std::int64_t Consents::add(Transaction& transaction, const Actor& actor,
                           const Withdrawal& withdrawal) {
  const std::int64_t id = next_number(transaction, "consent-withdrawal");
  change(database_,
         "INSERT INTO consent_withdrawals (id, student, scope, withdrawn_on, document, "
         "recorded_by, recorded_at) VALUES (:id, :student, :scope, :withdrawn_on, :document, "
         ":recorded_by, :recorded_at)",
         id, withdrawal.student.value, name_of(withdrawal.scope), to_text(withdrawal.withdrawn_on),
         withdrawal.document.value, actor.login, to_text(database_.clock().now()));
  return id;
}

void Consents::dismiss(Transaction&, const Actor& actor, DocumentId document, StudentId student) {
  change(database_,
         "INSERT INTO consent_dismissals (document, student, recorded_by, recorded_at) VALUES "
         "(:document, :student, :recorded_by, :recorded_at) ON CONFLICT (document, student) "
         "DO NOTHING",
         document.value, student.value, actor.login, to_text(database_.clock().now()));
}

ConsentRecords Consents::of(StudentId student) {
  auto found = load(database_, "s.person = :person", student.value);
  const auto place = found.find(student);
  return place == found.end() ? ConsentRecords() : std::move(place->second);
}

std::map<StudentId, ConsentRecords> Consents::all() { return load(database_, "1 = 1"); }

std::set<std::pair<DocumentId, StudentId>> Consents::decided() {
  std::set<std::pair<DocumentId, StudentId>> found;
  long long document = 0;
  long long student = 0;
  each_row(database_,
           "SELECT c.document, s.person FROM consents c JOIN students s ON s.id = c.student "
           "UNION SELECT w.document, s.person FROM consent_withdrawals w JOIN students s "
           "ON s.id = w.student UNION SELECT d.document, s.person FROM consent_dismissals d "
           "JOIN students s ON s.id = d.student",
           std::tie(document, student),
           [&] { found.emplace(DocumentId{document}, StudentId{student}); });
  return found;
}

}  // namespace fonds
