#include "catalogue/inventories.h"

#include <gmock/gmock.h>

#include "cases_contract_fixture.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class InventoriesContract : public CasesContractFixture {
 protected:
  Inventories inventories() { return Inventories(database()); }
  static CaseInventory draft(const std::vector<InventoryUnit>& units,
                             const std::string& list = "1") {
    CaseInventory made;
    made.kind = InventoryKind::personnel;
    made.list = list;
    made.year = 2024;
    made.drawn_up_on = {2026, 2, 1};
    made.title = {"Дом творчества Примерска", "12", CalendarDate{2024, 1, 10},
                  CalendarDate{2024, 12, 20}};
    made.founder_history = "создан";
    made.fonds_history = "поступил";
    made.composer = "методист, И. И. Примерова";
    made.keeper = "архивист, П. П. Образцов";
    made.units = units;
    return made;
  }
  std::int64_t add(const CaseInventory& made) {
    std::int64_t id = 0;
    in_transaction([&](Transaction& t) { id = inventories().add(t, actor_, made); });
    return id;
  }
  void set(std::int64_t id, InventoryState state) {
    CaseInventory now = inventories().find(id).value();
    now.state = state;
    now.approved_on = CalendarDate{2026, 2, 20};
    in_transaction([&](Transaction& t) { inventories().update(t, actor_, now); });
  }
  VolumeId closed(const std::string& index, const CalendarDate& last_day) {
    const VolumeId made = volume(2024, index);
    close(made, last_day);
    return made;
  }
};
FONDS_ON_BOTH_ENGINES(InventoriesContract);

TEST_P(InventoriesContract, AllThatIsSaidOfItIsKept) {
  const VolumeId first = volume(2024, "02-06");
  const VolumeId second = volume(2024, "02-05");
  CaseInventory made = draft({{first, 7}, {second, 8}});
  ASSERT_EQ(add(made), 1);
  made.id = 1;
  made.author = actor_.login;
  made.state = InventoryState::handed_over;
  made.title.fonds = "13";
  made.agreed = "№ 2 от 14.01.2026";
  made.authority = "№ 4 от 20.02.2026";
  made.approved_on = CalendarDate{2026, 2, 20};
  made.approved_by = "director";
  made.handed_over_on = CalendarDate{2026, 3, 1};
  made.received_by = "archivist";
  in_transaction([&](Transaction& t) { inventories().update(t, actor_, made); });
  const CaseInventory now = inventories().find(1).value();
  EXPECT_EQ(digest_of(now), digest_of(made)) << "names, days, protocols and units";
  EXPECT_EQ(now.state, InventoryState::handed_over);
  EXPECT_EQ(now.handed_over_on, made.handed_over_on);
  EXPECT_EQ(now.received_by, "archivist");
  EXPECT_EQ(now.revision, 2);
  EXPECT_EQ(now.unit_count, 2U);
  ASSERT_THAT(inventories().list(), SizeIs(1));
  EXPECT_THAT(inventories().list().front().units, IsEmpty());
  EXPECT_EQ(inventories().find(2), std::nullopt);
}

TEST_P(InventoriesContract, NumbersGoOnFromWhatLives) {
  const VolumeId first = volume(2024, "02-06");
  const VolumeId second = volume(2024, "02-05");
  EXPECT_EQ(inventories().last_number("1", 99), 0);
  const std::int64_t one = add(draft({{first, 7}}));
  const std::int64_t two = add(draft({{second, 8}}));
  EXPECT_EQ(inventories().last_number("1", 99), 8);
  EXPECT_EQ(inventories().last_number("1", two), 7) << "before the second";
  EXPECT_EQ(inventories().last_number("2", 99), 0) << "another list";
  set(two, InventoryState::cancelled);
  EXPECT_EQ(inventories().last_number("1", 99), 7);
  EXPECT_EQ(inventories().living_with(first), one);
  EXPECT_EQ(inventories().living_with(second), std::nullopt);
}

TEST_P(InventoriesContract, AVolumeHasItsCodeOnceTheInventoryIsApproved) {
  const VolumeId unit = volume(2024, "02-06");
  const std::int64_t id = add(draft({{unit, 7}}));
  EXPECT_FALSE(inventories().code_of(unit));
  set(id, InventoryState::approved);
  const ArchiveCode code = inventories().code_of(unit).value();
  EXPECT_EQ(code.fonds, "12");
  EXPECT_EQ(code.list, "1");
  EXPECT_EQ(code.number, 7);
  set(id, InventoryState::handed_over);
  EXPECT_TRUE(inventories().code_of(unit));
}

TEST_P(InventoriesContract, WhatIsUnlistedIsFoundByItsLastDay) {
  const VolumeId first = closed("02-06", {2024, 1, 1});
  const VolumeId second = closed("02-06", {2024, 12, 31});
  closed("02-06", {2023, 12, 31});
  closed("02-06", {2025, 1, 1});
  volume(2024, "02-06");  // open
  using Listed = Inventories::Listed;
  EXPECT_THAT(inventories().unlisted(2024, Listed::in_living), ElementsAre(first, second));
  const std::int64_t id = add(draft({{first, 1}}));
  EXPECT_THAT(inventories().unlisted(2024, Listed::in_living), ElementsAre(second));
  EXPECT_THAT(inventories().unlisted(2024, Listed::in_approved), ElementsAre(first, second));
  set(id, InventoryState::approved);
  EXPECT_THAT(inventories().unlisted(2024, Listed::in_approved), ElementsAre(second));
  set(id, InventoryState::cancelled);
  EXPECT_THAT(inventories().unlisted(2024, Listed::in_living), ElementsAre(first, second));
}

TEST_P(InventoriesContract, TheExtentOfAVolumeIsThatOfItsFiles) {
  const VolumeId unit = volume(2024, "02-06");
  EXPECT_EQ(inventories().bytes_of(unit), 0U);
  std::int64_t bytes = 0;
  for (int i = 0; i < 2; ++i) {
    const DocumentId filed = paper();
    file(unit, filed);
    bytes += Documents(database()).find(filed)->originals.at(0).size;
  }
  EXPECT_EQ(inventories().bytes_of(unit), static_cast<std::uint64_t>(bytes));
}

}  // namespace
}  // namespace fonds
