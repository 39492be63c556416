#include "archive/case_forms.h"

#include <gmock/gmock.h>

#include "archive/blocks.h"
#include "archive/cases_fixture.h"
#include "archive/documents.h"
#include "archive/loans.h"

namespace fonds {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class CaseFormsTest : public CasesFixture {
 protected:
  ArchiveCaseForms forms() { return ArchiveCaseForms(*archive_); }
  void file(const Document& document, int sheets) {
    (void)filing().file(clerk_, "02-05/2024/1", document.accession, sheets);
  }
};

TEST_F(CaseFormsTest, TheCoverIsFilledAsFarAsTheVolumeIs) {
  NewVolume words;
  words.title = "Протоколы «Ладьи»";
  open("02-05", 2024, words);
  file(paper("", "2024-02-01"), 3);
  const CoverForm begun = forms().cover(clerk_, "02-05");
  EXPECT_EQ(begun.index, "02-05");
  EXPECT_EQ(begun.volume, 1);
  EXPECT_EQ(begun.title, "Дела 02-05. Протоколы «Ладьи»");
  EXPECT_EQ(begun.code, "02-05/2024/1");
  EXPECT_FALSE(begun.sheets) << "sheets and days are written when it is closed";
  EXPECT_FALSE(begun.last_day);
  EXPECT_EQ(last_entry().event, "case.printed");
  (void)cases().close(clerk_, "02-05", {});
  const CoverForm whole = forms().cover(clerk_, "02-05");
  EXPECT_EQ(whole.sheets, 3);
  EXPECT_EQ(whole.first_day, (CalendarDate{2024, 2, 1}));
  EXPECT_EQ(whole.last_day, (CalendarDate{2024, 2, 1}));
  EXPECT_EQ(forms().certificate(clerk_, "02-05").sheets, 3);
}

TEST_F(CaseFormsTest, TheInventoryNumbersTheSheetsThrough) {
  open("02-05", 2024);
  file(paper("", "2024-02-01"), 3);
  file(paper("", "2024-02-02"), 1);
  file(paper("", ""), 0);
  file(paper("", "2024-02-03"), 2);
  const InventoryForm form = forms().inventory(clerk_, "02-05");
  ASSERT_THAT(form.rows, SizeIs(4));
  EXPECT_EQ(form.rows[0].sheets, "1–3");
  EXPECT_EQ(form.rows[1].sheets, "4");
  EXPECT_EQ(form.rows[2].sheets, "") << "no paper";
  EXPECT_EQ(form.rows[2].day, "");
  EXPECT_EQ(form.rows[3].sheets, "5–6");
  EXPECT_EQ(form.volume.year, 2024);
}

TEST_F(CaseFormsTest, AnInventoryThatWouldNotBeWholeIsNotGiven) {
  open("02-05", 2024);
  const Document hidden = paper("", "2024-02-01");
  file(hidden, 1);
  file(paper("", "2024-02-02"), 1);
  (void)ArchiveBlocks(*archive_).block(archivist_, BlockSubject::document, hidden.accession,
                                       "отзыв согласия");
  EXPECT_EQ(fault_of([&] { (void)forms().inventory(clerk_, "02-05"); }), Fault::denied);
  EXPECT_THAT(forms().inventory(archivist_, "02-05").rows, SizeIs(2));
}

TEST_F(CaseFormsTest, TheRegisterOfAnElectronicCaseNamesEveryFile) {
  open("02-05", 2024);
  const Document one = paper("", "2024-02-01");
  file(one, 1);
  const ElectronicRegisterForm form = forms().electronic_register(clerk_, "02-05");
  ASSERT_THAT(form.rows, SizeIs(1));
  const Original& original = one.originals.at(0);
  EXPECT_EQ(form.rows[0].file, original.source_name);
  EXPECT_THAT(form.rows[0].extent, HasSubstr(original.sha256));
  EXPECT_THAT(form.rows[0].extent, HasSubstr(std::to_string(original.size)));
  EXPECT_EQ(form.rows[0].day, "2024-02-01");
  (void)ArchiveBlocks(*archive_).block(archivist_, BlockSubject::document, one.accession, "отзыв");
  EXPECT_EQ(fault_of([&] { (void)forms().electronic_register(clerk_, "02-05"); }), Fault::denied);
}

TEST_F(CaseFormsTest, TheSheetOfUseTellsWhoLookedWhenAndAtWhat) {
  open("02-05", 2024);
  const Document one = paper("", "2024-02-01");
  const Document other = paper("", "2024-02-02");
  file(one, 2);
  file(other, 1);
  EXPECT_THAT(forms().use_sheet(clerk_, "02-05").rows, IsEmpty());
  for (int i = 0; i < 2; ++i) {
    for (const Document& each : {one, other}) {
      (void)ArchiveDocuments(*archive_).show(clerk_, each.accession);
    }
  }
  Loan loan;
  loan.taker = "Выдумкина А. Б.";
  loan.due_on = {2025, 3, 1};
  (void)ArchiveLoans(*archive_).issue(clerk_, "02-05", loan);
  const UseSheet form = forms().use_sheet(archivist_, "02-05");
  ASSERT_THAT(form.rows, SizeIs(2)) << "one a day, person and kind of use";
  EXPECT_EQ(form.rows[0].user, clerk_.login) << "the account has no name";
  EXPECT_EQ(form.rows[0].sheets, "1–2, 3");
  EXPECT_EQ(form.rows[1].user, "Выдумкина А. Б.");
  EXPECT_EQ(form.caption.code, "02-05/2024/1");
}

TEST_F(CaseFormsTest, LoansStandInTheBookAndOnTheCardOfTheirVolume) {
  open("02-05", 2024);
  open("02-03", 2024);
  Loan loan;
  loan.taker = "Выдумкина А. Б.";
  loan.purpose = "сверка";
  loan.due_on = {2025, 3, 1};
  (void)ArchiveLoans(*archive_).issue(clerk_, "02-05", loan);
  (void)ArchiveLoans(*archive_).take_back(clerk_, "02-05");
  (void)ArchiveLoans(*archive_).issue(clerk_, "02-03", loan);
  const IssueBook book = forms().issue_book(clerk_);
  ASSERT_THAT(book.rows, SizeIs(2));
  EXPECT_EQ(book.rows[0].issued_to, "Выдумкина А. Б.");
  EXPECT_EQ(book.rows[0].note, "сверка");
  EXPECT_NE(book.rows[0].returned, "");
  EXPECT_EQ(book.rows[1].returned, "");
  EXPECT_THAT(forms().substitute_card(clerk_, "02-05").rows, SizeIs(1));
  EXPECT_EQ(forms().substitute_card(clerk_, "02-03").place.unit, "02-03");
}

}  // namespace
}  // namespace fonds
