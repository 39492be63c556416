#include "archive/inventory_forms.h"

#include <gmock/gmock.h>

#include "archive/inventories_fixture.h"
#include "base/messages.h"

namespace fonds {
namespace {

using testing::SizeIs;

class InventoryFormsTest : public InventoriesFixture {};

TEST_F(InventoryFormsTest, TheListIsPrintedWithSectionsAndSigners) {
  closed("02-06", "2024-11-20");
  approve_all();
  ArchiveInventoryForms forms(*archive_);
  const CaseListForm list = forms.list(archivist_, 1);
  ASSERT_THAT(list.rows, SizeIs(2));
  EXPECT_EQ(list.rows[0].title, "Учебная часть");
  EXPECT_EQ(list.rows[1].number, "1");
  EXPECT_EQ(list.rows[1].title, "Дела 02-06");
  EXPECT_EQ(list.rows[1].extent, "1");
  EXPECT_EQ(list.composer.position, "методист");
  EXPECT_EQ(list.composer.name, "И. И. Примерова");
  EXPECT_EQ(list.agreed.number, "2");
  EXPECT_FALSE(list.authority);
  EXPECT_EQ(forms.handover(archivist_, 1).received, std::nullopt);
  (void)inventories().hand_over(archivist_, 1, {2025, 2, 3});
  EXPECT_EQ(forms.handover(archivist_, 1).received, 1);
  EXPECT_EQ(last_entry().event, "inventory.printed");
}

}  // namespace
}  // namespace fonds
