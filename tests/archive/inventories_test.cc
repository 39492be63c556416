#include "archive/inventories.h"

#include <gmock/gmock.h>

#include "archive/case_forms.h"
#include "archive/inventories_fixture.h"
#include "archive/retention.h"
#include "catalogue/inventories.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

/// What is said when an action fails.
template <class Action>
std::string said_of(const Action& action) {
  try {
    action();
  } catch (const Error& error) {
    return error.message();
  }
  ADD_FAILURE() << "no Error";
  return {};
}

class InventoriesTest : public InventoriesFixture {};

TEST_F(InventoriesTest, ASectionIsDrawnUpAgreedApprovedAndHandedOver) {
  closed("02-06", "2024-11-20");
  closed("02-06", "2024-02-20");
  closed("02-05", "2024-11-20");  // ten years: into no inventory
  open("02-06", 2024);            // open
  const ShownInventory drawn = draw();
  EXPECT_THAT(units_of(drawn), ElementsAre("1 02-06/2024/1", "2 02-06/2024/2"));
  EXPECT_EQ(drawn.inventory.title.first_day, (CalendarDate{2024, 2, 20}));
  EXPECT_EQ(drawn.inventory.title.fonds, "12");
  ASSERT_THAT(drawn.findings, SizeIs(1)) << "but the commission";
  EXPECT_EQ(drawn.findings.front().check, InventoryCheck::commission);
  EXPECT_EQ(agree(1).inventory.state, InventoryState::agreed);
  const ShownInventory approved = approve(1);
  EXPECT_EQ(approved.inventory.state, InventoryState::approved);
  EXPECT_EQ(approved.inventory.approved_by, "director");
  EXPECT_THAT(approved.findings, IsEmpty());
  EXPECT_EQ(last_entry().event, "inventory.approved");
  EXPECT_THAT(last_entry().details, HasSubstr(digest_of(approved.inventory)));
  const auto handed = inventories().hand_over(archivist_, 1, {2025, 2, 3});
  EXPECT_EQ(handed.inventory.state, InventoryState::handed_over);
  EXPECT_THAT(inventories().list(director_), SizeIs(1));
}

TEST_F(InventoriesTest, NumbersGoOnThroughTheYears) {
  closed("02-06", "2024-11-20");
  NewInventory words = section();
  words.first_number = 120;
  approve_all(words);
  closed("02-06", "2025-01-20");
  clock_.set("2026-02-03T09:00:00.000Z");
  NewInventory next;
  next.year = 2025;
  const ShownInventory drawn = draw(next);
  EXPECT_THAT(units_of(drawn), ElementsAre("121 02-06/2024/2"));
  EXPECT_EQ(drawn.inventory.list, "1") << "that of the section before";
  EXPECT_EQ(drawn.inventory.composer, section().wording.composer);
  next.first_number = 5;
  (void)inventories().cancel(archivist_, drawn.inventory.id);
  EXPECT_EQ(fault_of([&] { (void)draw(next); }), Fault::usage);
  next.first_number = 0;
  EXPECT_THAT(units_of(draw(next)), ElementsAre("121 02-06/2024/2")) << "numbers are free again";
}

TEST_F(InventoriesTest, WhatCanNotBeDrawnUpIsSaid) {
  EXPECT_EQ(fault_of([&] { (void)draw(); }), Fault::not_found) << "no volume";
  closed("02-06", "2024-11-20");
  NewInventory words = section("");
  EXPECT_EQ(fault_of([&] { (void)draw(words); }), Fault::usage) << "which list?";
  words = section();
  words.year = 2025;
  EXPECT_EQ(fault_of([&] { (void)draw(words); }), Fault::usage) << "the year is not over";
  (void)draw();
  closed("02-06", "2024-11-21");
  EXPECT_THAT(said_of([&] { (void)draw(); }), HasSubstr("inventory 1 of list № 1"));
  words = section();
  words.kind = InventoryKind::long_term;
  EXPECT_THAT(said_of([&] { (void)draw(words); }), HasSubstr("of another kind"));
}

