#include "catalogue/transfers.h"

#include <string>
#include <tuple>

#include "base/messages.h"
#include "catalogue/sql.h"
#include "catalogue/stored.h"

namespace fonds {
namespace {

const char* no_transfer() { return tr("the catalogue holds a transfer that is none"); }

template <class... Arguments>
std::vector<Transfer> load(Database& database, const std::string& condition,
                           const Arguments&... arguments) {
  std::vector<Transfer> found;
  Transfer each;
  long long number = 0;
  long long entry = 0;
  long long units = 0;
  std::string made_on;
  std::string accepted_on;
  each_row(
      database,
      "SELECT number, package, made_on, made_by, journal_entry, tag_manifest, receiver, act, "
      "accepted_on, recorded_by, (SELECT COUNT(*) FROM transfer_units u WHERE u.transfer = number) "
      "FROM transfers WHERE " +
          condition + " ORDER BY number",
      std::tie(number, each.package, made_on, each.made_by, entry, each.tag_manifest, each.receiver,
               each.act, accepted_on, each.recorded_by, units),
      [&] {
        each.number = number;
        each.journal_entry = entry;
        each.unit_count = static_cast<std::size_t>(units);
        each.made_on = stored::known(calendar_date_from(made_on), no_transfer());
        each.accepted_on = stored::day(accepted_on, no_transfer());
        found.push_back(each);
      },
      arguments...);
  return found;
}

}  // namespace

std::int64_t Transfers::add(Transaction& transaction, const Actor& actor, const Transfer& made) {
  const std::int64_t number = next_number(transaction, "transfer");
  change(database_,
         "INSERT INTO transfers (number, package, made_on, made_by, journal_entry, tag_manifest, "
         "receiver, act, accepted_on, recorded_by) VALUES (:number, :package, :made_on, :made_by, "
         ":journal_entry, :tag_manifest, :receiver, '', '', '')",
         number, made.package, to_text(made.made_on), actor.login, made.journal_entry,
         made.tag_manifest, made.receiver);
  std::int64_t place = 0;
  for (const VolumeId each : made.units) {
    change(database_,
           "INSERT INTO transfer_units (transfer, place, volume) VALUES (:transfer, :place, "
           ":volume)",
           number, ++place, each.value);
  }
  return number;
}

void Transfers::accept(Transaction& /*transaction*/, const Actor& actor, const Transfer& now) {
  change(database_,
         "UPDATE transfers SET act = :act, accepted_on = :accepted_on, receiver = :receiver, "
         "recorded_by = :recorded_by WHERE number = :number",
         now.act, stored::text(now.accepted_on), now.receiver, actor.login, now.number);
}

std::optional<Transfer> Transfers::find(std::int64_t number) {
  auto found = load(database_, "number = :number", number);
  if (found.empty()) return std::nullopt;
  Transfer made = std::move(found.front());
  long long volume = 0;
  each_row(
      database_, "SELECT volume FROM transfer_units WHERE transfer = :transfer ORDER BY place",
      std::tie(volume), [&] { made.units.push_back({volume}); }, number);
  return made;
}

std::vector<Transfer> Transfers::list() { return load(database_, "1 = 1"); }

}  // namespace fonds
