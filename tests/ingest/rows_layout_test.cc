#include "ingest/rows_layout.h"

#include <gtest/gtest.h>

#include "typed_paper.h"

namespace fonds {
namespace {

TEST(RowLayout, ASkewedPageLiesLevel) {
  auto pages = typed_pages(
      "Аа        Бб        Вв        Гг        Дд\nЕе        Жж        Зз\n"
      "Ии        Кк        Лл        Мм        Нн");
  pages[0].geometry.width = 1200;
  for (Line& line : pages[0].lines) {
    for (Word& word : line.words) {
      const int x = word.box.left;
      word.box.left -= word.box.top / 20;
      word.box.top += x / 20;
    }
  }
  const PaperText paper(pages);
  const auto words = name_words(paper);
  const RowLayout layout(paper, words);
  ASSERT_EQ(words.size(), 13U);
  EXPECT_NEAR(layout.place(0).left, layout.place(8).left, 3);
  EXPECT_NEAR(layout.place(0).middle, layout.place(4).middle, 3);
  EXPECT_GT(layout.place(8).middle - layout.place(0).middle, 100);
  EXPECT_EQ(layout.line(1), (std::pair<std::size_t, std::size_t>{5, 8}));
}

TEST(RowLayout, WordsOfOnePrintedWordShareItsBox) {
  const PaperText paper = typed_paper("1.Иванов");
  const auto words = name_words(paper);
  const RowLayout layout(paper, words);
  ASSERT_EQ(words.size(), 2U);
  EXPECT_LT(layout.place(0).right, layout.place(1).left);
}

/// Lines at these heights, a word each.
std::vector<RecognisedPage> lines_at(const std::vector<int>& tops) {
  auto pages = typed_pages("Аа\nБб\nВв\nГг\nДд");
  pages[0].lines.resize(tops.size());
  for (std::size_t i = 0; i < tops.size(); ++i) pages[0].lines[i].words[0].box.top = tops[i];
  return pages;
}

TEST(RowLayout, LinesBetweenTwoRowsAreTheUppersUnlessTheyOverlapTheLower) {
  const auto begin = [](const std::vector<int>& tops) {
    const PaperText paper(lines_at(tops));
    const auto words = name_words(paper);
    return RowLayout(paper, words).begin_of_row(0, tops.size() - 1);
  };
  EXPECT_EQ(begin({0, 60, 120}), 2U);            // the upper row's second line
  EXPECT_EQ(begin({0, 60, 120, 200}), 3U);       // and its third
  EXPECT_EQ(begin({0, 75, 100}), 1U);            // set at mid-height
  EXPECT_EQ(begin({0, 25, 100, 125}), 2U);       // both rows are
  EXPECT_EQ(begin({0, 25, 100, 150, 175}), 2U);  // the lower of four lines
  EXPECT_EQ(begin({0, 60}), 1U);
}

TEST(RowLayout, AboveTheFirstRowOnlyWhatOverlapsItIsItsOwn) {
  const auto begin = [](const std::vector<int>& tops) {
    const PaperText paper(lines_at(tops));
    const auto words = name_words(paper);
    return RowLayout(paper, words).begin_of_first_row(tops.size() - 1);
  };
  EXPECT_EQ(begin({0, 60}), 1U);
  EXPECT_EQ(begin({0, 25}), 0U);
  EXPECT_EQ(begin({0}), 0U);
}

TEST(RowLayout, BoxesWithoutSizeDoNoHarm) {
  auto pages = typed_pages("Аа Бб Вв Гг\n\nДд");
  for (Line& line : pages[0].lines) {
    for (Word& word : line.words) word.box = {};
  }
  const PaperText paper(pages);
  const auto words = name_words(paper);
  const RowLayout layout(paper, words);
  EXPECT_EQ(layout.place(0).left, 0);
  EXPECT_GE(layout.height_at(0), 1);
}

}  // namespace
}  // namespace fonds
