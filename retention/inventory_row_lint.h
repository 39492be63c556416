/// findings_in_rows: what is wrong with the rows of an inventory of cases, by themselves and beside
/// each other (checks 12 to 24 of inventory_lint.h).
///
/// Threads: any. Pure.
#pragma once

#include <vector>

#include "retention/inventory_lint.h"

namespace fonds {

/// In no particular order; rows with the same fault share a finding, in order of the rows.
std::vector<InventoryFinding> findings_in_rows(const InspectedInventory& inspected);

}  // namespace fonds
