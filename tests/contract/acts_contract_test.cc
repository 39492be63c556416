#include "catalogue/acts.h"

#include <gmock/gmock.h>

#include "cases_contract_fixture.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

class ActsContract : public CasesContractFixture {
 protected:
  Acts acts() { return Acts(database()); }
  static DestructionAct drawn(const std::vector<VolumeId>& volumes) {
    DestructionAct made;
    made.drawn_up_on = {2030, 2, 1};
    made.units = volumes;
    return made;
  }
  std::int64_t add(const std::vector<VolumeId>& volumes) {
    std::int64_t number = 0;
    in_transaction([&](Transaction& t) { number = acts().add(t, actor_, drawn(volumes)); });
    return number;
  }
};
FONDS_ON_BOTH_ENGINES(ActsContract);

TEST_P(ActsContract, AnActKeepsItsVolumesInOrderOfTheirKeys) {
  const VolumeId later = volume(2025, "02-05");
  const VolumeId first = volume(2024, "02-03");
  const VolumeId second = volume(2024, "02-05");
  EXPECT_EQ(add({later, second, first}), 1);
  const DestructionAct act = acts().find(1).value();
  EXPECT_EQ(act.state, ActState::draft);
  EXPECT_EQ(act.drawn_up_on, (CalendarDate{2030, 2, 1}));
  EXPECT_EQ(act.author, actor_.login);
  EXPECT_EQ(act.revision, 1);
  EXPECT_THAT(act.units, ElementsAre(first, second, later));
  EXPECT_EQ(act.unit_count, 3U);
  ASSERT_THAT(acts().list(), SizeIs(1));
  EXPECT_EQ(acts().list().front().unit_count, 3U) << "a list counts units and leaves them out";
  EXPECT_FALSE(act.one_meeting);
  EXPECT_FALSE(acts().find(2));
}

TEST_P(ActsContract, WhatBecameOfItIsKept) {
  const VolumeId unit = volume(2024, "02-03");
  DestructionAct act = acts().find(add({unit})).value();
  act.state = ActState::approved;
  act.agreed = "№ 2 от 14.01.2030";
  act.inventories = "№ 1";
  act.one_meeting = true;
  act.approval = "7";
  act.approved_on = CalendarDate{2030, 2, 3};
  act.approved_by = "director";
  act.approved_at = moment_from_text("2030-02-03T10:00:00.000Z");
  act.execution = {CalendarDate{2030, 2, 20}, "№ 7", 2500, CalendarDate{2030, 3, 1}, "osipova"};
  in_transaction([&](Transaction& t) { acts().update(t, actor_, act); });
  act.revision = 2;
  const DestructionAct now = acts().find(1).value();
  EXPECT_EQ(now.state, ActState::approved);
  EXPECT_EQ(now.agreed, act.agreed);
  EXPECT_EQ(now.inventories, "№ 1");
  EXPECT_TRUE(now.one_meeting);
  EXPECT_EQ(now.approval, "7");
  EXPECT_EQ(now.approved_on, act.approved_on);
  EXPECT_EQ(now.approved_at, act.approved_at);
  EXPECT_EQ(now.execution.withdrawn_on, act.execution.withdrawn_on);
  EXPECT_EQ(now.execution.waybill, "№ 7");
  EXPECT_EQ(now.execution.grams, 2500);
  EXPECT_EQ(now.execution.done_on, act.execution.done_on);
  EXPECT_EQ(now.execution.done_by, "osipova");
  EXPECT_EQ(now.approved_by, "director");
  EXPECT_EQ(now.revision, 2);
  EXPECT_THAT(acts().list(), SizeIs(1));
}

TEST_P(ActsContract, WhyItDestroysIsKept) {
  DestructionAct made = drawn({volume(2024, "02-08")});
  made.basis = ActBasis::consent_withdrawn;
  made.subject = {7};
  std::int64_t number = 0;
  in_transaction([&](Transaction& t) { number = acts().add(t, actor_, made); });
  EXPECT_EQ(acts().find(number)->basis, ActBasis::consent_withdrawn);
  EXPECT_EQ(acts().find(number)->subject, StudentId{7});
}

TEST_P(ActsContract, AVolumeIsFreeWhenItsActWasCancelled) {
  const VolumeId unit = volume(2024, "02-03");
  EXPECT_EQ(acts().living_with(unit), std::nullopt);
  DestructionAct act = acts().find(add({unit})).value();
  EXPECT_EQ(acts().living_with(unit), 1);
  act.state = ActState::cancelled;
  in_transaction([&](Transaction& t) { acts().update(t, actor_, act); });
  EXPECT_EQ(acts().living_with(unit), std::nullopt);
  EXPECT_EQ(add({unit}), 2);
  EXPECT_EQ(acts().living_with(unit), 2);
}

}  // namespace
}  // namespace fonds
