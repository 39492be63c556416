#include "archive/inventory_view.h"

#include <gmock/gmock.h>

#include "archive/inventories_fixture.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class InventoryViewTest : public InventoriesFixture {};

TEST_F(InventoryViewTest, TheVolumesOfAYearWithoutInventoryAreTold) {
  const std::string name = closed("02-06", "2024-11-20");
  closed("02-03", "2024-11-20");
  EXPECT_THAT(without_inventory(*archive_, {2023, 2024}),
              ElementsAre(volume_key_from(name).value()));
  EXPECT_EQ(approval_of_inventories(*archive_, {2024}), "");
  approve_all();
  EXPECT_THAT(without_inventory(*archive_, {2023, 2024}), IsEmpty());
  EXPECT_EQ(approval_of_inventories(*archive_, {2024}), "№ 2 от 14.01.2025");
  EXPECT_EQ(approval_of_inventories(*archive_, {2023}), "");
}

TEST_F(InventoryViewTest, ItIsLookedOverByTheSettingsOfToday) {
  closed("02-06", "2024-11-20");
  approve_all();
  const CaseInventory inventory = existing_inventory(*archive_, 1);
  EXPECT_THAT(shown_inventory(*archive_, inventory).findings, IsEmpty());
  configure("[institution]\nnames = \"Дом творчества Примерска\"\nfonds = \"13\"\n");
  const auto findings = shown_inventory(*archive_, inventory).findings;
  ASSERT_THAT(findings, SizeIs(1));
  EXPECT_EQ(findings.front().check, InventoryCheck::title_fonds);
}

TEST_F(InventoryViewTest, WhatBecameOfAVolumeAfterwardsIsNoFault) {
  const std::string name = closed("02-06", "2024-11-20");
  approve_all();
  Volume gone = Volumes(archive_->catalogue()).find(volume_key_from(name).value()).value();
  gone.state = VolumeState::transferred;
  gone.sheets = 0;
  Transaction transaction(archive_->catalogue());
  Volumes(archive_->catalogue()).update(transaction, archivist_, gone);
  transaction.commit();
  EXPECT_THAT(shown_inventory(*archive_, existing_inventory(*archive_, 1)).findings, IsEmpty());
}

}  // namespace
}  // namespace fonds
