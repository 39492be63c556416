#include "catalogue/holds.h"

#include <string>
#include <tuple>

#include "base/messages.h"
#include "catalogue/sql.h"
#include "catalogue/stored.h"

namespace fonds {
namespace {

const char* no_hold() { return tr("the catalogue holds a hold that is none"); }

template <class... Arguments>
std::vector<Hold> load(Database& database, const std::string& condition,
                       const Arguments&... arguments) {
  std::vector<Hold> found;
  Hold each;
  long long id = 0;
  long long target = 0;
  std::string subject;
  std::string until;
  each_row(
      database,
      "SELECT id, subject, target, case_index, reason, last_day, set_by, set_at, lifted_by, "
      "lifted_at, lifted_because FROM holds WHERE " +
          condition + " ORDER BY id",
      std::tie(id, subject, target, each.index, each.reason, until, each.set_by, each.set_at,
               each.lifted_by, each.lifted_at, each.lifted_because),
      [&] {
        each.id = id;
        each.target = target;
        each.subject = stored::known(hold_subject_from(subject), no_hold());
        each.until = stored::day(until, no_hold());
        found.push_back(each);
      },
      arguments...);
  return found;
}

}  // namespace

std::int64_t Holds::set(Transaction& transaction, const Actor& actor, const Hold& hold) {
  const std::int64_t id = next_number(transaction, "hold");
  change(database_,
         "INSERT INTO holds (id, subject, target, case_index, reason, last_day, set_by, set_at, "
         "lifted_by, lifted_at, lifted_because) VALUES (:id, :subject, :target, :case_index, "
         ":reason, :last_day, :set_by, :set_at, '', '', '')",
         id, name_of(hold.subject), hold.target, hold.index, hold.reason, stored::text(hold.until),
         actor.login, to_text(database_.clock().now()));
  return id;
}

bool Holds::lift(Transaction& /*transaction*/, const Actor& actor, std::int64_t id,
                 std::string_view because) {
  return change(database_,
                "UPDATE holds SET lifted_by = :lifted_by, lifted_at = :lifted_at, lifted_because = "
                ":lifted_because WHERE id = :id AND lifted_by = ''",
                actor.login, to_text(database_.clock().now()), because, id) > 0;
}

std::optional<Hold> Holds::find(std::int64_t id) {
  const auto found = load(database_, "id = :id", id);
  if (found.empty()) return std::nullopt;
  return found.front();
}

std::vector<Hold> Holds::list(bool only_standing) {
  return load(database_, only_standing ? "lifted_by = ''" : "1 = 1");
}

}  // namespace fonds