TEST_F(InventoriesTest, AFaultForbidsToAgreeAndToApprove) {
  closed("02-06", "2024-11-20");
  NewInventory words = section();
  words.wording.keeper.reset();
  (void)draw(words);
  EXPECT_THAT(said_of([&] { (void)agree(1); }), HasSubstr("who answers for the archive"));
  (void)inventories().edit(archivist_, 1, {{}, {}, {}, "архивист, П. П. Образцов"});
  (void)agree(1);
  (void)cases().reopen(clerk_, "02-06/2024/1");
  EXPECT_THAT(said_of([&] { (void)approve(1); }), HasSubstr("still open"));
  EXPECT_EQ(inventories().show(director_, 1).inventory.state, InventoryState::agreed);
}

TEST_F(InventoriesTest, AnotherPersonApprovesAndOnlyWhatTheyHaveSeen) {
  closed("02-06", "2024-11-20");
  (void)draw();
  (void)agree(1);
  EXPECT_EQ(fault_of([&] {
              (void)inventories().approve(archivist_, 1, {{2025, 2, 1}, "", 0});
            }),
            Fault::denied);
  EXPECT_EQ(fault_of([&] { (void)approve(1, {{2025, 2, 1}, "", 1}); }), Fault::busy);
  EXPECT_EQ(fault_of([&] { (void)approve(1, {{2025, 2, 4}, "", 0}); }), Fault::usage) << "to come";
  EXPECT_EQ(approve(1, {{2025, 2, 1}, "", 2}).inventory.state, InventoryState::approved);
  EXPECT_EQ(fault_of([&] { (void)inventories().cancel(archivist_, 1); }), Fault::usage);
  EXPECT_EQ(fault_of([&] { (void)inventories().edit(archivist_, 1, {}); }), Fault::usage);
  EXPECT_EQ(fault_of([&] {
              (void)inventories().hand_over(archivist_, 1, {2025, 1, 1});
            }),
            Fault::usage)
      << "before it was approved";
}

TEST_F(InventoriesTest, WhatWasChangedAfterTheApprovalIsNotHandedOver) {
  closed("02-06", "2024-11-20");
  approve_all();
  CaseInventory forged = existing_inventory(*archive_, 1);
  forged.agreed = "№ 9 от 01.01.2025";
  Transaction transaction(archive_->catalogue());
  Inventories(archive_->catalogue()).update(transaction, archivist_, forged);
  transaction.commit();
  EXPECT_EQ(fault_of([&] {
              (void)inventories().hand_over(archivist_, 1, {2025, 2, 3});
            }),
            Fault::corrupt);
}

TEST_F(InventoriesTest, WhereAnArchiveTakesOverItsAuthorityApproves) {
  configure(
      "[institution]\nnames = \"Дом творчества Примерска\"\nfonds = \"12\"\narchive_source = "
      "true\n");
  closed("02-06", "2024-11-20");
  (void)draw();
  (void)agree(1);
  EXPECT_EQ(fault_of([&] { (void)approve(1); }), Fault::usage);
  EXPECT_EQ(approve(1, {{2025, 2, 1}, "№ 4 от 30.01.2025", 0}).inventory.authority,
            "№ 4 от 30.01.2025");
}

TEST_F(InventoriesTest, WhatIsApprovedStaysAsItIs) {
  const std::string name = closed("02-06", "2024-11-20");
  approve_all();
  EXPECT_EQ(fault_of([&] { (void)cases().reopen(clerk_, name); }), Fault::usage);
  EXPECT_EQ(fault_of([&] { (void)cases().correct(clerk_, name, "иначе", {}); }), Fault::usage);
  EXPECT_EQ(cases().correct(clerk_, name, {}, "шкаф 2").volume.shelf, "шкаф 2");
}

TEST_F(InventoriesTest, AVolumeOfItIsPlannedAndPrintedByItsCode) {
  const std::string name = closed("02-06", "2024-11-20");
  clock_.set("2026-02-03T09:00:00.000Z");
  ArchiveRetention retention(*archive_);
  const auto step = [&] {
    return retention.explain(archivist_, name, CalendarDate{2026, 2, 3}).at(0).step;
  };
  EXPECT_EQ(step(), PlannedStep::inventory);
  EXPECT_TRUE(ArchiveCaseForms(*archive_).cover(archivist_, name).place.inventory.empty());
  approve_all();
  EXPECT_EQ(step(), PlannedStep::none);
  const CoverForm cover = ArchiveCaseForms(*archive_).cover(archivist_, name);
  EXPECT_EQ(cover.place.fonds, "12");
  EXPECT_EQ(cover.place.inventory, "1");
  EXPECT_EQ(cover.place.unit, "1");
}

}  // namespace
}  // namespace fonds
