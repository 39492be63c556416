#include "catalogue/retention_records.h"

#include <gmock/gmock.h>

#include "cases_contract_fixture.h"
#include "catalogue/cards.h"
#include "catalogue/disclosures.h"
#include "catalogue/holds.h"
#include "catalogue/inventories.h"
#include "catalogue/loans.h"
#include "catalogue/stacks.h"
#include "catalogue/students.h"
#include "catalogue/volume_marks.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class RetentionRecordsContract : public CasesContractFixture {
 protected:
  StudentId student(const char* left_on = "") {
    Student made;
    made.name = {"Выдумкин", "Пётр", ""};
    if (*left_on != '\0') made.left_on = calendar_date_from(left_on);
    StudentId id;
    in_transaction([&](Transaction& t) { id = Students(database()).add(t, made); });
    return id;
  }
  void link(DocumentId document, StudentId student, LinkState state) {
    StudentLink made;
    made.student = student;
    made.state = state;
    in_transaction(
        [&](Transaction& t) { Cards(database()).record_reading(t, document, 1, {}, {}, {made}); });
  }
  void refuse(DocumentId document, StudentId student) {
    StudentLink made;
    made.student = student;
    made.state = LinkState::refused;
    in_transaction([&](Transaction& t) { Cards(database()).set_link(t, document, made); });
  }
  void hold(HoldSubject subject, std::int64_t target, const std::string& index = "") {
    Hold made;
    made.subject = subject;
    made.target = target;
    made.index = index;
    made.reason = "суд";
    in_transaction([&](Transaction& t) { Holds(database()).set(t, actor_, made); });
  }
  RetentionFacts facts(VolumeId id) { return RetentionRecords(database()).of(id).value().facts; }
  std::vector<DisposalObstacleKind> obstacles(VolumeId id) {
    std::vector<DisposalObstacleKind> found;
    for (const DisposalObstacle& each : facts(id).obstacles) found.push_back(each.kind);
    return found;
  }
};
FONDS_ON_BOTH_ENGINES(RetentionRecordsContract);

TEST_P(RetentionRecordsContract, AnApprovedInventoryIsKnown) {
  const VolumeId id = volume(2024, "02-06");
  CaseInventory made;
  made.list = "1";
  made.year = 2024;
  made.units = {{id, 1}};
  in_transaction([&](Transaction& t) { made.id = Inventories(database()).add(t, actor_, made); });
  EXPECT_EQ(facts(id).inventoried, std::nullopt) << "a draft";
  made.state = InventoryState::approved;
  made.approved_on = CalendarDate{2026, 2, 20};
  in_transaction([&](Transaction& t) { Inventories(database()).update(t, actor_, made); });
  EXPECT_EQ(facts(id).inventoried, made.approved_on);
}

TEST_P(RetentionRecordsContract, AVolumeHasItsClosingMarksAndDecision) {
  const VolumeId id = volume(2024, "02-05");
  EXPECT_FALSE(facts(id).closed);
  close(id, {2024, 12, 20});
  in_transaction([&](Transaction& t) {
    VolumeMarks marks(database());
    marks.set(t, actor_, id, {VolumeMarkKind::consent_ended, {2025, 3, 1}, "", ""});
    marks.set(t, actor_, id, {VolumeMarkKind::not_needed, {2025, 4, 1}, "", ""});
    marks.set(t, actor_, id, {VolumeMarkKind::audited, {2025, 5, 1}, "", ""});
    marks.decide(t, actor_, id, {Appraisal::destroy, "№ 2", {}});
  });
  const RetentionFacts found = facts(id);
  EXPECT_EQ(found.closed, (CalendarDate{2024, 12, 20}));
  EXPECT_EQ(found.event(Trigger::consent_ended), (CalendarDate{2025, 3, 1}));
  EXPECT_EQ(found.not_needed, (CalendarDate{2025, 4, 1}));
  EXPECT_TRUE(found.audited);
  ASSERT_TRUE(found.decision);
  EXPECT_EQ(found.decision->outcome, Appraisal::destroy);
  EXPECT_FALSE(found.one_matter);
  EXPECT_THAT(found.obstacles, IsEmpty());
}

