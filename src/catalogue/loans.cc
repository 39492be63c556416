#include "catalogue/loans.h"

#include <string>
#include <tuple>

#include "base/messages.h"
#include "catalogue/sql.h"
#include "catalogue/stored.h"

namespace fonds {
namespace {

const char* no_loan() { return tr("the catalogue holds a loan that is none"); }

template <class... Arguments>
std::vector<Loan> load(Database& database, const std::string& condition,
                       const Arguments&... arguments) {
  std::vector<Loan> found;
  Loan each;
  long long id = 0;
  long long volume = 0;
  std::string issued_on;
  std::string due_on;
  std::string returned_on;
  each_row(
      database,
      "SELECT id, volume, taker, purpose, issued_on, due_on, issued_by, returned_on, returned_to "
      "FROM loans WHERE " +
          condition + " ORDER BY id",
      std::tie(id, volume, each.taker, each.purpose, issued_on, due_on, each.issued_by, returned_on,
               each.returned_to),
      [&] {
        each.id = id;
        each.volume = {volume};
        each.issued_on = stored::known(calendar_date_from(issued_on), no_loan());
        each.due_on = stored::known(calendar_date_from(due_on), no_loan());
        each.returned_on = stored::day(returned_on, no_loan());
        found.push_back(each);
      },
      arguments...);
  return found;
}

}  // namespace

std::int64_t Loans::issue(Transaction& transaction, const Actor& actor, const Loan& loan) {
  const std::int64_t id = next_number(transaction, "loan");
  change(
      database_,
      "INSERT INTO loans (id, volume, taker, purpose, issued_on, due_on, issued_by, returned_on, "
      "returned_to) VALUES (:id, :volume, :taker, :purpose, :issued_on, :due_on, :issued_by, '', "
      "'')",
      id, loan.volume.value, loan.taker, loan.purpose, to_text(loan.issued_on),
      to_text(loan.due_on), actor.login);
  return id;
}

bool Loans::take_back(Transaction& /*transaction*/, const Actor& actor, VolumeId volume,
                      const CalendarDate& day) {
  return change(database_,
                "UPDATE loans SET returned_on = :returned_on, returned_to = :returned_to WHERE "
                "volume = :volume AND returned_on = ''",
                to_text(day), actor.login, volume.value) > 0;
}

std::optional<Loan> Loans::out(VolumeId volume) {
  const auto found = load(database_, "volume = :volume AND returned_on = ''", volume.value);
  if (found.empty()) return std::nullopt;
  return found.front();
}

std::vector<Loan> Loans::list(bool only_out) {
  return load(database_, only_out ? "returned_on = ''" : "1 = 1");
}

}  // namespace fonds
