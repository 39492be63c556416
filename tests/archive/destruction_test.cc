#include "archive/destruction.h"

#include <gmock/gmock.h>

#include "archive/blocks.h"
#include "archive/checks.h"
#include "archive/destruction_fixture.h"
#include "archive/holds.h"
#include "catalogue/acts.h"
#include "catalogue/destructions.h"
#include "catalogue/stacks.h"

namespace fonds {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

class DestructionTest : public DestructionFixture {
 protected:
  ArchiveDestruction destruction() { return ArchiveDestruction(*archive_); }
  Fault fault_of_show(const Document& document) {
    return fault_of(
        [&] { (void)ArchiveDocuments(*archive_).show(archivist_, document.accession); });
  }
};

TEST_F(DestructionTest, NothingIsLeftOfWhatAnActDestroys) {
  const Filed first = filed("Звездоклюев");
  const Filed other = filed("Перепятов");
  ASSERT_EQ(hits("Звездоклюев"), 1U);
  ASSERT_THAT(places_of("Звездоклюев"), Not(IsEmpty()));
  approve_act();
  withdraw();
  const auto outcome = carry_out();
  EXPECT_EQ(outcome.act.state, ActState::carried_out);
  EXPECT_EQ(outcome.act.execution.done_by, archivist_.login);
  ASSERT_TRUE(outcome.proof);
  EXPECT_EQ(outcome.proof->documents, 2);
  EXPECT_THAT(outcome.proof->remains, IsEmpty());
  for (const Filed& each : {first, other}) {
    EXPECT_THAT(places_of(each.secret), IsEmpty());
    EXPECT_EQ(hits(each.secret), 0U);
    EXPECT_FALSE(archive_->originals().contains(each.document.originals.at(0).sha256));
    EXPECT_FALSE(archive_->derived().has_any(each.document.id));
    EXPECT_EQ(volume(each.volume).state, VolumeState::destroyed);
  }
  EXPECT_THAT(destruction().prove(archivist_, 1).remains, IsEmpty());
  const CheckResult checked = ArchiveChecks(*archive_).check(archivist_, {});
  EXPECT_TRUE(checked.clean());
  EXPECT_THAT(checked.findings, IsEmpty());
  EXPECT_EQ(fault_of([&] { (void)carry_out(); }), Fault::usage) << "once";
}

TEST_F(DestructionTest, TheCardStays) {
  const Filed paper = filed("Звездоклюев");
  approve_act();
  withdraw();
  (void)carry_out();
  const Document card = ArchiveDocuments(*archive_).show(archivist_, paper.document.accession);
  ASSERT_TRUE(card.tombstone);
  EXPECT_TRUE(card.tombstone->gone);
  EXPECT_EQ(card.tombstone->act, 1);
  EXPECT_EQ(card.tombstone->date, "2024-11-20");
  EXPECT_EQ(card.tombstone->pages, 1);
  EXPECT_EQ(card.originals.at(0).sha256, paper.document.originals.at(0).sha256);
  EXPECT_EQ(card.originals.at(0).source_name, "");
  EXPECT_EQ(fault_of([&] {
              (void)ArchiveDocuments(*archive_).open_part(archivist_, paper.document.accession,
                                                          ExportPart::original, 0);
            }),
            Fault::not_found);
  EXPECT_EQ(
      fault_of([&] {
        (void)ArchiveDocuments(*archive_).show({"lektor", Role::teacher}, paper.document.accession);
      }),
      Fault::not_found)
      << "a reader of the own collectives has no business with it";
  std::vector<std::string> dates;
  cases().documents(clerk_, volume(paper.volume),
                    [&](const ShownFiling& each) { dates.push_back(each.date); });
  EXPECT_THAT(dates, ElementsAre("2024-11-20"));
  std::vector<std::string> events;
  for (const JournalEntry& each :
       Journal(archive_->catalogue())
           .about("document/" + std::to_string(paper.document.id.value))) {
    events.push_back(each.event);
  }
  EXPECT_THAT(events, Contains("document.withdrawn"));
  EXPECT_THAT(events, Contains("document.destroyed"));
}

TEST_F(DestructionTest, WithdrawnPapersAreNobodysToSeeAndComeBack) {
  const Filed paper = filed("Звездоклюев");
  approve_act();
  const auto outcome = carry_out();
  EXPECT_EQ(outcome.destroyed_from, (CalendarDate{2030, 2, 18}));
  EXPECT_EQ(hits("Звездоклюев"), 0U);
  EXPECT_EQ(fault_of_show(paper.document), Fault::not_found);
  EXPECT_EQ(fault_of([&] { (void)ArchiveActs(*archive_).cancel(archivist_, 1); }), Fault::usage);
  EXPECT_EQ(carry_out().act.state, ActState::withdrawn) << "the days are not over";
  EXPECT_TRUE(archive_->originals().contains(paper.document.originals.at(0).sha256));
  EXPECT_TRUE(ArchiveChecks(*archive_).check(archivist_, {}).findings.empty());

  EXPECT_EQ(destruction().restore(archivist_, 1).state, ActState::approved);
  EXPECT_EQ(hits("Звездоклюев"), 1U);
  EXPECT_EQ(ArchiveDocuments(*archive_).show(archivist_, paper.document.accession).id,
            paper.document.id);
  EXPECT_EQ(fault_of([&] { (void)destruction().restore(archivist_, 1); }), Fault::usage);
  EXPECT_EQ(ArchiveActs(*archive_).cancel(archivist_, 1).act.state, ActState::cancelled);
}

TEST_F(DestructionTest, NothingBeginsBeforeItsTime) {
  (void)filed("Звездоклюев");
  EXPECT_EQ(fault_of([&] { (void)carry_out(); }), Fault::not_found);
  approve_act();
  clock_.set("2030-02-10T09:00:00.000Z");
  EXPECT_EQ(fault_of([&] { (void)carry_out(); }), Fault::busy) << "ten days of waiting";
  clock_.set("2030-01-10T09:00:00.000Z");
  EXPECT_EQ(fault_of([&] { (void)carry_out(); }), Fault::unavailable) << "the clock was set back";
  EXPECT_EQ(fault_of([&] { (void)destruction().carry_out(director_, 1, {}); }), Fault::denied);
  EXPECT_EQ(fault_of([&] { (void)destruction().prove(archivist_, 1); }), Fault::usage);
}

TEST_F(DestructionTest, PaperGoesUnderAWaybill) {
  (void)filed("Звездоклюев", Carrier::paper);
  approve_act();
  EXPECT_TRUE(carry_out().wants_waybill) << "as long as it can come back the sheets must stay";
  clock_.set("2030-02-18T09:00:00.000Z");
  EXPECT_THAT(destruction().due(archivist_), IsEmpty()) << "a person has to say how it ends";
  EXPECT_EQ(fault_of([&] { (void)carry_out(); }), Fault::usage);
  EXPECT_EQ(fault_of([&] { (void)carry_out({"№ 7 от 18.02.2030", 0}); }), Fault::usage);
  EXPECT_EQ(state(), ActState::withdrawn);
  const auto outcome = carry_out({"№ 7 от 18.02.2030", 2500});
  EXPECT_EQ(outcome.act.state, ActState::carried_out);
  EXPECT_EQ(outcome.act.execution.grams, 2500);
}

TEST_F(DestructionTest, TheWaybillMayBeSaidBefore) {
  (void)filed("Звездоклюев", Carrier::paper);
  approve_act();
  (void)carry_out();
  EXPECT_FALSE(carry_out({"№ 7 от 12.02.2030", 2500}).wants_waybill);
  clock_.set("2030-02-18T09:00:00.000Z");
  EXPECT_THAT(destruction().due(archivist_), ElementsAre(1));
  EXPECT_EQ(carry_out().act.execution.waybill, "№ 7 от 12.02.2030");
}

TEST_F(DestructionTest, NobodyWritesOnWhatIsWithdrawn) {
  const Filed paper = filed("Звездоклюев");
  approve_act();
  withdraw();
  Transaction transaction(archive_->catalogue());
  FieldValue value;
  value.field = "number";
  value.value = "147";
  EXPECT_EQ(fault_of([&] {
              Cards(archive_->catalogue()).set_value(transaction, paper.document.id, value);
            }),
            Fault::not_found);
}

TEST_F(DestructionTest, FilesAloneGoUnderNone) {
  (void)filed("Звездоклюев");
  approve_act();
  EXPECT_EQ(fault_of([&] { (void)carry_out({"№ 7 от 10.02.2030", 2500}); }), Fault::usage);
}

TEST_F(DestructionTest, AHoldStopsItAtEveryStep) {
  const Filed first = filed("Звездоклюев");
  const Filed second = filed("Перепятов");
  approve_act();
  const auto hold = [&] {
    return ArchiveHolds(*archive_)
        .set(director_, {HoldSubject::volume, second.volume, "запрос суда", {}})
        .hold.id;
  };
  const auto lift = [&](std::int64_t id) {
    (void)ArchiveHolds(*archive_).lift(director_, id, "окончено");
  };
  std::int64_t id = hold();
  EXPECT_EQ(fault_of([&] { (void)carry_out(); }), Fault::usage) << "before it is withdrawn";
  EXPECT_EQ(state(), ActState::approved);
  lift(id);
  withdraw();
  id = hold();
  EXPECT_EQ(fault_of([&] { (void)carry_out(); }), Fault::usage) << "before it is destroyed";
  EXPECT_EQ(state(), ActState::withdrawn);
  EXPECT_TRUE(archive_->originals().contains(first.document.originals.at(0).sha256));

  // Set while it is being destroyed: what is not yet gone stays.
  DestructionAct act = Acts(archive_->catalogue()).find(1).value();
  act.state = ActState::destroying;
  Transaction transaction(archive_->catalogue());
  Acts(archive_->catalogue()).update(transaction, archivist_, act);
  transaction.commit();
  try {
    (void)carry_out();
    FAIL() << "a hold was outweighed";
  } catch (const Error& error) {
    EXPECT_EQ(error.fault(), Fault::usage);
    EXPECT_THAT(error.message(), HasSubstr(second.volume));
    EXPECT_THAT(error.message(), HasSubstr("1 of 2"));
  }
  EXPECT_EQ(volume(first.volume).state, VolumeState::destroyed);
  EXPECT_TRUE(archive_->originals().contains(second.document.originals.at(0).sha256));
  EXPECT_EQ(fault_of([&] { (void)destruction().restore(archivist_, 1); }), Fault::usage);
  lift(id);
  EXPECT_EQ(carry_out().act.state, ActState::carried_out);
  EXPECT_THAT(places_of("Перепятов"), IsEmpty());
}

TEST_F(DestructionTest, BytesThatAnotherPaperHasStayWithIt) {
  const Filed paper = filed("Звездоклюев");
  const Original same = paper.document.originals.at(0);
  Delivery delivery{"file", "", "", {}};
  const Document twin = ArchiveDocuments(*archive_)
                            .deposit(clerk_, delivery, {same}, Identical::is_another_paper)
                            .document;
  approve_act();
  withdraw();
  const auto outcome = carry_out();
  EXPECT_EQ(outcome.proof.value().shared, 1);
  EXPECT_THAT(outcome.proof->remains, IsEmpty());
  EXPECT_TRUE(archive_->originals().contains(same.sha256));
  EXPECT_EQ(Documents(archive_->catalogue()).holding(same.sha256), twin.id);
}

TEST_F(DestructionTest, ThePaperMayComeAgain) {
  const Filed paper = filed("Звездоклюев");
  approve_act();
  withdraw();
  (void)carry_out();
  Delivery delivery{"file", "", "", {}};
  EXPECT_EQ(fault_of([&] {
              (void)ArchiveDocuments(*archive_).deposit(clerk_, delivery, paper.document.originals);
            }),
            Fault::busy)
      << "its bytes were removed since somebody looked";
  const Original again = file_of("скан Звездоклюев", "again");
  const Deposit made = ArchiveDocuments(*archive_).deposit(clerk_, delivery, {again});
  EXPECT_FALSE(made.duplicate);
  EXPECT_NE(made.document.id, paper.document.id);
}

TEST_F(DestructionTest, WithAPaperGoesTheStackItCameFrom) {
  const Document stack = secret_paper("Звездоклюев");
  NewVolume electronic;
  electronic.carrier = Carrier::electronic;
  const std::string name = to_text(open("02-03", 2024, electronic).key);
  const Document part = secret_paper("Перепятов");
  const Document sibling = secret_paper("Оставайкин");
  Transaction transaction(archive_->catalogue());
  const IntakeId intake = Documents(archive_->catalogue()).add_intake(transaction, "stack", "");
  Cards(archive_->catalogue()).remove(transaction, stack.id);
  Stacks(archive_->catalogue())
      .record(transaction, stack.id, intake, {{part.id, 1, 1}, {sibling.id, 2, 1}}, "osipova");
  transaction.commit();
  (void)filing().file(clerk_, name, part.accession);
  (void)cases().close(clerk_, name, {});
  approve_act();
  withdraw();
  (void)carry_out();
  EXPECT_THAT(places_of("Звездоклюев"), IsEmpty()) << "the stack's file held the paper";
  EXPECT_THAT(places_of("Перепятов"), IsEmpty());
  EXPECT_TRUE(archive_->originals().contains(sibling.originals.at(0).sha256));
  EXPECT_EQ(hits("Оставайкин"), 1U);
}

TEST_F(DestructionTest, APaperStillToBeReadIsWaitedFor) {
  const Filed paper = filed("Звездоклюев");
  approve_act();
  const auto enqueue = [&] {
    Transaction transaction(archive_->catalogue());
    const JobId job =
        Jobs(archive_->catalogue()).enqueue(transaction, "recognise", paper.document.id);
    transaction.commit();
    return job;
  };
  const JobId job = enqueue();
  EXPECT_EQ(fault_of([&] { (void)carry_out(); }), Fault::busy);
  EXPECT_EQ(state(), ActState::approved);
  Transaction transaction(archive_->catalogue());
  Jobs(archive_->catalogue()).quarantine(transaction, job, "");
  transaction.commit();
  withdraw();
}

TEST_F(DestructionTest, AnActChangedAfterItsApprovalIsNotCarriedOut) {
  (void)filed("Звездоклюев");
  const Filed second = filed("Перепятов");
  approve_act();
  DestructionAct act = Acts(archive_->catalogue()).find(1).value();
  act.agreed = "№ 99";
  Transaction transaction(archive_->catalogue());
  Acts(archive_->catalogue()).update(transaction, archivist_, act);
  transaction.commit();
  EXPECT_EQ(fault_of([&] { (void)carry_out(); }), Fault::corrupt);
  EXPECT_TRUE(archive_->originals().contains(second.document.originals.at(0).sha256));
}

TEST_F(DestructionTest, WhatIsDueIsNamed) {
  (void)filed("Звездоклюев");
  approve_act();
  EXPECT_THAT(destruction().due(archivist_), IsEmpty()) << "nobody has begun";
  (void)carry_out();
  EXPECT_THAT(destruction().due(archivist_), IsEmpty());
  clock_.set("2030-02-18T09:00:00.000Z");
  EXPECT_THAT(destruction().due(archivist_), ElementsAre(1));
  (void)carry_out();
  EXPECT_THAT(destruction().due(archivist_), IsEmpty());
}

}  // namespace
}  // namespace fonds