TEST_P(RetentionRecordsContract, OneMatterEndsWithItsLastVolume) {
  const VolumeId first = volume(2024, "02-05");
  Volume begun = volumes().find(first).value();
  begun.matter = first;
  in_transaction([&](Transaction& t) { volumes().update(t, actor_, begun); });
  const VolumeId second = volume(2025, "02-05", first);
  close(first, {2024, 12, 1});
  EXPECT_TRUE(facts(first).one_matter);
  EXPECT_FALSE(facts(first).matter_closed) << "the second is open";
  close(second, {2026, 2, 1});
  EXPECT_EQ(facts(first).matter_closed, (CalendarDate{2026, 2, 1}));
}

TEST_P(RetentionRecordsContract, TheRegisterKnowsWhenALearnerLeft) {
  const VolumeId left = volume(2024, "02-02", {}, student("2023-11-15"));
  const VolumeId here = volume(2024, "02-02", {}, student());
  EXPECT_EQ(facts(left).event(Trigger::learner_left), (CalendarDate{2023, 11, 15}));
  EXPECT_FALSE(facts(here).event(Trigger::learner_left));
  in_transaction([&](Transaction& t) {
    VolumeMarks(database())
        .set(t, actor_, left, {VolumeMarkKind::learner_left, {2024, 5, 31}, "приказ", ""});
  });
  EXPECT_EQ(facts(left).event(Trigger::learner_left), (CalendarDate{2024, 5, 31}))
      << "a person's mark says it better";
}

TEST_P(RetentionRecordsContract, HoldsReachTheirVolumesAndNoOthers) {
  const VolumeId held = volume(2024, "02-05");
  const VolumeId other = volume(2024, "02-06");
  const DocumentId document = paper();
  file(held, document);
  hold(HoldSubject::document, document.value);
  EXPECT_THAT(obstacles(held), ElementsAre(DisposalObstacleKind::hold));
  EXPECT_THAT(obstacles(other), IsEmpty());
  hold(HoldSubject::volume, other.value);
  hold(HoldSubject::item, 2023, "02-06");
  hold(HoldSubject::item, 0, "02-06");
  hold(HoldSubject::item, 2024, "02-06");
  EXPECT_THAT(obstacles(other), SizeIs(3)) << "of another year does not count";
  in_transaction([&](Transaction& t) { Holds(database()).lift(t, actor_, 1, "окончено"); });
  EXPECT_THAT(obstacles(held), IsEmpty());
}

/// Whose file goes with the stack's: a scan shows all papers that came on it.
TEST_P(RetentionRecordsContract, AHoldOnAPaperCoversItsWholeScan) {
  const DocumentId stack = paper();
  const DocumentId one = paper();
  const DocumentId two = paper();
  in_transaction([&](Transaction& t) {
    const IntakeId parts = Documents(database()).add_intake(t, "stack", "");
    Stacks(database()).record(t, stack, parts, {{one, 1, 2}, {two, 3, 1}}, "test");
  });
  const VolumeId first = volume(2024, "02-05");
  const VolumeId second = volume(2024, "02-06");
  file(first, one);
  file(second, two);
  hold(HoldSubject::document, one.value);
  EXPECT_THAT(obstacles(second), SizeIs(1));
  in_transaction([&](Transaction& t) { Holds(database()).lift(t, actor_, 1, "окончено"); });
  hold(HoldSubject::document, stack.value);
  EXPECT_THAT(obstacles(first), SizeIs(1));
  EXPECT_THAT(obstacles(second), SizeIs(1));
}

