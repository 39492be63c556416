#include "archive/withdrawn_data.h"

#include <gmock/gmock.h>

#include "archive/act_forms.h"
#include "archive/blocks.h"
#include "archive/consents.h"
#include "archive/destruction_fixture.h"
#include "archive/holds.h"
#include "archive/transfer_acts.h"
#include "archive/transfers.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

/// 02-07 is kept until it is not needed, 02-03 for five years.
class WithdrawnDataTest : public DestructionFixture {
 protected:
  WithdrawnDataTest() : whose_(student("Кузнецов")), other_(student("Примеров")) {}
  std::string volume_of(const std::string& index) {
    NewVolume words;
    words.carrier = Carrier::electronic;
    return to_text(open(index, 2024, words).key);
  }
  Document filed_paper(const std::string& volume, const std::string& secret,
                       const std::vector<StudentId>& students) {
    Document document = secret_paper(secret);
    Transaction transaction(archive_->catalogue());
    for (const StudentId each : students) {
      StudentLink link = linked(each);
      link.origin = Origin::person;
      Cards(archive_->catalogue()).set_link(transaction, document.id, link);
    }
    transaction.commit();
    (void)filing().file(clerk_, volume, document.accession);
    return document;
  }
  void withdraw(StudentId student, const CalendarDate& day = {2025, 2, 1}) {
    Withdrawal made;
    made.student = student;
    made.scope = ConsentScope::processing;
    made.withdrawn_on = day;
    (void)ArchiveConsents(*archive_).withdraw(archivist_, made, "");
  }
  WithdrawnData draw() { return ArchiveWithdrawnData(*archive_).draw_up(archivist_, whose_); }
  void approve_drawn() {
    ArchiveActs acts(*archive_);
    (void)acts.agree(archivist_, 1, {"№ 4 от 03.02.2025", "", false});
    (void)acts.approve(director_, 1, {"8", CalendarDate{2025, 2, 3}, 0});
  }
  StudentId whose_;
  StudentId other_;
};

TEST_F(WithdrawnDataTest, WhatIsOptionalAndOfNobodyElseIsDestroyed) {
  const std::string copies = volume_of("02-07");
  filed_paper(copies, "Звездоклюев", {whose_});
  filed_paper(copies, "Пустомелькин", {whose_, other_});
  filed_paper(copies, "Оглоблихин", {other_});
  (void)cases().close(clerk_, copies, {});
  filed_paper(volume_of("02-03"), "Кренделькова", {whose_});
  withdraw(whose_);
  const WithdrawnData drawn = draw();
  EXPECT_EQ(drawn.taken, 1);
  EXPECT_EQ(drawn.shared, 1);
  EXPECT_EQ(drawn.kept, 1);
  EXPECT_EQ(drawn.until, (CalendarDate{2025, 3, 3}));
  ASSERT_THAT(drawn.act.units, SizeIs(1));
  EXPECT_EQ(to_text(drawn.act.units[0].key), "02-07/2024/2");
  EXPECT_EQ(volume(copies).documents, 2) << "the others stay where they are";
  approve_drawn();
  clock_.set("2025-02-13T09:00:00.000Z");
  EXPECT_EQ(carry_out().act.state, ActState::withdrawn);
  clock_.set("2025-02-20T09:00:00.000Z");
  const auto done = carry_out();
  EXPECT_EQ(done.act.state, ActState::carried_out);
  EXPECT_THAT(done.proof->remains, IsEmpty());
  EXPECT_THAT(places_of("Звездоклюев"), IsEmpty());
  for (const char* word : {"Пустомелькин", "Оглоблихин", "Кренделькова"}) {
    EXPECT_THAT(places_of(word), testing::Not(IsEmpty())) << word;
  }
  const PersonalDataActForm form = ArchiveActForms(*archive_).personal_data(archivist_, 1);
  ASSERT_THAT(form.rows, SizeIs(1));
  EXPECT_THAT(form.rows[0].reason, HasSubstr("the consent was withdrawn"));
}

TEST_F(WithdrawnDataTest, AWithdrawalBlocksAtOnce) {
  withdraw(whose_);
  const auto blocks = ArchiveBlocks(*archive_).list(archivist_);
  ASSERT_THAT(blocks, SizeIs(1));
  EXPECT_EQ(blocks[0].id, whose_.value);
  EXPECT_THAT(blocks[0].reason, HasSubstr("2025-02-01"));
}

