#include "catalogue/inventories.h"

#include <fmt/format.h>

#include <tuple>

#include "base/messages.h"
#include "catalogue/sql.h"
#include "catalogue/stored.h"

namespace fonds {
namespace {

const char* no_inventory() { return tr("the catalogue holds an inventory of cases that is none"); }

constexpr const char* kLiving = "i.state <> 'cancelled'";
constexpr const char* kApproved = "i.state IN ('approved', 'handed_over')";

/// A row as the catalogue gives it.
struct Row {
  CaseInventory made;
  long long id = 0;
  long long electronic = 0;
  long long year = 0;
  long long revision = 0;
  long long units = 0;
  std::string kind, state, drawn_up_on, first_day, last_day, approved_on, handed_over_on;

  CaseInventory value() {
    made.id = id;
    made.kind = stored::known(inventory_kind_from(kind), no_inventory());
    made.electronic = electronic != 0;
    made.year = static_cast<int>(year);
    made.state = stored::known(inventory_state_from(state), no_inventory());
    made.drawn_up_on = stored::known(calendar_date_from(drawn_up_on), no_inventory());
    made.title.first_day = stored::day(first_day, no_inventory());
    made.title.last_day = stored::day(last_day, no_inventory());
    made.approved_on = stored::day(approved_on, no_inventory());
    made.handed_over_on = stored::day(handed_over_on, no_inventory());
    made.revision = revision;
    made.unit_count = static_cast<std::size_t>(units);
    return made;
  }
};

template <class... Arguments>
std::vector<CaseInventory> load(Database& database, const std::string& condition,
                                const Arguments&... arguments) {
  std::vector<CaseInventory> found;
  Row row;
  CaseInventory& each = row.made;
  each_row(
      database,
      "SELECT number, kind, electronic, list, year, state, drawn_up_on, author, institution, "
      "fonds, "
      "first_day, last_day, founder_history, fonds_history, composer, keeper, agreed, authority, "
      "approved_on, approved_by, handed_over_on, received_by, revision, (SELECT COUNT(*) FROM "
      "inventory_units u WHERE u.inventory = number) FROM inventories WHERE " +
          condition + " ORDER BY number",
      std::tie(row.id, row.kind, row.electronic, each.list, row.year, row.state, row.drawn_up_on,
               each.author, each.title.institution, each.title.fonds, row.first_day, row.last_day,
               each.founder_history, each.fonds_history, each.composer, each.keeper, each.agreed,
               each.authority, row.approved_on, each.approved_by, row.handed_over_on,
               each.received_by, row.revision, row.units),
      [&] { found.push_back(row.value()); }, arguments...);
  return found;
}

}  // namespace

std::int64_t Inventories::add(Transaction& transaction, const Actor& actor,
                              const CaseInventory& made) {
  const std::int64_t id = next_number(transaction, "inventory");
  change(database_,
         "INSERT INTO inventories (number, kind, electronic, list, year, state, drawn_up_on, "
         "author, institution, fonds, first_day, last_day, founder_history, fonds_history, "
         "composer, keeper, agreed, authority, approved_on, approved_by, handed_over_on, "
         "received_by, revision, changed_by, changed_at) VALUES (:number, :kind, :electronic, "
         ":list, :year, 'draft', :drawn_up_on, :author, :institution, :fonds, :first_day, "
         ":last_day, :founder_history, :fonds_history, :composer, :keeper, '', '', '', '', '', '', "
         "1, :changed_by, :changed_at)",
         id, name_of(made.kind), std::int64_t{made.electronic ? 1 : 0}, made.list,
         std::int64_t{made.year}, to_text(made.drawn_up_on), actor.login, made.title.institution,
         made.title.fonds, stored::text(made.title.first_day), stored::text(made.title.last_day),
         made.founder_history, made.fonds_history, made.composer, made.keeper, actor.login,
         to_text(database_.clock().now()));
  for (const InventoryUnit& each : made.units) {
    change(database_,
           "INSERT INTO inventory_units (inventory, unit, volume) VALUES (:inventory, :unit, "
           ":volume)",
           id, std::int64_t{each.number}, each.volume.value);
  }
  return id;
}

void Inventories::update(Transaction& /*transaction*/, const Actor& actor,
                         const CaseInventory& now) {
  change(database_,
         "UPDATE inventories SET state = :state, institution = :institution, fonds = :fonds, "
         "first_day = :first_day, last_day = :last_day, founder_history = :founder_history, "
         "fonds_history "
         "= :fonds_history, composer = :composer, keeper = :keeper, agreed = :agreed, authority = "
         ":authority, approved_on = :approved_on, approved_by = :approved_by, handed_over_on = "
         ":handed_over_on, received_by = :received_by, revision = revision + 1, changed_by = "
         ":changed_by, changed_at = :changed_at WHERE number = :number",
         name_of(now.state), now.title.institution, now.title.fonds,
         stored::text(now.title.first_day), stored::text(now.title.last_day), now.founder_history,
         now.fonds_history, now.composer, now.keeper, now.agreed, now.authority,
         stored::text(now.approved_on), now.approved_by, stored::text(now.handed_over_on),
         now.received_by, actor.login, to_text(database_.clock().now()), now.id);
}

std::optional<CaseInventory> Inventories::find(std::int64_t id) {
  auto found = load(database_, "number = :number", id);
  if (found.empty()) return std::nullopt;
  CaseInventory made = std::move(found.front());
  long long volume = 0;
  long long unit = 0;
  each_row(
      database_,
      "SELECT volume, unit FROM inventory_units WHERE inventory = :inventory ORDER BY unit",
      std::tie(volume, unit),
      [&] {
        made.units.push_back({{volume}, static_cast<int>(unit)});
      },
      id);
  return made;
}

std::vector<CaseInventory> Inventories::list() { return load(database_, "1 = 1"); }

std::optional<std::int64_t> Inventories::living_with(VolumeId volume) {
  const std::int64_t id = number_from(
      database_,
      "SELECT i.number FROM inventory_units u JOIN inventories i ON i.number = u.inventory WHERE "
      "u.volume = :volume AND i.state <> 'cancelled'",
      0, volume.value);
  if (id == 0) return std::nullopt;
  return id;
}

int Inventories::last_number(std::string_view list, std::int64_t before) {
  return static_cast<int>(number_from(
      database_,
      "SELECT COALESCE(MAX(u.unit), 0) FROM inventory_units u JOIN inventories i ON i.number = "
      "u.inventory WHERE i.list = :list AND i.state <> 'cancelled' AND i.number < :before",
      0, list, before));
}

std::optional<ArchiveCode> Inventories::code_of(VolumeId volume) {
  std::optional<ArchiveCode> found;
  long long unit = 0;
  ArchiveCode code;
  each_row(
      database_,
      "SELECT u.unit, i.fonds, i.list FROM inventory_units u JOIN inventories i ON i.number = "
      "u.inventory WHERE u.volume = :volume AND " +
          std::string(kApproved),
      std::tie(unit, code.fonds, code.list),
      [&] {
        code.number = static_cast<int>(unit);
        found = code;
      },
      volume.value);
  return found;
}

std::vector<VolumeId> Inventories::unlisted(int year, Listed listed) {
  std::vector<VolumeId> found;
  long long volume = 0;
  each_row(
      database_,
      "SELECT v.id FROM volumes v WHERE v.state = 'closed' AND v.last_day BETWEEN :low AND :high "
      "AND NOT EXISTS (SELECT 1 FROM inventory_units u JOIN inventories i ON i.number = "
      "u.inventory WHERE u.volume = v.id AND " +
          std::string(listed == Listed::in_living ? kLiving : kApproved) + ") ORDER BY v.id",
      std::tie(volume), [&] { found.push_back({volume}); }, fmt::format("{:04}-01-01", year),
      fmt::format("{:04}-12-31", year));
  return found;
}

std::uint64_t Inventories::bytes_of(VolumeId volume) {
  return static_cast<std::uint64_t>(number_from(
      database_,
      "SELECT COALESCE(SUM(o.size), 0) FROM filed_documents f JOIN originals o ON o.document = "
      "f.document WHERE f.volume = :volume",
      0, volume.value));
}

}  // namespace fonds
