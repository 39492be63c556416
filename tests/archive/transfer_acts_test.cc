#include "archive/transfer_acts.h"

#include <gmock/gmock.h>

#include "archive/destruction_fixture.h"
#include "archive/inventories.h"
#include "archive/loans.h"
#include "archive/transfers.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

class TransferActsTest : public DestructionFixture {
 protected:
  std::int64_t make(const std::string& volume, const std::string& name = "package") {
    return ArchiveTransfers(*archive_)
        .make(archivist_, {volume}, temp_ / name, {"", "Архивный отдел", ""})
        .number;
  }
  ShownTransfer record(std::int64_t number, const std::string& act = "№ 3 от 03.02.2025") {
    return acts().record(archivist_, number, {act, day_here(clock_.now()), ""});
  }
  VolumeState state_of(const std::string& volume) {
    return cases().show(archivist_, volume).volume.state;
  }
  ArchiveTransferActs acts() { return ArchiveTransferActs(*archive_); }
};

TEST_F(TransferActsTest, AfterTheActOfAcceptanceTheVolumesAreTransferred) {
  const Filed paper = filed("Звездоклюев");
  ASSERT_EQ(make(paper.volume), 1);
  EXPECT_EQ(state_of(paper.volume), VolumeState::closed) << "a package is a copy";
  const ShownTransfer recorded = record(1);
  EXPECT_EQ(recorded.transfer.act, "№ 3 от 03.02.2025");
  EXPECT_EQ(recorded.transfer.receiver, "Архивный отдел");
  EXPECT_THAT(recorded.units, ElementsAre(volume_key_from(paper.volume).value()));
  EXPECT_EQ(state_of(paper.volume), VolumeState::transferred);
  EXPECT_EQ(last_entry().event, "case.shown");
  EXPECT_EQ(fault_of([&] { (void)record(1); }), Fault::usage) << "once";
  EXPECT_EQ(fault_of([&] { (void)record(2); }), Fault::not_found);
  EXPECT_EQ(fault_of([&] { (void)cases().reopen(clerk_, paper.volume); }), Fault::usage);
  EXPECT_EQ(fault_of([&] { (void)make(paper.volume, "other"); }), Fault::usage);
  EXPECT_EQ(ArchiveDocuments(*archive_).show(archivist_, paper.document.accession).id,
            paper.document.id)
      << "the card stays";
  clock_.set("2031-02-03T09:00:00.000Z");
  EXPECT_EQ(fault_of([&] { (void)ArchiveActs(*archive_).draw_up(archivist_, {}); }),
            Fault::not_found)
      << "here it is not destroyed any more";
}

TEST_F(TransferActsTest, WhatHasChangedSinceIsNotHandedOver) {
  const Filed paper = filed("Звездоклюев");
  make(paper.volume);
  (void)cases().reopen(clerk_, paper.volume);
  EXPECT_EQ(fault_of([&] { (void)record(1); }), Fault::usage);
  (void)cases().close(clerk_, paper.volume, {});
  EXPECT_EQ(fault_of([&] { (void)record(1); }), Fault::usage) << "it may hold other papers";
  EXPECT_EQ(state_of(paper.volume), VolumeState::closed);
  EXPECT_EQ(make(paper.volume, "anew"), 2);
  EXPECT_EQ(record(2).transfer.number, 2);
  EXPECT_EQ(fault_of([&] { (void)record(1); }), Fault::usage) << "it is gone";
  EXPECT_THAT(acts().list(director_), SizeIs(2));
}

TEST_F(TransferActsTest, WhatIsLentOrInAnActIsNotHandedOver) {
  const Filed lent = filed("Звездоклюев", Carrier::paper);
  make(lent.volume);
  Loan loan;
  loan.taker = "Кузнецова, методист";
  loan.due_on = {2025, 3, 1};
  (void)ArchiveLoans(*archive_).issue(clerk_, lent.volume, loan);
  EXPECT_EQ(fault_of([&] { (void)record(1); }), Fault::usage);
  (void)ArchiveLoans(*archive_).take_back(clerk_, lent.volume);
  approve_act();
  EXPECT_EQ(fault_of([&] { (void)record(1); }), Fault::usage);
  EXPECT_EQ(state_of(lent.volume), VolumeState::closed);
}

TEST_F(TransferActsTest, TheActHasANumberAndADay) {
  make(filed("Звездоклюев").volume);
  EXPECT_EQ(fault_of([&] { (void)record(1, " "); }), Fault::usage);
  for (const CalendarDate& day : {CalendarDate{2025, 2, 2}, CalendarDate{2025, 2, 4}}) {
    EXPECT_EQ(fault_of([&] {
                (void)acts().record(archivist_, 1, {"№ 3", day, ""});
              }),
              Fault::usage)
        << to_text(day);
  }
}

TEST_F(TransferActsTest, TheActIsPrintedByInventories) {
  const std::string listed = to_text(open("02-06", 2024).key);
  (void)filing().file(clerk_, listed, secret_paper("Ладьёва").accession);
  (void)cases().close(clerk_, listed, {});
  configure("[institution]\nnames = \"Дом творчества Примерска\"\nfonds = \"12\"\n");
  ArchiveInventories inventories(*archive_);
  NewInventory section;
  section.year = 2024;
  section.list = "1";
  section.wording = {"Создан.", "Поступал.", "методист, И. И. Примерова", "архивист, П. П. О."};
  (void)inventories.draw_up(archivist_, section);
  (void)inventories.agree(archivist_, 1, "№ 2 от 14.01.2025");
  (void)inventories.approve(director_, 1, {{2025, 2, 1}, "", 0});
  const Filed other = filed("Звездоклюев");
  const MadePackage made =
      ArchiveTransfers(*archive_).make(archivist_, {listed, other.volume}, temp_ / "package", {});
  const TransferActForm form = acts().form(archivist_, made.number);
  EXPECT_EQ(last_entry().event, "transfer.printed");
  ASSERT_THAT(form.rows, SizeIs(2));
  EXPECT_EQ(form.rows[0].units, 1);
  EXPECT_EQ(form.rows[1].inventory, "Inventory No. 1 of cases kept permanently for the year 2024");
  EXPECT_EQ(form.fonds, "12");
}

}  // namespace
}  // namespace fonds