TEST_F(WithdrawnDataTest, WithoutAWithdrawalNothingIsTaken) {
  const std::string copies = volume_of("02-07");
  filed_paper(copies, "Звездоклюев", {whose_});
  EXPECT_EQ(fault_of([&] { (void)draw(); }), Fault::usage);
  withdraw(whose_);
  Consent anew;
  anew.student = whose_;
  anew.scope = ConsentScope::processing;
  anew.given_on = {2025, 2, 2};
  (void)ArchiveConsents(*archive_).add(archivist_, anew, "");
  EXPECT_EQ(fault_of([&] { (void)draw(); }), Fault::usage) << "a later consent holds";
  EXPECT_EQ(volume(copies).documents, 1);
}

TEST_F(WithdrawnDataTest, WhatIsHeldStays) {
  const std::string copies = volume_of("02-07");
  filed_paper(copies, "Звездоклюев", {whose_});
  withdraw(whose_);
  (void)ArchiveHolds(*archive_).set(director_, {HoldSubject::volume, copies, "суд", {}});
  EXPECT_EQ(fault_of([&] { (void)draw(); }), Fault::not_found);
  EXPECT_EQ(volume(copies).documents, 1);
}

TEST_F(WithdrawnDataTest, AHoldSetLaterStopsTheAct) {
  filed_paper(volume_of("02-07"), "Звездоклюев", {whose_});
  withdraw(whose_);
  (void)draw();
  approve_drawn();
  (void)ArchiveHolds(*archive_).set(
      director_, {HoldSubject::student, std::to_string(whose_.value), "суд", {}});
  clock_.set("2025-02-13T09:00:00.000Z");
  EXPECT_EQ(fault_of([&] { (void)carry_out(); }), Fault::usage);
  EXPECT_THAT(places_of("Звездоклюев"), testing::Not(IsEmpty()));
}

TEST_F(WithdrawnDataTest, AConsentGivenAnewStopsTheActAtEveryStep) {
  filed_paper(volume_of("02-07"), "Звездоклюев", {whose_});
  withdraw(whose_);
  (void)draw();
  approve_drawn();
  clock_.set("2025-02-13T09:00:00.000Z");
  EXPECT_EQ(carry_out().act.state, ActState::withdrawn);
  Consent anew;
  anew.student = whose_;
  anew.scope = ConsentScope::processing;
  anew.given_on = {2025, 2, 13};
  (void)ArchiveConsents(*archive_).add(archivist_, anew, "");
  clock_.set("2025-02-20T09:00:00.000Z");
  EXPECT_EQ(fault_of([&] { (void)carry_out(); }), Fault::usage);
  EXPECT_THAT(places_of("Звездоклюев"), testing::Not(IsEmpty()));
  EXPECT_EQ(ArchiveDestruction(*archive_).restore(archivist_, 1).state, ActState::approved);
}

TEST_F(WithdrawnDataTest, APackageMadeBeforeIsNotTheVolumeAnyMore) {
  const std::string copies = volume_of("02-07");
  filed_paper(copies, "Звездоклюев", {whose_});
  filed_paper(copies, "Пустомелькин", {other_});
  (void)cases().close(clerk_, copies, {});
  (void)ArchiveTransfers(*archive_).make(archivist_, {copies}, temp_ / "package", {});
  withdraw(whose_);
  (void)draw();
  EXPECT_EQ(fault_of([&] {
              (void)ArchiveTransferActs(*archive_).record(archivist_, 1,
                                                          {"№ 3", day_here(clock_.now()), ""});
            }),
            Fault::usage);
}

TEST_F(WithdrawnDataTest, AVolumeOfNothingElseGoesItself) {
  const std::string copies = volume_of("02-07");
  filed_paper(copies, "Звездоклюев", {whose_});
  (void)cases().close(clerk_, copies, {});
  withdraw(whose_);
  EXPECT_EQ(to_text(draw().act.units.at(0).key), copies);
  (void)ArchiveActs(*archive_).cancel(archivist_, 1);
  EXPECT_EQ(to_text(draw().act.units.at(0).key), copies) << "drawn up anew";
}

TEST_F(WithdrawnDataTest, TheScheduleTellsWhoseActIsStillToBeDrawn) {
  filed_paper(volume_of("02-07"), "Звездоклюев", {whose_});
  EXPECT_THAT(with_optional_papers(*archive_), IsEmpty());
  withdraw(whose_);
  EXPECT_THAT(with_optional_papers(*archive_), ElementsAre(whose_));
  (void)draw();
  EXPECT_THAT(with_optional_papers(*archive_), IsEmpty());
}

}  // namespace
}  // namespace fonds
