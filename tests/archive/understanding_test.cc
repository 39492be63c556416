#include "archive/understanding.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "archive/review_rules.h"

namespace fonds {
namespace {

constexpr CalendarDate kToday{2026, 11, 28};

Candidate candidate(int student, double probability) {
  return {StudentId{student}, probability, {}};
}

const StudentLink* link_to(const std::vector<StudentLink>& links, int student) {
  const auto found = std::find_if(links.begin(), links.end(), [&](const StudentLink& link) {
    return link.student == StudentId{student};
  });
  return found == links.end() ? nullptr : &*found;
}

TEST(Understanding, WhereANameIsLinkedNobodyElseIsOfferedForIt) {
  const auto links = links_of({{0, {candidate(1, 0.99), candidate(2, 0.01)}, StudentId{1}, {}}});
  ASSERT_EQ(links.size(), 1U);
  EXPECT_EQ(links.front().state, LinkState::linked);
  EXPECT_EQ(links.front().mention, 1);
}

TEST(Understanding, NamesakesAreAllOffered) {
  const auto links = links_of({{0, {candidate(1, 0.5), candidate(2, 0.49)}, {}, {}}});
  ASSERT_EQ(links.size(), 2U);
  EXPECT_EQ(links[0].state, LinkState::offered);
  EXPECT_EQ(links[1].state, LinkState::offered);
}

TEST(Understanding, AStudentNamedTwiceIsLinkedOnceAndByTheSurerName) {
  const auto links = links_of({{0, {candidate(1, 0.6), candidate(3, 0.2)}, {}, {}},
                               {1, {candidate(1, 0.99)}, StudentId{1}, {}},
                               {2, {candidate(1, 0.7)}, {}, {}}});
  ASSERT_EQ(links.size(), 2U);
  ASSERT_NE(link_to(links, 1), nullptr);
  EXPECT_EQ(link_to(links, 1)->state, LinkState::linked);
  EXPECT_EQ(link_to(links, 1)->mention, 2);
  EXPECT_EQ(link_to(links, 3)->state, LinkState::offered);
}

TEST(Understanding, NobodyIsNobody) { EXPECT_TRUE(links_of({{0, {}, {}, {}}}).empty()); }

/// One word a line, as large as ordinary type at 300 dpi.
RecognisedPage page_of(const std::vector<std::string>& lines) {
  RecognisedPage page;
  page.geometry.width = 2480;
  page.geometry.height = 3508;
  int top = 300;
  for (const std::string& text : lines) {
    Line line;
    line.words.push_back({text, {600, top, 40 * static_cast<int>(text.size()), 50}, 0.95});
    page.lines.push_back(line);
    top += 120;
  }
  return page;
}

TEST(Understanding, ASheetBetweenPapersIsNoPaper) {
  const Understanding understanding(Extractor::shipped(), {});
  SheetCode code;
  code.kind = SheetKind::case_sheet;
  code.case_index = "02-08";
  RecognisedPage page = page_of({"ДИПЛОМ"});
  page.barcodes.push_back({to_text(code), {}});

  const UnderstoodPaper paper = understanding.understand({page}, kToday);

  EXPECT_EQ(paper.reading.kind.value, "separator");
  ASSERT_TRUE(paper.sheet);
  EXPECT_EQ(paper.sheet->case_index, "02-08");
  EXPECT_EQ(paper.reading.case_index.value, "02-08");
}

TEST(Understanding, WhatTheSheetInFrontSaysCountsWhereThePaperIsSilent) {
  const Understanding understanding(Extractor::shipped(), {});
  SheetCode in_front;
  in_front.case_index = "02-08";

  const UnderstoodPaper silent = understanding.understand({page_of({"ДИПЛОМ"})}, kToday, in_front);
  const UnderstoodPaper alone = understanding.understand({page_of({"ДИПЛОМ"})}, kToday);

  EXPECT_EQ(silent.reading.case_index.value, "02-08");
  EXPECT_FALSE(silent.reading.case_index.reasons.empty());
  EXPECT_FALSE(alone.reading.case_index.value);
}

TEST(Understanding, ADateLaterThanTodayWaitsForAPerson) {
  const Understanding understanding(Extractor::shipped(), {});
  const auto confidence = [&](const char* date) {
    const auto paper =
        understanding.understand({page_of({"ДИПЛОМ", "награждается", date})}, kToday);
    EXPECT_EQ(paper.reading.date.value.value().raw, date);
    return paper.reading.date.confidence;
  };
  const double threshold = ReviewRules::shipped().threshold("date");
  EXPECT_GE(confidence("28.11.2026"), threshold);
  EXPECT_LT(confidence("29.11.2026"), threshold);
  EXPECT_LT(confidence("28.12.2028"), threshold);
}

TEST(Understanding, PapersScannedBehindOneSheetAreProposed) {
  const Understanding understanding(Extractor::shipped(), {});
  RecognisedPage sheet = page_of({"Дело", "02-08"});
  sheet.barcodes.push_back({to_text(SheetCode{SheetKind::case_sheet, "02-08", {}, "", 2}), {}});
  const RecognisedPage text = page_of({"Слово", "слово", "слово"});

  const auto promised = understanding.understand({sheet, text, text}, kToday).reading.parts;
  EXPECT_EQ(promised.value, (std::vector<int>{1, 2, 3})) << "as many pages as papers";
  const auto other = understanding.understand({sheet, text, text, text}, kToday).reading.parts;
  EXPECT_FALSE(other.value) << "three pages, two papers, and nothing says where";

  const RecognisedPage diploma = page_of({"ДИПЛОМ", "награждается", "Лужин", "Яков"});
  const auto titled = understanding.understand({sheet, diploma, diploma, diploma}, kToday);
  EXPECT_EQ(titled.reading.parts.value, (std::vector<int>{1, 2, 3, 4}));
  EXPECT_FALSE(titled.reading.parts.reasons.empty());
  EXPECT_TRUE(titled.parted.empty()) << "only proposed";
  EXPECT_FALSE(understanding.understand({diploma, text}, kToday).reading.parts.value);
}

TEST(Understanding, SheetsBetweenPapersPartThem) {
  const Understanding understanding(Extractor::shipped(), {});
  RecognisedPage sheet = page_of({"Разделитель"});
  sheet.barcodes.push_back({to_text(SheetCode{}), {}});
  const RecognisedPage text = page_of({"Слово", "слово", "слово"});
  EXPECT_EQ(understanding.understand({text, sheet, text, text}, kToday).parted,
            (std::vector<StackPart>{{{1, 1}, {}}, {{3, 2}, {}}}));
}

}  // namespace
}  // namespace fonds
