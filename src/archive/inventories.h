/// ArchiveInventories: inventories of cases (описи дел): drawn up, looked over, agreed, approved,
/// handed over to the institution's archive.
///
/// A section is drawn up of the closed volumes of a year that belong into a list of its kind and
/// are in none. Its numbers follow those of the section before; so a list has one unfinished
/// section at a time. What the checks find (retention/inventory_lint) forbids to agree and to
/// approve. The volumes of an approved one keep number, title and extent: they are not opened
/// again. Who draws an inventory up does not approve it. Two people at once: the second is told.
/// Threads: one per Archive. Faults: denied, not_found, usage, busy, and those of the catalogue.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "archive/archive.h"
#include "archive/inventory_view.h"
#include "model/actor.h"
#include "model/case_inventory.h"

namespace fonds {

/// What a person says of preface and signatures; what is nothing stays as it is.
struct InventoryWording {
  std::optional<std::string> founder_history{};
  std::optional<std::string> fonds_history{};
  std::optional<std::string> composer{};
  std::optional<std::string> keeper{};
};

struct NewInventory {
  InventoryKind kind = InventoryKind::permanent;
  int year = 0;
  bool electronic = false;
  std::string list{};          ///< empty: that of the last inventory of the kind
  int first_number = 0;        ///< of a list that Fonds has no inventory of yet; 0: 1
  InventoryWording wording{};  ///< nothing: that of the last inventory of the list
};

struct InventoryApproval {
  CalendarDate day;
  std::string authority;      ///< protocol of the authority's commission; empty: there is none
  std::int64_t revision = 0;  ///< of the inventory that was looked at; 0: as it stands now
};

class ArchiveInventories {
 public:
  explicit ArchiveInventories(Archive& archive) : archive_(archive) {}

  ShownInventory draw_up(const Actor& actor, const NewInventory& words);
  /// Of a draft. Its title page is made anew, too.
  ShownInventory edit(const Actor& actor, std::int64_t id, const InventoryWording& wording);
  /// `protocol`: of the institution's commission, number and day.
  ShownInventory agree(const Actor& actor, std::int64_t id, const std::string& protocol);
  ShownInventory approve(const Actor& actor, std::int64_t id, const InventoryApproval& approval);
  /// The archive has received its volumes on that day.
  ShownInventory hand_over(const Actor& actor, std::int64_t id, const CalendarDate& day);
  /// Its volumes and numbers are free again; of an approved one never.
  ShownInventory cancel(const Actor& actor, std::int64_t id);

  /// In order of ids, without rows and findings.
  std::vector<CaseInventory> list(const Actor& actor);
  ShownInventory show(const Actor& actor, std::int64_t id);

 private:
  template <class Change>
  ShownInventory settle(const Actor& actor, std::int64_t id, std::string_view event,
                        const Change& change);
  Archive& archive_;
};

/// The inventory of that id. Fault not_found.
CaseInventory existing_inventory(Archive& archive, std::int64_t id);

}  // namespace fonds
