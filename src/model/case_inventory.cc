#include "model/case_inventory.h"

#include "model/named.h"

namespace fonds {

std::optional<InventoryKind> inventory_kind_from(std::string_view name) {
  return named<InventoryKind>(kInventoryKinds, name);
}

std::optional<InventoryState> inventory_state_from(std::string_view name) {
  return named<InventoryState>(kInventoryStates, name);
}

}  // namespace fonds
