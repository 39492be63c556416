#include "catalogue/volume_marks.h"

#include <gmock/gmock.h>

#include "cases_contract_fixture.h"

namespace fonds {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

class VolumeMarksContract : public CasesContractFixture {
 protected:
  VolumeMarks marks() { return VolumeMarks(database()); }
  void set(VolumeId id, const VolumeMark& mark) {
    in_transaction([&](Transaction& t) { marks().set(t, actor_, id, mark); });
  }
};
FONDS_ON_BOTH_ENGINES(VolumeMarksContract);

TEST_P(VolumeMarksContract, AMarkStandsOnceUntilItIsTakenBack) {
  const VolumeId id = volume(2024, "02-02");
  set(id, {VolumeMarkKind::audited, {2025, 2, 1}, "акт № 1", ""});
  set(id, {VolumeMarkKind::learner_left, {2024, 5, 1}, "приказ № 3", ""});
  set(id, {VolumeMarkKind::learner_left, {2024, 5, 31}, "приказ № 4", ""});
  const auto found = marks().of(id);
  ASSERT_THAT(found, SizeIs(2));
  EXPECT_EQ(found[0].kind, VolumeMarkKind::learner_left);
  EXPECT_EQ(found[0].day, (CalendarDate{2024, 5, 31}));
  EXPECT_EQ(found[0].basis, "приказ № 4");
  EXPECT_EQ(found[0].marked_by, actor_.login);
  EXPECT_THAT(marks().having(VolumeMarkKind::audited), SizeIs(1));
  EXPECT_THAT(marks().having(VolumeMarkKind::in_search), SizeIs(0));
  in_transaction(
      [&](Transaction& t) { EXPECT_TRUE(marks().lift(t, id, VolumeMarkKind::learner_left)); });
  in_transaction(
      [&](Transaction& t) { EXPECT_FALSE(marks().lift(t, id, VolumeMarkKind::learner_left)); });
  EXPECT_THAT(marks().of(id), SizeIs(1));
  EXPECT_THAT(marks().of(volume(2024, "02-02")), IsEmpty());
}

TEST_P(VolumeMarksContract, ALaterDecisionStandsInPlaceOfTheOneBefore) {
  const VolumeId id = volume(2024, "02-05");
  EXPECT_FALSE(marks().decision(id));
  in_transaction([&](Transaction& t) {
    marks().decide(t, actor_, id, {Appraisal::prolong, "№ 1", CalendarDate{2030, 12, 31}});
  });
  EXPECT_EQ(marks().decision(id)->until, (CalendarDate{2030, 12, 31}));
  in_transaction([&](Transaction& t) {
    marks().decide(t, actor_, id, {Appraisal::destroy, "№ 2", {}});
  });
  const auto now = marks().decision(id);
  EXPECT_EQ(now->outcome, Appraisal::destroy);
  EXPECT_EQ(now->protocol, "№ 2");
  EXPECT_FALSE(now->until);
}

TEST_P(VolumeMarksContract, JudgementsAreForgottenAndEventsAreNot) {
  const VolumeId id = volume(2024, "02-05");
  const VolumeId other = volume(2024, "02-05");
  for (const VolumeId each : {id, other}) {
    set(each, {VolumeMarkKind::learner_left, {2025, 1, 1}, "", ""});
    set(each, {VolumeMarkKind::not_needed, {2025, 2, 1}, "", ""});
    set(each, {VolumeMarkKind::audited, {2025, 3, 1}, "", ""});
    in_transaction([&](Transaction& t) {
      marks().decide(t, actor_, each, {Appraisal::destroy, "№ 2", {}});
    });
  }
  in_transaction([&](Transaction& t) { marks().forget_judgements(t, id); });
  ASSERT_THAT(marks().of(id), SizeIs(1));
  EXPECT_EQ(marks().of(id).front().kind, VolumeMarkKind::learner_left);
  EXPECT_FALSE(marks().decision(id));
  EXPECT_THAT(marks().of(other), SizeIs(3));
  EXPECT_TRUE(marks().decision(other));
}

}  // namespace
}  // namespace fonds
