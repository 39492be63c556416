#include "catalogue/stacks.h"

#include <gmock/gmock.h>

#include "catalogue/cards.h"
#include "catalogue/documents.h"
#include "catalogue/sheets.h"
#include "catalogue_fixture.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class StacksContract : public CatalogueFixture {
 protected:
  IntakeId begin_intake() {
    Transaction transaction(database());
    const IntakeId intake = Documents(database()).add_intake(transaction, "file", "");
    transaction.commit();
    return intake;
  }
  DocumentId add(IntakeId intake) {
    Transaction transaction(database());
    const Document document = Documents(database()).add(transaction, intake, {original()});
    PageRecord page;
    Documents(database()).record_recognition(transaction, document.id, 1, {page}, 0.9, 2);
    transaction.commit();
    return document.id;
  }
  void propose(DocumentId document, const std::vector<int>& pages) {
    Decision<std::vector<int>> parts;
    if (!pages.empty()) parts = {pages, 0.9, {{"the title of a paper stands on the page", {}}}, {}};
    Transaction transaction(database());
    stacks().propose(transaction, document, parts);
    transaction.commit();
  }
  /// Parts `stack` into `count` papers; their ids.
  std::vector<DocumentId> part(DocumentId stack, int count) {
    const IntakeId parts = begin_intake();
    std::vector<DocumentId> papers;
    std::vector<Stacks::Part> records;
    for (int i = 0; i < count; ++i) {
      papers.push_back(add(parts));
      records.push_back({papers.back(), 1 + 2 * i, 2});
    }
    Transaction transaction(database());
    stacks().record(transaction, stack, parts, records, "osipova");
    transaction.commit();
    return papers;
  }
  void sheet(DocumentId document, const SheetCode& code) {
    Transaction transaction(database());
    const IntakeId intake = Documents(database()).find(document)->intake;
    Sheets(database()).record(transaction, {document, intake, SheetScope::behind, code});
    transaction.commit();
  }
  Stacks stacks() { return Stacks(database()); }
};
FONDS_ON_BOTH_ENGINES(StacksContract);

TEST_P(StacksContract, AProposalIsReplacedByTheNextReading) {
  const DocumentId document = add(begin_intake());
  EXPECT_FALSE(stacks().proposal(document).value);
  propose(document, {1, 3, 14});
  const auto found = stacks().proposal(document);
  EXPECT_THAT(found.value.value(), ElementsAre(1, 3, 14));
  EXPECT_DOUBLE_EQ(found.confidence, 0.9);
  ASSERT_EQ(found.reasons.size(), 1U);
  propose(document, {1, 2});
  EXPECT_THAT(stacks().proposal(document).value.value(), ElementsAre(1, 2));
  propose(document, {});
  EXPECT_FALSE(stacks().proposal(document).value);
}

TEST_P(StacksContract, WhatAPersonKeepsWholeIsNotProposedAgain) {
  const DocumentId asked = add(begin_intake());
  const DocumentId unasked = add(begin_intake());
  propose(asked, {1, 3});
  Transaction transaction(database());
  for (const DocumentId each : {asked, unasked}) stacks().keep_whole(transaction, each, "osipova");
  transaction.commit();
  for (const DocumentId each : {asked, unasked}) {
    EXPECT_FALSE(stacks().proposal(each).value);
    propose(each, {1, 4});
    EXPECT_FALSE(stacks().proposal(each).value);
  }
}

TEST_P(StacksContract, APartedDocumentIsNoPaperAndItsPapersKnowIt) {
  const DocumentId stack = add(begin_intake());
  {
    Transaction transaction(database());
    Cards(database()).record_reading(transaction, stack, 1, {}, {}, {});
    Cards(database()).close_change(transaction, stack, 1);
    Cards(database()).remove(transaction, stack);
    transaction.commit();
  }
  propose(stack, {1, 3});
  const auto papers = part(stack, 2);

  const Document whole = *Documents(database()).find(stack);
  EXPECT_TRUE(is_parted(whole));
  EXPECT_EQ(whole.run, 0);
  EXPECT_THAT(whole.pages, IsEmpty());
  EXPECT_EQ(whole.originals.size(), 1U) << "its file stays";
  EXPECT_FALSE(stacks().proposal(stack).value);
  EXPECT_EQ(Cards(database()).load(stack).revision, 0);
  EXPECT_EQ(Cards(database()).count_waiting(), 0);

  const Document second = *Documents(database()).find(papers[1]);
  EXPECT_FALSE(is_parted(second));
  EXPECT_EQ(second.stack, stack);
  EXPECT_EQ(second.stack_page, 3);
  EXPECT_EQ(second.intake, whole.parts);
  const auto parts = stacks().parts_of(stack);
  ASSERT_EQ(parts.size(), 2U);
  EXPECT_EQ(parts[1].document, papers[1]);
  EXPECT_EQ(parts[1].pages, 2);
  EXPECT_THAT(stacks().parts_of(papers[0]), IsEmpty());
}

TEST_P(StacksContract, TheSheetBeforeAStackCountsForItsPapersBeforeTheirFirstSheet) {
  const SheetCode first{SheetKind::case_sheet, "02-08", 2024, "", 3};
  const SheetCode second{SheetKind::case_sheet, "02-09", 2024, "", 1};
  const IntakeId intake = begin_intake();
  const DocumentId in_front = add(intake);
  sheet(in_front, first);
  const DocumentId stack = add(intake);
  const DocumentId behind = add(intake);
  const auto papers = part(stack, 4);
  sheet(papers[2], second);

  Sheets sheets(database());
  EXPECT_EQ(sheets.counting_for(papers[0])->code, first);
  EXPECT_EQ(sheets.counting_for(papers[1])->code, first);
  EXPECT_EQ(sheets.counting_for(papers[3])->code, second);
  EXPECT_EQ(sheets.counting_for(behind)->code, first);
  EXPECT_THAT(sheets.behind(*sheets.find(in_front)), ElementsAre(papers[0], papers[1], behind));
  EXPECT_EQ(sheets.papers_behind(*sheets.find(in_front)), 3);
  EXPECT_EQ(sheets.papers_behind(*sheets.find(papers[2])), 1);
}

}  // namespace
}  // namespace fonds
