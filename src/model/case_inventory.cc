#include "model/case_inventory.h"

#include <fmt/format.h>

#include "base/digest.h"
#include "model/named.h"

namespace fonds {

std::optional<InventoryKind> inventory_kind_from(std::string_view name) {
  return named<InventoryKind>(kInventoryKinds, name);
}

std::optional<InventoryState> inventory_state_from(std::string_view name) {
  return named<InventoryState>(kInventoryStates, name);
}

/// Each field is written as its length, ':' and its bytes, so no two different ones give one text.
std::string digest_of(const CaseInventory& inventory) {
  const auto day = [](const std::optional<CalendarDate>& each) {
    return each ? to_text(*each) : std::string();
  };
  const InventoryTitle& title = inventory.title;
  std::string text;
  for (const std::string& field :
       {std::to_string(inventory.id), std::string(name_of(inventory.kind)),
        std::string(inventory.electronic ? "1" : "0"), inventory.list,
        std::to_string(inventory.year), to_text(inventory.drawn_up_on), inventory.author,
        title.institution, title.fonds, day(title.first_day), day(title.last_day),
        inventory.founder_history, inventory.fonds_history, inventory.composer, inventory.keeper,
        inventory.agreed, inventory.authority, day(inventory.approved_on), inventory.approved_by}) {
    text += fmt::format("{}:{}", field.size(), field);
  }
  for (const InventoryUnit& unit : inventory.units) {
    text += fmt::format(",{}={}", unit.number, unit.volume.value);
  }
  return sha256(text);
}

}  // namespace fonds
