#include "archive/stock.h"

#include <gmock/gmock.h>

#include "archive/inventories_fixture.h"
#include "archive/retention.h"

namespace fonds {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

class StockTest : public InventoriesFixture {
 protected:
  ArchiveStock stock() { return ArchiveStock(*archive_); }
  void miss(const std::string& volume) { (void)stock().miss(clerk_, volume, "не возвращено"); }
  PlannedStep step(const std::string& volume) {
    return ArchiveRetention(*archive_)
        .explain(archivist_, volume, CalendarDate{2031, 1, 1})
        .at(0)
        .step;
  }
};

TEST_F(StockTest, WhatIsSearchedForOrWrittenOffIsNotDestroyed) {
  const std::string name = closed("02-03", "2024-11-20");
  EXPECT_EQ(step(name), PlannedStep::destroy);
  miss(name);
  EXPECT_EQ(step(name), PlannedStep::blocked);
  ASSERT_THAT(stock().list(archivist_), SizeIs(1));
  EXPECT_EQ(stock().list(archivist_)[0].mark.basis, "не возвращено");
  (void)stock().write_off(archivist_, {name}, "№ 3", {2025, 2, 1});
  EXPECT_EQ(last_entry().event, "case.written_off");
  EXPECT_EQ(stock().list(archivist_)[0].mark.kind, VolumeMarkKind::written_off);
  EXPECT_EQ(step(name), PlannedStep::blocked) << "it may turn up";
  const DiscoveryAct act = stock().find(clerk_, name, {"шкаф 3", "вернуть на место"});
  ASSERT_THAT(act.units, SizeIs(1));
  EXPECT_EQ(act.units[0].found_at, "шкаф 3");
  EXPECT_EQ(act.units[0].former_code, name);
  EXPECT_THAT(stock().list(archivist_), IsEmpty());
  EXPECT_EQ(step(name), PlannedStep::destroy);
}

TEST_F(StockTest, WhatIsDamagedBeyondRepairIsWrittenOffByItsOwnAct) {
  const std::string name = closed("02-03", "2024-11-20");
  EXPECT_EQ(fault_of([&] { (void)stock().damages(archivist_); }), Fault::not_found);
  EXPECT_EQ(fault_of([&] { (void)stock().damage(clerk_, name, " "); }), Fault::usage);
  (void)stock().damage(clerk_, name, "залито, текст не читается");
  EXPECT_EQ(last_entry().event, "case.damaged");
  EXPECT_EQ(step(name), PlannedStep::destroy) << "its term goes on";
  const LossAct act = stock().damages(archivist_);
  ASSERT_THAT(act.units, SizeIs(1));
  EXPECT_EQ(act.units[0].reason, "залито, текст не читается");
  EXPECT_EQ(fault_of([&] { (void)stock().loss(archivist_); }), Fault::not_found)
      << "it is where it was";
  (void)stock().write_off(archivist_, {name}, "№ 4", {2025, 2, 1});
  ASSERT_THAT(stock().list(archivist_), SizeIs(1));
  EXPECT_EQ(stock().list(archivist_)[0].mark.kind, VolumeMarkKind::written_off);
}

TEST_F(StockTest, OnlyWhatIsSearchedForIsWrittenOffOrFound) {
  const std::string name = closed("02-03", "2024-11-20");
  const auto write_off = [&](const std::string& act, const CalendarDate& day) {
    (void)stock().write_off(archivist_, {name}, act, day);
  };
  EXPECT_EQ(fault_of([&] { write_off("№ 3", {2025, 2, 1}); }), Fault::usage);
  EXPECT_EQ(fault_of([&] { (void)stock().find(clerk_, name, {"шкаф", ""}); }), Fault::usage);
  EXPECT_EQ(fault_of([&] { (void)stock().miss(clerk_, name, " "); }), Fault::usage);
  miss(name);
  EXPECT_EQ(fault_of([&] { write_off("", {2025, 2, 1}); }), Fault::usage);
  EXPECT_EQ(fault_of([&] { write_off("№ 3", {2025, 2, 4}); }), Fault::usage) << "to come";
  EXPECT_EQ(fault_of([&] { (void)stock().find(clerk_, name, {"", ""}); }), Fault::usage);
  EXPECT_EQ(stock().list(archivist_)[0].mark.kind, VolumeMarkKind::in_search);
  VolumeMark by_hand;
  by_hand.kind = VolumeMarkKind::written_off;
  by_hand.day = {2025, 2, 1};
  by_hand.basis = "так";
  EXPECT_EQ(fault_of([&] { ArchiveRetention(*archive_).mark(archivist_, name, by_hand); }),
            Fault::usage)
      << "by an act only";
}

TEST_F(StockTest, TheActsCountWhatInventoriesTellOf) {
  const std::string first = closed("02-06", "2024-03-20");
  const std::string second = closed("02-06", "2024-11-20");
  EXPECT_EQ(fault_of([&] { (void)stock().loss(archivist_); }), Fault::not_found);
  EXPECT_EQ(stock().presence(archivist_).counts.undescribed, 2);
  (void)closed("02-03", "2024-11-20");
  approve_all();
  miss(second);
  const PresenceCheckForm presence = stock().presence(archivist_);
  EXPECT_EQ(presence.inventories, "1");
  EXPECT_EQ(presence.fonds, "12");
  EXPECT_EQ(presence.counts.by_inventories, 2);
  EXPECT_EQ(presence.counts.absent, 1);
  EXPECT_EQ(presence.counts.present, 1);
  EXPECT_EQ(presence.counts.undescribed, 0) << "what is kept for a time needs no inventory";
  EXPECT_FALSE(presence.first_day) << "people look; they write down from when to when";
  const LossAct act = stock().loss(archivist_);
  ASSERT_THAT(act.units, SizeIs(1));
  EXPECT_EQ(act.units[0].inventory, "1");
  EXPECT_EQ(act.units[0].unit, "2");
  EXPECT_EQ(act.units[0].reason, "не возвращено");
  (void)stock().write_off(archivist_, {second}, "№ 3", {2025, 2, 1});
  EXPECT_EQ(stock().presence(archivist_).counts.by_inventories, 1) << "it is off the records";
}

TEST_F(StockTest, ElectronicDocumentsAreReadForTheirAct) {
  const Document whole = paper("", "2024-11-20");
  const Document damaged = paper("", "2024-11-21");
  const auto file = archive_->originals().path_of(damaged.originals.at(0).sha256);
  boost::filesystem::remove(file);
  const PresenceCheckForm act = stock().electronic(archivist_);
  EXPECT_EQ(act.counts.by_inventories, 2);
  EXPECT_EQ(act.first_day, day_here(clock_.now()));
  EXPECT_EQ(act.last_day, act.first_day);
  EXPECT_EQ(act.counts.absent, 1);
  EXPECT_EQ(act.counts.present, 1);
  EXPECT_THAT(act.conclusions, testing::HasSubstr("missing 1, altered 0"));
}

}  // namespace
}  // namespace fonds