TEST_P(RetentionRecordsContract, AHoldOnAStudentCoversWhatMayBeTheirs) {
  const StudentId student = this->student();
  const VolumeId linked = volume(2024, "02-05");
  const VolumeId offered = volume(2024, "02-06");
  const VolumeId refused = volume(2024, "02-07");
  const VolumeId personal = volume(2024, "02-02", {}, student);
  for (const auto& [id, state] :
       {std::pair(linked, LinkState::linked), std::pair(offered, LinkState::offered),
        std::pair(refused, LinkState::offered)}) {
    const DocumentId document = paper();
    file(id, document);
    link(document, student, state);
    if (id == refused) refuse(document, student);
  }
  hold(HoldSubject::student, student.value);
  for (const VolumeId id : {linked, offered, personal}) {
    EXPECT_THAT(obstacles(id), ElementsAre(DisposalObstacleKind::hold)) << id.value;
  }
  EXPECT_THAT(obstacles(refused), IsEmpty());
}

TEST_P(RetentionRecordsContract, AnOpenApplicationHoldsTheStudentsVolumes) {
  const StudentId student = this->student();
  const VolumeId id = volume(2024, "02-05");
  const DocumentId document = paper();
  file(id, document);
  link(document, student, LinkState::linked);
  Disclosure application;
  application.student = student;
  application.applied_on = {2026, 2, 1};
  in_transaction([&](Transaction& t) { Disclosures(database()).open(t, actor_, application); });
  EXPECT_THAT(obstacles(id), ElementsAre(DisposalObstacleKind::open_request));
  Disclosure settled = Disclosures(database()).find(1).value();
  settled.state = DisclosureState::refused;
  in_transaction([&](Transaction& t) { Disclosures(database()).set_outcome(t, settled); });
  EXPECT_THAT(obstacles(id), IsEmpty());
}

TEST_P(RetentionRecordsContract, WhatIsOutOrLookedForIsAnObstacle) {
  const VolumeId id = volume(2024, "02-05");
  const Loan loan{0, id, "Выдумкина", "", {2025, 1, 10}, {2025, 2, 10}, "", {}, ""};
  in_transaction([&](Transaction& t) {
    Loans(database()).issue(t, actor_, loan);
    VolumeMarks(database()).set(t, actor_, id, {VolumeMarkKind::in_search, {2025, 3, 1}, "", ""});
    VolumeMarks(database()).set(t, actor_, id, {VolumeMarkKind::dispute, {2025, 3, 1}, "", ""});
  });
  EXPECT_THAT(obstacles(id),
              ElementsAre(DisposalObstacleKind::issued, DisposalObstacleKind::dispute,
                          DisposalObstacleKind::in_search));
}

TEST_P(RetentionRecordsContract, PagesHoldEveryVolumeOnceWithItsOwnFacts) {
  for (int i = 0; i < 5; ++i) close(volume(2024, "02-05"), {2024, 1 + i, 1});
  RetentionRecords records(database());
  VolumeId after;
  int month = 0;
  for (;;) {
    const auto page = records.page(after, 2);
    if (page.empty()) break;
    for (const RetentionRecord& each : page) {
      EXPECT_EQ(each.facts.closed, (CalendarDate{2024, ++month, 1}));
      EXPECT_EQ(each.key.number, month);
    }
    after = page.back().volume;
  }
  EXPECT_EQ(month, 5);
  EXPECT_FALSE(records.of(VolumeId{99}));
  const auto some = records.of(std::vector<VolumeId>{{4}, {2}, {99}});
  ASSERT_THAT(some, SizeIs(2));
  EXPECT_EQ(some[0].volume, VolumeId{2}) << "in order of id";
  EXPECT_EQ(some[1].facts.closed, (CalendarDate{2024, 4, 1}));
  EXPECT_EQ(some[1].first_day, (CalendarDate{2024, 4, 1}));
  EXPECT_THAT(records.of(std::vector<VolumeId>()), IsEmpty());
}

}  // namespace
}  // namespace fonds
