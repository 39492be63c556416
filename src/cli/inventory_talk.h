/// What `fonds inventory` says: inventories of cases as lines and records.
///
/// Threads: main only.
#pragma once

#include "archive/inventory_view.h"
#include "cli/session.h"

namespace fonds {

void print_inventory(const Session& session, const CaseInventory& inventory);
/// With its rows and what is wrong with it.
void print_shown(const Session& session, const ShownInventory& shown);
/// What is wrong with it, and how many checks were made.
void print_findings(const Session& session, const ShownInventory& shown);

}  // namespace fonds
