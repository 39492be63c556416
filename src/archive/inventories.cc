#include "archive/inventories.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>

#include "access/policy.h"
#include "archive/approval.h"
#include "archive/field_input.h"
#include "base/error.h"
#include "base/messages.h"
#include "catalogue/inventories.h"
#include "catalogue/journal.h"

namespace fonds {
namespace {

using Json = nlohmann::ordered_json;

/// An id above all there are.
constexpr std::int64_t kNone = std::numeric_limits<std::int64_t>::max();

std::string subject_of(std::int64_t inventory) { return fmt::format("inventory/{}", inventory); }

Error stands_otherwise(const char* what, std::int64_t id) {
  return {Fault::usage, say(what, id), say(tr("`fonds inventory show {}` says how it stands"), id)};
}

void expect_state(const CaseInventory& inventory, InventoryState expected) {
  if (inventory.state == expected) return;
  switch (inventory.state) {
    case InventoryState::draft:
      throw stands_otherwise(tr("no commission has agreed to inventory {}"), inventory.id);
    case InventoryState::agreed:
      throw stands_otherwise(tr("the commission has agreed to inventory {}"), inventory.id);
    case InventoryState::approved:
      throw stands_otherwise(tr("inventory {} is approved"), inventory.id);
    case InventoryState::handed_over:
      throw stands_otherwise(tr("the volumes of inventory {} are handed over"), inventory.id);
    case InventoryState::cancelled:
      throw stands_otherwise(tr("inventory {} was cancelled"), inventory.id);
  }
}

void expect_not_to_come(const Archive& archive, const CalendarDate& day) {
  if (!(day_here(archive.clock().now()) < day)) return;
  throw Error(Fault::usage, say(tr("{} is to come"), to_text(day)), tr("say the day of the paper"));
}

/// Errors forbid to go on.
void expect_sound(const ShownInventory& shown) {
  for (const InventoryFinding& each : shown.findings) {
    if (each.weight != InventoryFinding::Weight::error) continue;
    throw Error(Fault::usage,
                say(tr("inventory {} is not in order: {}"), shown.inventory.id, each.text),
                say(tr("`fonds inventory check {}` says all that is wrong"), shown.inventory.id));
  }
}

void reword(CaseInventory& inventory, const InventoryWording& wording) {
  const auto put = [](std::string& into, const std::optional<std::string>& words) {
    if (words) into = line_typed(*words);
  };
  put(inventory.founder_history, wording.founder_history);
  put(inventory.fonds_history, wording.fonds_history);
  put(inventory.composer, wording.composer);
  put(inventory.keeper, wording.keeper);
}

/// What an archive takes over, its authority approves.
bool needs_authority(const Archive& archive, const CaseInventory& inventory) {
  return inventory.kind != InventoryKind::long_term &&
         archive.settings().flag("institution.archive_source");
}

/// What was approved stands in the journal, whose chain shows every change.
void expect_as_approved(Archive& archive, const CaseInventory& inventory) {
  std::string approved;
  for (const JournalEntry& each : Journal(archive.catalogue()).about(subject_of(inventory.id))) {
    if (each.event == "inventory.approved") {
      approved = Json::parse(each.details).value("digest", "");
    }
  }
  if (approved == digest_of(inventory)) return;
  throw Error(Fault::corrupt, say(tr("inventory {} is not what was approved"), inventory.id),
              tr("`fonds journal list` says who did what; bring the catalogue back from a backup"));
}

/// What the section goes on with: number of the list and wording of the last living inventory.
void follow(const std::vector<CaseInventory>& all, CaseInventory& made) {
  const auto same_kind = [&](const CaseInventory& each) {
    return each.kind == made.kind && each.electronic == made.electronic;
  };
  const CaseInventory* last = nullptr;
  for (const CaseInventory& each : all) {
    if (each.state == InventoryState::cancelled) continue;
    const bool meant = made.list.empty() ? same_kind(each) : each.list == made.list;
    if (!meant) continue;
    if (!same_kind(each)) {
      throw Error(Fault::usage, say(tr("list № {} is of another kind"), made.list),
                  tr("a list is of one kind of cases: say another --list"));
    }
    last = &each;
  }
  if (last == nullptr && made.list.empty()) {
    throw Error(Fault::usage, tr("it is not said which number the list has"),
                tr("say it once, later ones follow: --list 1"));
  }
  if (last == nullptr) return;
  if (!is_approved(last->state)) {
    throw Error(Fault::usage,
                say(tr("inventory {} of list № {} is not approved yet"), last->id, last->list),
                tr("numbers go on from it: have it approved, or cancel it"));
  }
  made.list = last->list;
  made.founder_history = last->founder_history;
  made.fonds_history = last->fonds_history;
  made.composer = last->composer;
  made.keeper = last->keeper;
}

}  // namespace

CaseInventory existing_inventory(Archive& archive, std::int64_t id) {
  auto found = Inventories(archive.catalogue()).find(id);
  if (!found) {
    throw Error(Fault::not_found, say(tr("there is no inventory {}"), id),
                tr("`fonds inventory list` shows them all"));
  }
  return std::move(*found);
}

ShownInventory ArchiveInventories::draw_up(const Actor& actor, const NewInventory& words) {
  archive_.policy().require(actor, Operation::plan_retention);
  CaseInventory made;
  made.kind = words.kind;
  made.electronic = words.electronic;
  made.year = words.year;
  made.list = line_typed(words.list);
  made.author = actor.login;
  made.drawn_up_on = day_here(archive_.clock().now());
  if (made.drawn_up_on.year <= made.year) {
    throw Error(Fault::usage, say(tr("the year {} is not over"), made.year),
                tr("an inventory lists what was finished in a year that is over"));
  }
  Inventories inventories(archive_.catalogue());
  Transaction transaction(archive_.catalogue());
  Journal journal(archive_.catalogue());
  journal.lock(transaction);
  follow(inventories.list(), made);
  const int last = inventories.last_number(made.list, kNone);
  if (words.first_number != 0 && last != 0) {
    throw Error(Fault::usage, say(tr("list № {} goes on from number {}"), made.list, last),
                tr("leave --first out"));
  }
  made.units = units_for(archive_, made, last != 0 ? last + 1 : std::max(words.first_number, 1));
  if (made.units.empty()) {
    throw Error(
        Fault::not_found,
        say(tr("no closed volume of {} belongs into such an inventory and is in none"), made.year),
        tr("`fonds retention plan` shows what is to be done"));
  }
  made.title = title_for(archive_, made.units);
  reword(made, words.wording);
  const std::int64_t id = inventories.add(transaction, actor, made);
  journal.append(transaction, actor, "inventory.drawn_up", subject_of(id),
                 Json{{"units", made.units.size()}}.dump());
  transaction.commit();
  return shown_inventory(archive_, existing_inventory(archive_, id));
}

/// The inventory is looked at under the journal's lock. `change` gets it as it is shown, findings
/// and all, and changes it.
template <class Change>
ShownInventory ArchiveInventories::settle(const Actor& actor, std::int64_t id,
                                          std::string_view event, const Change& change) {
  Transaction transaction(archive_.catalogue());
  Journal journal(archive_.catalogue());
  journal.lock(transaction);
  CaseInventory inventory = existing_inventory(archive_, id);
  change(inventory);
  journal.append(transaction, actor, event, subject_of(id),
                 Json{{"digest", digest_of(inventory)}}.dump());
  Inventories(archive_.catalogue()).update(transaction, actor, inventory);
  transaction.commit();
  return shown_inventory(archive_, existing_inventory(archive_, id));
}

ShownInventory ArchiveInventories::edit(const Actor& actor, std::int64_t id,
                                        const InventoryWording& wording) {
  archive_.policy().require(actor, Operation::plan_retention);
  return settle(actor, id, "inventory.edited", [&](CaseInventory& inventory) {
    expect_state(inventory, InventoryState::draft);
    reword(inventory, wording);
    inventory.title = title_for(archive_, inventory.units);
  });
}

ShownInventory ArchiveInventories::agree(const Actor& actor, std::int64_t id,
                                         const std::string& protocol) {
  archive_.policy().require(actor, Operation::plan_retention);
  return settle(actor, id, "inventory.agreed", [&](CaseInventory& inventory) {
    expect_state(inventory, InventoryState::draft);
    inventory.agreed = line_typed(protocol);
    if (inventory.agreed.empty()) {
      throw Error(Fault::usage, tr("the protocol of the commission is not named"),
                  tr("say its number and day: --protocol \"№ 3 от 12.12.2026\""));
    }
    expect_sound(shown_inventory(archive_, inventory));
    inventory.state = InventoryState::agreed;
  });
}

ShownInventory ArchiveInventories::approve(const Actor& actor, std::int64_t id,
                                           const InventoryApproval& approval) {
  archive_.policy().require(actor, Operation::approve_act);
  return settle(actor, id, "inventory.approved", [&](CaseInventory& inventory) {
    if (approval.revision != 0 && approval.revision != inventory.revision) {
      throw Error(Fault::busy, say(tr("somebody has changed inventory {} meanwhile"), id),
                  tr("look at it anew, then try again"));
    }
    expect_state(inventory, InventoryState::agreed);
    expect_another_person(archive_, actor, inventory.author);
    expect_not_to_come(archive_, approval.day);
    inventory.authority = line_typed(approval.authority);
    if (needs_authority(archive_, inventory) && inventory.authority.empty()) {
      throw Error(Fault::usage, tr("the protocol of the archive authority is not named"),
                  tr("an archive takes these over: say --authority \"№ 4 от 20.02.2026\""));
    }
    expect_sound(shown_inventory(archive_, inventory));
    inventory.approved_on = approval.day;
    inventory.approved_by = actor.login;
    inventory.state = InventoryState::approved;
  });
}

ShownInventory ArchiveInventories::hand_over(const Actor& actor, std::int64_t id,
                                             const CalendarDate& day) {
  archive_.policy().require(actor, Operation::plan_retention);
  return settle(actor, id, "inventory.handed_over", [&](CaseInventory& inventory) {
    expect_state(inventory, InventoryState::approved);
    expect_as_approved(archive_, inventory);
    expect_not_to_come(archive_, day);
    if (day < inventory.approved_on.value()) {
      throw Error(
          Fault::usage,
          say(tr("inventory {} was approved later, on {}"), id, to_text(*inventory.approved_on)),
          tr("say the day on which the archive received its volumes"));
    }
    inventory.handed_over_on = day;
    inventory.received_by = actor.login;
    inventory.state = InventoryState::handed_over;
  });
}

ShownInventory ArchiveInventories::cancel(const Actor& actor, std::int64_t id) {
  archive_.policy().require(actor, Operation::plan_retention);
  return settle(actor, id, "inventory.cancelled", [&](CaseInventory& inventory) {
    if (inventory.state != InventoryState::agreed) expect_state(inventory, InventoryState::draft);
    inventory.state = InventoryState::cancelled;
  });
}

std::vector<CaseInventory> ArchiveInventories::list(const Actor& actor) {
  archive_.policy().require(actor, Operation::read_retention);
  return Inventories(archive_.catalogue()).list();
}

ShownInventory ArchiveInventories::show(const Actor& actor, std::int64_t id) {
  archive_.policy().require(actor, Operation::read_retention);
  return shown_inventory(archive_, existing_inventory(archive_, id));
}

}  // namespace fonds
