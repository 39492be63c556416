#include "catalogue/sheets.h"

#include <gtest/gtest.h>

#include "catalogue/documents.h"
#include "catalogue_fixture.h"

namespace fonds {
namespace {

class SheetsContract : public CatalogueFixture {
 protected:
  IntakeId begin_intake() {
    Transaction transaction(database());
    const IntakeId intake = Documents(database()).add_intake(transaction, "scanner", "");
    transaction.commit();
    return intake;
  }
  Document add(IntakeId intake) {
    Transaction transaction(database());
    Document document = Documents(database()).add(transaction, intake, {original()});
    transaction.commit();
    return document;
  }
  void recognise(const Document& document, const std::vector<PageWarning>& warnings = {}) {
    Transaction transaction(database());
    PageRecord page;
    page.warnings = warnings;
    Documents(database()).record_recognition(transaction, document.id, 1, {page}, 1, 1);
    transaction.commit();
  }
  Sheet make_sheet(IntakeId intake, const SheetCode& code, SheetScope scope = SheetScope::behind) {
    Sheet sheet{add(intake).id, intake, scope, code};
    Transaction transaction(database());
    sheets().record(transaction, sheet);
    transaction.commit();
    return sheet;
  }
  Sheets sheets() { return Sheets(database()); }

  const SheetCode one_{SheetKind::case_sheet, "02-08", 2024, "Мир", 3};
  const SheetCode other_{SheetKind::cover, "", {}, "", {}};
  const SheetCode bare_{};
};
FONDS_ON_BOTH_ENGINES(SheetsContract);

TEST_P(SheetsContract, ASheetIsKeptWhole) {
  const IntakeId intake = begin_intake();
  const Sheet sheet = make_sheet(intake, one_, SheetScope::several);

  const auto found = sheets().find(sheet.document);

  ASSERT_TRUE(found);
  EXPECT_EQ(found->intake, intake);
  EXPECT_EQ(found->scope, SheetScope::several);
  EXPECT_EQ(found->code, one_);
  EXPECT_EQ(sheets().of(intake).size(), 1U);
  EXPECT_FALSE(sheets().find({sheet.document.value + 1}));
}

TEST_P(SheetsContract, TheNearestSheetBeforeCounts) {
  const IntakeId intake = begin_intake();
  const Document before = add(intake);
  const Sheet first = make_sheet(intake, one_);
  const Document under_first = add(intake);
  make_sheet(intake, bare_);
  const Document behind_bare = add(intake);
  const Sheet second = make_sheet(intake, other_);
  const Document under_second = add(intake);

  EXPECT_FALSE(sheets().counting_for(before.id));
  EXPECT_FALSE(sheets().counting_for(first.document)) << "a sheet is under none";
  EXPECT_EQ(sheets().counting_for(under_first.id)->document, first.document);
  EXPECT_EQ(sheets().counting_for(behind_bare.id)->document, first.document);
  EXPECT_FALSE(sheets().counting_for(second.document));
  EXPECT_EQ(sheets().counting_for(under_second.id)->document, second.document);
  EXPECT_TRUE(sheets().counting_for(under_second.id)->code.case_index.empty())
      << "nothing of the first reaches behind the second";
}

TEST_P(SheetsContract, NothingReachesAnotherDelivery) {
  const IntakeId intake = begin_intake();
  const IntakeId other = begin_intake();
  make_sheet(intake, one_);
  const Document elsewhere = add(other);

  EXPECT_FALSE(sheets().counting_for(elsewhere.id));
}

TEST_P(SheetsContract, AStackUnderItsOwnSheetAndOneWithSeveral) {
  const IntakeId intake = begin_intake();
  const Sheet stack = make_sheet(intake, one_, SheetScope::within);
  const Sheet mixed = make_sheet(intake, other_, SheetScope::several);
  const Document after = add(intake);

  EXPECT_EQ(sheets().counting_for(stack.document)->document, stack.document);
  EXPECT_FALSE(sheets().counting_for(mixed.document));
  EXPECT_EQ(sheets().counting_for(after.id)->document, mixed.document);
}

TEST_P(SheetsContract, WhatStillWaitsBeforeAPaperIsKnown) {
  const IntakeId intake = begin_intake();
  const Document first = add(intake);
  const Document second = add(intake);
  recognise(second);

  EXPECT_FALSE(sheets().may_still_come_before(first.id));
  EXPECT_TRUE(sheets().may_still_come_before(second.id));
  recognise(first);
  EXPECT_FALSE(sheets().may_still_come_before(second.id));
}

TEST_P(SheetsContract, PapersBehindASheetAreCountedWithoutSheetsAndBlankOnes) {
  const IntakeId intake = begin_intake();
  recognise(add(intake));
  const Sheet sheet = make_sheet(intake, one_);
  const Document written = add(intake);
  recognise(written);
  recognise(add(intake), {PageWarning::blank});
  make_sheet(intake, bare_);
  const Document waiting = add(intake);
  const Sheet next = make_sheet(intake, other_);
  recognise(add(intake));

  EXPECT_EQ(sheets().behind(sheet).size(), 3U);
  EXPECT_EQ(sheets().papers_behind(sheet), 2);
  EXPECT_EQ(sheets().papers_behind(next), 1);
  EXPECT_EQ(sheets().behind(sheet).front(), written.id);
  EXPECT_EQ(sheets().behind(sheet).back(), waiting.id);
}

TEST_P(SheetsContract, ARecognitionThatFindsNoSheetAnyMoreRemovesIt) {
  const IntakeId intake = begin_intake();
  const Sheet sheet = make_sheet(intake, one_);
  const Document after = add(intake);
  Transaction transaction(database());
  sheets().remove(transaction, sheet.document);
  transaction.commit();

  EXPECT_FALSE(sheets().find(sheet.document));
  EXPECT_FALSE(sheets().counting_for(after.id));
}

TEST_P(SheetsContract, WarningsOfPagesAreKept) {
  const Document document = add(begin_intake());
  recognise(document, {PageWarning::upside_down, PageWarning::faint});

  const auto found = Documents(database()).find(document.id);

  EXPECT_EQ(found->pages.at(0).warnings,
            (std::vector<PageWarning>{PageWarning::upside_down, PageWarning::faint}));
}

}  // namespace
}  // namespace fonds
