#include "model/case_inventory.h"

#include <gtest/gtest.h>

namespace fonds {
namespace {

TEST(CaseInventory, ItsKindsAreKnownByTheirNames) {
  for (const std::string_view name : kInventoryKinds) {
    ASSERT_TRUE(inventory_kind_from(name)) << name;
    EXPECT_EQ(name_of(*inventory_kind_from(name)), name);
  }
  for (const std::string_view none : {"", "Permanent", "permanent ", "temporary"}) {
    EXPECT_EQ(inventory_kind_from(none), std::nullopt) << none;
  }
}

TEST(CaseInventory, ItsStatesAreKnownByTheirNames) {
  for (const std::string_view name : kInventoryStates) {
    ASSERT_TRUE(inventory_state_from(name)) << name;
    EXPECT_EQ(name_of(*inventory_state_from(name)), name);
  }
  for (const std::string_view none : {"", "Draft", "handed over", "destroyed"}) {
    EXPECT_EQ(inventory_state_from(none), std::nullopt) << none;
  }
}

// They stand in the catalogue and in journals of years ago.
TEST(CaseInventory, ItsNamesNeverChange) {
  EXPECT_EQ(name_of(InventoryKind::long_term), "long_term");
  EXPECT_EQ(name_of(InventoryKind::personnel), "personnel");
  EXPECT_EQ(name_of(InventoryState::agreed), "agreed");
  EXPECT_EQ(name_of(InventoryState::handed_over), "handed_over");
  EXPECT_EQ(name_of(InventoryState::cancelled), "cancelled");
}

TEST(CaseInventory, WhatIsHandedOverWasApproved) {
  EXPECT_TRUE(is_approved(InventoryState::approved));
  EXPECT_TRUE(is_approved(InventoryState::handed_over));
  for (const InventoryState each :
       {InventoryState::draft, InventoryState::agreed, InventoryState::cancelled}) {
    EXPECT_FALSE(is_approved(each)) << name_of(each);
  }
}

}  // namespace
}  // namespace fonds
