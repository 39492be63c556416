/// InventoryRecords: inventories of cases, their rows and what is wrong with them, in JSON. Stable
/// names: only add.
///
/// Threads: pure.
#pragma once

#include "archive/inventory_view.h"
#include "web/api/json.h"

namespace fonds {

Json record_of(const CaseInventory& inventory);
/// The same with "units" (its rows) and "findings".
Json record_of(const ShownInventory& shown);
Json record_of(const InventoryFinding& finding);

}  // namespace fonds
