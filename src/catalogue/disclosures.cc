#include "catalogue/disclosures.h"

#include <string>
#include <tuple>

#include "base/messages.h"
#include "catalogue/sql.h"
#include "catalogue/stored.h"

namespace fonds {
namespace {

const char* no_application() { return tr("the catalogue holds an application that is none"); }

template <class Value>
Value known(const std::optional<Value>& value) {
  return stored::known(value, no_application());
}
std::optional<CalendarDate> day_from(const std::string& text) {
  return stored::day(text, no_application());
}

/// The columns of a row as the engine gives them.
struct Row {
  long long number = 0;
  long long person = 0;
  long long application = 0;
  std::string kind;
  std::string form;
  std::string state;
  std::string authority_until;
  std::string from;
  std::string to;
  std::string applied_on;
  std::string decided_on;
  Disclosure rest;

  [[nodiscard]] Disclosure whole() const {
    Disclosure made = rest;
    made.number = number;
    made.student = {person};
    made.application = {application};
    made.applicant.kind = known(applicant_kind_from(kind));
    made.form = known(application_form_from(form));
    made.state = known(disclosure_state_from(state));
    made.applicant.authority_until = day_from(authority_until);
    made.from = day_from(from);
    made.to = day_from(to);
    made.applied_on = known(calendar_date_from(applied_on));
    made.decided_on = day_from(decided_on);
    return made;
  }
};

template <class... Arguments>
std::vector<Disclosure> load(Database& database, const std::string& condition,
                             const Arguments&... arguments) {
  std::vector<Disclosure> found;
  Row row;
  Applicant& applicant = row.rest.applicant;
  Disclosure& rest = row.rest;
  each_row(
      database,
      "SELECT d.number, s.person, d.applicant_kind, d.applicant, d.relation, d.identity, "
      "d.authority, d.authority_until, d.form, d.asked, d.first_day, d.last_day, d.application, "
      "d.applied_on, d.opened_by, d.state, d.approved_by, d.resolution, d.decided_by, "
      "d.decided_on, d.reason, d.given FROM disclosures d JOIN students s ON s.id = d.student "
      "WHERE " +
          condition + " ORDER BY d.number",
      std::tie(row.number, row.person, row.kind, applicant.name, applicant.relation,
               applicant.identity, applicant.authority, row.authority_until, row.form, rest.asked,
               row.from, row.to, row.application, row.applied_on, rest.opened_by, row.state,
               rest.approved_by, rest.resolution, rest.decided_by, row.decided_on, rest.reason,
               rest.given),
      [&] { found.push_back(row.whole()); }, arguments...);
  return found;
}

template <class... Arguments>
std::vector<GuardianRestriction> load_restrictions(Database& database, const std::string& condition,
                                                   const Arguments&... arguments) {
  std::vector<GuardianRestriction> found;
  GuardianRestriction each;
  long long id = 0;
  long long person = 0;
  each_row(
      database,
      "SELECT r.id, s.person, r.name, r.reason, r.restricted_by, r.restricted_at, r.lifted_by, "
      "r.lifted_at FROM guardian_restrictions r JOIN students s ON s.id = r.student WHERE " +
          condition + " ORDER BY r.id",
      std::tie(id, person, each.name, each.reason, each.restricted_by, each.restricted_at,
               each.lifted_by, each.lifted_at),
      [&] {
        each.id = id;
        each.student = {person};
        found.push_back(each);
      },
      arguments...);
  return found;
}

}  // namespace

std::int64_t Disclosures::open(Transaction& transaction, const Actor& actor,
                               const Disclosure& disclosure) {
  const std::int64_t number = next_number(transaction, "disclosure");
  const Applicant& applicant = disclosure.applicant;
  change(database_,
         "INSERT INTO disclosures (number, student, applicant_kind, applicant, relation, identity, "
         "authority, authority_until, form, asked, first_day, last_day, application, applied_on, "
         "opened_by, opened_at, state, approved_by, approved_at, resolution, decided_by, "
         "decided_on, reason, given) VALUES (:number, :student, :applicant_kind, :applicant, "
         ":relation, :identity, :authority, :authority_until, :form, :asked, :first_day, "
         ":last_day, :application, :applied_on, :opened_by, :opened_at, 'opened', '', '', '', '', "
         "'', '', '')",
         number, disclosure.student.value, name_of(applicant.kind), applicant.name,
         applicant.relation, applicant.identity, applicant.authority,
         stored::text(applicant.authority_until), name_of(disclosure.form), disclosure.asked,
         stored::text(disclosure.from), stored::text(disclosure.to), disclosure.application.value,
         to_text(disclosure.applied_on), actor.login, to_text(database_.clock().now()));
  return number;
}

void Disclosures::correct(Transaction& /*transaction*/, const Disclosure& disclosure) {
  const Applicant& applicant = disclosure.applicant;
  change(database_,
         "UPDATE disclosures SET applicant_kind = :applicant_kind, applicant = :applicant, "
         "relation = :relation, identity = :identity, authority = :authority, authority_until = "
         ":authority_until, form = :form, asked = :asked, first_day = :first_day, last_day = "
         ":last_day, application = :application, applied_on = :applied_on WHERE number = :number",
         name_of(applicant.kind), applicant.name, applicant.relation, applicant.identity,
         applicant.authority, stored::text(applicant.authority_until), name_of(disclosure.form),
         disclosure.asked, stored::text(disclosure.from), stored::text(disclosure.to),
         disclosure.application.value, to_text(disclosure.applied_on), disclosure.number);
}

void Disclosures::set_outcome(Transaction& /*transaction*/, const Disclosure& disclosure) {
  const bool approved = !disclosure.approved_by.empty();
  change(database_,
         "UPDATE disclosures SET state = :state, approved_by = :approved_by, approved_at = CASE "
         "WHEN approved_at <> '' THEN approved_at ELSE :approved_at END, resolution = :resolution, "
         "decided_by = :decided_by, decided_on = :decided_on, reason = :reason, given = :given "
         "WHERE number = :number",
         name_of(disclosure.state), disclosure.approved_by,
         approved ? to_text(database_.clock().now()) : std::string(), disclosure.resolution,
         disclosure.decided_by, stored::text(disclosure.decided_on), disclosure.reason,
         disclosure.given, disclosure.number);
}

std::optional<Disclosure> Disclosures::find(std::int64_t number) {
  std::vector<Disclosure> found = load(database_, "d.number = :number", number);
  if (found.empty()) return std::nullopt;
  return std::move(found.front());
}

std::vector<Disclosure> Disclosures::list(const DisclosureFilter& filter) {
  // Days are text that sorts as they do.
  return load(database_,
              "s.person >= :least AND s.person <= :most AND d.state LIKE :state AND "
              "d.applied_on >= :first AND d.applied_on <= :last",
              filter.student ? filter.student->value : INT64_MIN,
              filter.student ? filter.student->value : INT64_MAX,
              filter.state ? name_of(*filter.state) : std::string_view("%"),
              filter.from ? to_text(*filter.from) : std::string(),
              filter.to ? to_text(*filter.to) : std::string("9999-12-31"));
}

std::int64_t Disclosures::restrict(Transaction& transaction, const Actor& actor,
                                   const GuardianRestriction& restriction) {
  const std::int64_t id = next_number(transaction, "guardian-restriction");
  change(database_,
         "INSERT INTO guardian_restrictions (id, student, name, reason, restricted_by, "
         "restricted_at, lifted_by, lifted_at) VALUES (:id, :student, :name, :reason, "
         ":restricted_by, :restricted_at, '', '')",
         id, restriction.student.value, restriction.name, restriction.reason, actor.login,
         to_text(database_.clock().now()));
  return id;
}

bool Disclosures::lift(Transaction& /*transaction*/, const Actor& actor, std::int64_t id) {
  return change(database_,
                "UPDATE guardian_restrictions SET lifted_by = :lifted_by, lifted_at = :lifted_at "
                "WHERE id = :id AND lifted_at = ''",
                actor.login, to_text(database_.clock().now()), id) > 0;
}

std::vector<GuardianRestriction> Disclosures::restrictions(StudentId student) {
  return load_restrictions(database_, "s.person = :person AND r.lifted_at = ''", student.value);
}

std::optional<GuardianRestriction> Disclosures::restriction(std::int64_t id) {
  std::vector<GuardianRestriction> found = load_restrictions(database_, "r.id = :id", id);
  if (found.empty()) return std::nullopt;
  return std::move(found.front());
}

}  // namespace fonds
