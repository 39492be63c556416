/// What an inventory of cases says today: its rows as they would be printed, and what is wrong with
/// it; and which volumes ought to be in one.
///
/// Asks for no right. Threads: as Archive. Faults: those of the catalogue.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "archive/archive.h"
#include "model/case_inventory.h"
#include "retention/inventory_lint.h"

namespace fonds {

struct ShownInventory {
  /// With what is printed beside the facts.
  struct Row {
    InventoryRow facts;
    std::string section;  ///< title of the section of the nomenclature; may be empty
    std::string period;   ///< as printed
  };
  CaseInventory inventory;
  std::vector<Row> rows;
  std::vector<InventoryFinding> findings;
};

ShownInventory shown_inventory(Archive& archive, const CaseInventory& inventory);

/// Volumes that were finished in the year, belong into an inventory of the kind and are in no
/// living one: numbered from `first`, in order of index, year and number.
std::vector<InventoryUnit> units_for(Archive& archive, const CaseInventory& inventory, int first);
/// The title page of such units.
InventoryTitle title_for(Archive& archive, const std::vector<InventoryUnit>& units);

/// Closed volumes of the years that belong into inventories of what is kept permanently or on
/// employees, and are in no approved one (gate G2 of an act of destruction).
std::vector<VolumeKey> without_inventory(Archive& archive, const std::set<int>& years);
/// By which protocols the inventories of these years were approved: "№ 2 от 14.01.2030"; empty:
/// there are none.
std::string approval_of_inventories(Archive& archive, const std::set<int>& years);

}  // namespace fonds
