#include "ingest/document_sheet.h"

#include <gtest/gtest.h>

namespace fonds {
namespace {

const BatchSheets& known() {
  static const BatchSheets sheets = BatchSheets::shipped();
  return sheets;
}
SheetCode of_case(const std::string& index) { return {SheetKind::case_sheet, index, {}, "", {}}; }
SheetSigns sheet(const SheetCode& code) { return {{{to_text(code), {}}}, 20, false}; }
SheetSigns paper() { return {{}, 100, false}; }
SheetSigns blank() { return {{}, 0, true}; }
std::optional<DocumentSheet> held(const std::vector<SheetSigns>& pages) {
  return document_sheet(known(), pages);
}
const SheetCode kBare{};

TEST(DocumentSheet, APaperHoldsNone) {
  EXPECT_FALSE(held({paper(), blank(), paper()}));
  EXPECT_FALSE(held({}));
  EXPECT_FALSE(held({{{{"https://example.test/7", {}}}, 10, false}}));
}

TEST(DocumentSheet, ASheetWithItsBlankBackIsASheet) {
  const DocumentSheet wanted{SheetScope::behind, of_case("02-08")};

  EXPECT_EQ(held({sheet(of_case("02-08"))}), wanted);
  EXPECT_EQ(held({sheet(of_case("02-08")), blank()}), wanted);
  EXPECT_EQ(held({sheet(kBare)}), (DocumentSheet{SheetScope::behind, kBare}));
}

TEST(DocumentSheet, AStackBehindASheetIsUnderIt) {
  const DocumentSheet wanted{SheetScope::within, of_case("02-08")};

  EXPECT_EQ(held({sheet(of_case("02-08")), paper(), paper()}), wanted);
  EXPECT_EQ(held({sheet(kBare), sheet(of_case("02-08")), paper(), sheet(kBare), paper()}), wanted);
}

TEST(DocumentSheet, AStackPartedOnlyByBareSheetsSaysNothing) {
  EXPECT_EQ(held({paper(), sheet(kBare), paper()}), (DocumentSheet{SheetScope::within, kBare}));
}

TEST(DocumentSheet, NoneOfSeveralSheetsCountsForTheWholeStack) {
  EXPECT_EQ(held({sheet(of_case("02-08")), paper(), sheet(of_case("02-09")), paper()}),
            (DocumentSheet{SheetScope::several, of_case("02-09")}));
  EXPECT_EQ(held({paper(), sheet(of_case("02-08")), paper()}),
            (DocumentSheet{SheetScope::several, of_case("02-08")}));
}

TEST(DocumentSheet, APaperThatCarriesASheetsCodeIsStillAPaper) {
  EXPECT_EQ(held({{{{to_text(of_case("02-08")), {}}}, 300, false}}),
            (DocumentSheet{SheetScope::within, of_case("02-08")}));
}

RecognisedPage page_with(const std::vector<std::string>& codes) {
  RecognisedPage page;
  for (const std::string& code : codes) page.barcodes.push_back({code, {}});
  return page;
}
std::vector<RecognisedPage> paper_file() { return {page_with({})}; }
std::vector<RecognisedPage> sheet_file(const SheetCode& code) {
  return {page_with({to_text(code)})};
}

std::vector<StackPart> parted(const std::vector<SheetSigns>& pages) {
  std::vector<StackItem> items;
  items.reserve(pages.size());
  for (const SheetSigns& page : pages) items.push_back(stack_item(known(), page, false));
  return parted_by_sheets(items);
}

TEST(PartedBySheets, PapersAndTheSheetsThatSaySomething) {
  EXPECT_EQ(parted({paper(), sheet(kBare), paper(), blank(), sheet(of_case("02-08")), blank(),
                    paper(), paper()}),
            (std::vector<StackPart>{
                {{1, 1}, {}}, {{3, 1}, {}}, {{5, 1}, of_case("02-08")}, {{7, 2}, {}}}));
}

TEST(PartedBySheets, OnePaperIsNotParted) {
  EXPECT_TRUE(parted({sheet(of_case("02-08")), paper(), paper()}).empty());
  EXPECT_TRUE(parted({paper(), sheet(kBare), blank()}).empty());
  EXPECT_TRUE(parted({paper(), blank(), paper()}).empty());
  EXPECT_TRUE(parted({}).empty());
}

TEST(PartedBySheets, APaperThatCarriesASheetsCodePartsNothing) {
  SheetSigns carrying = sheet(of_case("02-08"));
  carrying.words = 200;
  EXPECT_TRUE(parted({paper(), carrying, paper()}).empty());
}

TEST(PartedBySheets, ASheetThatSaysSoOnlyInWordsPartsButABlankOneDoesNot) {
  const StackItem written = stack_item(known(), {{}, 3, false}, true);
  const StackItem page = stack_item(known(), paper(), false);
  EXPECT_EQ(parted_by_sheets({page, written, page}),
            (std::vector<StackPart>{{{1, 1}, {}}, {{3, 1}, {}}}));
  EXPECT_FALSE(may_be_sheet(blank()));
  EXPECT_FALSE(may_be_sheet(paper()));
}

TEST(BatchFollower, WhatASheetSaysHoldsForTheFilesBehindItInTheBatch) {
  BatchFollower follower(known());

  EXPECT_FALSE(follower.take("a.zip!/1.jpg", paper_file()));
  EXPECT_FALSE(follower.take("a.zip!/2.jpg", sheet_file(of_case("02-08"))));
  EXPECT_EQ(follower.take("a.zip!/3.jpg", paper_file()), of_case("02-08"));
  EXPECT_FALSE(follower.take("a.zip!/4.jpg", sheet_file(kBare)));
  EXPECT_EQ(follower.take("a.zip!/5.jpg", paper_file()), of_case("02-08"));
  EXPECT_FALSE(follower.take("a.zip!/6.jpg", sheet_file(of_case("02-09"))));
  EXPECT_EQ(follower.take("a.zip!/7.jpg", paper_file()), of_case("02-09"));
}

TEST(BatchFollower, NothingReachesTheNextBatchOrASingleFile) {
  BatchFollower follower(known());
  follower.take("a.zip!/1.jpg", sheet_file(of_case("02-08")));

  EXPECT_FALSE(follower.take("b.zip!/1.jpg", paper_file()));
  follower.take("b.zip!/2.jpg", sheet_file(of_case("02-08")));
  EXPECT_FALSE(follower.take("3.jpg", paper_file()));
  EXPECT_FALSE(follower.take("4.jpg", paper_file()));
  follower.take("5.jpg", sheet_file(of_case("02-08")));
  EXPECT_FALSE(follower.take("6.jpg", paper_file()));
}

TEST(BatchFollower, AStackUnderItsOwnSheet) {
  BatchFollower follower(known());
  const std::vector<RecognisedPage> stack{page_with({to_text(of_case("02-08"))}), page_with({})};

  EXPECT_EQ(follower.take("a.zip!/1.pdf", stack), of_case("02-08"));
  EXPECT_EQ(follower.take("a.zip!/2.pdf", paper_file()), of_case("02-08"));
}

}  // namespace
}  // namespace fonds
