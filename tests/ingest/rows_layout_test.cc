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
