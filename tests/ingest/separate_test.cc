#include "ingest/separate.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace fonds {
namespace {

StackItem page() { return {}; }
StackItem file() { return {{}, false, false, true}; }
StackItem blank() { return {{}, false, true, false}; }
StackItem bare() { return {SheetCode{}, false, false, false}; }
StackItem in_words() { return {{}, true, false, false}; }
StackItem of_case(const std::string& index, std::optional<int> count = {}) {
  return {SheetCode{SheetKind::case_sheet, index, {}, "", count}, false, false, false};
}

std::vector<StackPaper> papers_of(const std::vector<StackItem>& stack) {
  return separate(stack).papers;
}
using Papers = std::vector<StackPaper>;

TEST(Separate, AStackWithoutSheetsIsOnePaper) {
  EXPECT_EQ(papers_of({page(), page(), page()}), (Papers{{0, 3, {}}}));
}

TEST(Separate, NothingGivesNothing) {
  EXPECT_TRUE(papers_of({}).empty());
  EXPECT_TRUE(papers_of({blank(), blank()}).empty());
  EXPECT_TRUE(papers_of({bare(), of_case("02-08"), bare(), blank()}).empty());
}

TEST(Separate, EverySheetPartsPapersAndIsNone) {
  EXPECT_EQ(papers_of({page(), bare(), page(), page(), in_words(), page()}),
            (Papers{{0, 1, {}}, {2, 2, {}}, {5, 1, {}}}));
}

TEST(Separate, WhatASheetSaysHoldsUntilTheNextThatSaysSomething) {
  EXPECT_EQ(papers_of({page(), of_case("02-08"), page(), bare(), page(), of_case("02-09"), page()}),
            (Papers{{0, 1, {}}, {2, 1, 1}, {4, 1, 1}, {6, 1, 5}}));
}

TEST(Separate, ASheetNeverReachesWhatLiesBeforeIt) {
  const auto papers = papers_of({page(), page(), of_case("02-08")});

  EXPECT_EQ(papers, (Papers{{0, 2, {}}}));
}

TEST(Separate, ACoverThatSaysNothingEndsWhatWasSaid) {
  const StackItem cover{SheetCode{SheetKind::cover, "", {}, "", {}}, false, false, false};

  EXPECT_EQ(papers_of({of_case("02-08"), page(), cover, page()}), (Papers{{1, 1, 0}, {3, 1, 2}}));
}

TEST(Separate, BlankBacksAreNoPapersAndDoNotPart) {
  EXPECT_EQ(papers_of({blank(), page(), blank(), page(), blank(), bare(), blank(), page()}),
            (Papers{{1, 3, {}}, {7, 1, {}}}));
}

TEST(Separate, FilesAreNeverJoined) {
  EXPECT_EQ(papers_of({of_case("02-08"), file(), page(), file(), file()}),
            (Papers{{1, 2, 0}, {3, 1, 0}, {4, 1, 0}}));
}

TEST(Separate, WhatCameIsComparedWithWhatWasExpected) {
  const auto counts = separate({of_case("02-08", 3), page(), bare(), page(), of_case("02-09", 1),
                                of_case("02-10"), page(), blank()})
                          .counts;

  ASSERT_EQ(counts.size(), 2U);
  EXPECT_EQ(counts[0].sheet, 0U);
  EXPECT_EQ(counts[0].expected, 3);
  EXPECT_EQ(counts[0].found, 2);
  EXPECT_EQ(counts[1].expected, 1);
  EXPECT_EQ(counts[1].found, 0) << "what lies behind the next sheet is not its own";
}

/// Splitting a stack before its sheets and treating the parts gives the same as the whole.
TEST(Separate, AStackGivesWhatItsSegmentsAloneGive) {
  std::mt19937 random(11);
  for (int round = 0; round < 2000; ++round) {
    std::vector<StackItem> stack;
    const auto size = random() % 24;
    for (std::size_t i = 0; i < size; ++i) {
      switch (random() % 8) {
        case 0:
          stack.push_back(of_case("02-0" + std::to_string(random() % 9),
                                  random() % 2 == 0 ? std::optional<int>(3) : std::nullopt));
          break;
        case 1:
          stack.push_back(random() % 2 == 0 ? bare() : in_words());
          break;
        case 2:
          stack.push_back(blank());
          break;
        case 3:
          stack.push_back(file());
          break;
        default:
          stack.push_back(page());
      }
    }
    const PartedStack whole = separate(stack);

    PartedStack joined;
    for (std::size_t begin = 0; begin < stack.size();) {
      std::size_t end = begin + 1;
      while (end < stack.size() && !(stack[end].sheet && !stack[end].sheet->is_bare())) ++end;
      const PartedStack part = separate({stack.begin() + static_cast<std::ptrdiff_t>(begin),
                                         stack.begin() + static_cast<std::ptrdiff_t>(end)});
      for (StackPaper paper : part.papers) {
        paper.first += begin;
        if (paper.sheet) *paper.sheet += begin;
        joined.papers.push_back(paper);
      }
      for (SheetCount count : part.counts) {
        count.sheet += begin;
        joined.counts.push_back(count);
      }
      begin = end;
    }
    ASSERT_EQ(whole.papers, joined.papers) << "round " << round;
    ASSERT_EQ(whole.counts.size(), joined.counts.size());
    for (std::size_t i = 0; i < whole.counts.size(); ++i) {
      EXPECT_EQ(whole.counts[i].sheet, joined.counts[i].sheet);
      EXPECT_EQ(whole.counts[i].found, joined.counts[i].found);
    }
    for (const StackPaper& paper : whole.papers) {
      for (std::size_t i = paper.first; i < paper.first + paper.count; ++i) {
        EXPECT_FALSE(stack[i].sheet || stack[i].separator) << "a sheet inside a paper";
      }
    }
  }
}

TEST(SheetFollower, SaysTheSameOneByOne) {
  std::mt19937 random(5);
  for (int round = 0; round < 300; ++round) {
    std::vector<StackItem> stack;
    for (int i = 0; i < 12; ++i) {
      const auto die = random() % 5;
      stack.push_back(die == 0   ? of_case("02-0" + std::to_string(i % 10))
                      : die == 1 ? bare()
                                 : file());
    }
    SheetFollower follower;
    std::vector<std::optional<SheetCode>> said;
    for (const StackItem& item : stack) said.push_back(follower.take(item.sheet));

    for (const StackPaper& paper : papers_of(stack)) {
      const auto wanted = paper.sheet ? stack[*paper.sheet].sheet : std::nullopt;
      EXPECT_EQ(said[paper.first], wanted);
    }
    for (std::size_t i = 0; i < stack.size(); ++i) {
      EXPECT_FALSE(stack[i].sheet && said[i]);
    }
  }
}

}  // namespace
}  // namespace fonds
