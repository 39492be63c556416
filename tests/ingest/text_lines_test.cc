#include "ingest/text_lines.h"

#include <gtest/gtest.h>

namespace fonds {
namespace {

constexpr int kDpi = 200;

/// Letters of 12 × 20 px, 4 px apart, on a line of which every fifth letter is a space.
void add_line(Ink& ink, int left, int top, int letters) {
  for (int i = 0; i < letters; ++i) {
    if (i % 5 != 4) ink.parts.push_back({left + 16 * i, top, 12, 20});
  }
}

TEST(TextLines, WordsOfALineMakeOnePieceAndColumnsDoNot) {
  Ink ink;
  add_line(ink, 100, 100, 20);
  add_line(ink, 900, 100, 10);

  const auto pieces = find_pieces(ink, kDpi);

  ASSERT_EQ(pieces.size(), 2U);
  EXPECT_EQ(pieces[0].letters + pieces[1].letters, 24);
}

TEST(TextLines, NeighbouringLinesStayApart) {
  Ink ink;
  add_line(ink, 100, 100, 20);
  add_line(ink, 100, 128, 20);

  EXPECT_EQ(find_pieces(ink, kDpi).size(), 2U);
}

TEST(TextLines, ALineWhoseThinFigureFellInHalvesIsOnePiece) {
  Ink ink;
  add_line(ink, 100, 100, 4);
  ink.parts.push_back({164, 100, 6, 9});  // the upper half of a 5
  ink.parts.push_back({170, 111, 7, 9});  // the lower
  add_line(ink, 180, 100, 4);
  EXPECT_EQ(find_pieces(ink, kDpi).size(), 1U);

  ink.verticals.push_back({168, 50, 2, 100});  // a rule of a table parts them
  EXPECT_EQ(find_pieces(ink, kDpi).size(), 2U);
}

TEST(TextLines, DotsAndCommasBelongToTheirLine) {
  Ink ink;
  add_line(ink, 100, 100, 4);
  ink.parts.push_back({166, 117, 4, 5});

  const auto pieces = find_pieces(ink, kDpi);

  ASSERT_EQ(pieces.size(), 1U);
  EXPECT_EQ(pieces[0].box.left + pieces[0].box.width, 170);
}

TEST(TextLines, ASealThatTouchesALineDoesNotWidenIt) {
  Ink ink;
  add_line(ink, 100, 100, 12);
  ink.parts.push_back({270, 60, 30, 46});

  for (const Piece& piece : find_pieces(ink, kDpi)) {
    if (piece.letters > 5) {
      EXPECT_EQ(piece.box.height, 20);
    }
  }
}

TEST(TextLines, SlopeOfASlopingLineIsFound) {
  Ink ink;
  for (int i = 0; i < 30; ++i) ink.parts.push_back({100 + 16 * i, 100 + i / 2, 12, 20});

  const auto pieces = find_pieces(ink, kDpi);

  ASSERT_EQ(pieces.size(), 1U);
  EXPECT_NEAR(pieces[0].slope, 0.5 / 16, 0.003);
}

/// A table of 3 × 2 cells of 200 × 60 px at (100, 100), each with two lines of letters.
Ink table() {
  Ink ink;
  for (int i = 0; i <= 3; ++i) ink.verticals.push_back({100 + 200 * i, 100, 3, 123});
  for (int i = 0; i <= 2; ++i) ink.horizontals.push_back({100, 100 + 60 * i, 603, 3});
  for (int row = 0; row < 2; ++row) {
    for (int column = 0; column < 3; ++column) {
      add_line(ink, 110 + 200 * column, 106 + 60 * row, 11);
      add_line(ink, 110 + 200 * column, 133 + 60 * row, 6);
    }
  }
  return ink;
}

TEST(TextLines, TableRowIsReadCellByCell) {
  const auto pieces = find_pieces(table(), kDpi);

  const auto rows = reading_order(pieces, {0, 0, 800, 1100});

  ASSERT_EQ(pieces.size(), 12U);
  ASSERT_EQ(rows.size(), 2U);
  ASSERT_EQ(rows[0].size(), 6U);
  const auto& first = pieces[rows[0][0]].box;
  const auto& second = pieces[rows[0][1]].box;
  const auto& third = pieces[rows[0][2]].box;
  EXPECT_EQ(first.left, second.left);
  EXPECT_LT(first.top, second.top);
  EXPECT_GT(third.left, second.left);
}

TEST(TextLines, FrameAroundThePageIsNoTable) {
  Ink ink;
  ink.verticals = {{20, 20, 3, 1000}, {1500, 20, 3, 1000}};
  ink.horizontals = {{20, 20, 1480, 3}, {20, 1020, 1480, 3}};
  add_line(ink, 100, 100, 20);

  EXPECT_FALSE(find_pieces(ink, kDpi).front().in_table);
}

TEST(TextLines, LeftPageOfAnOpenBookletIsReadFirst) {
  Ink ink;
  for (int i = 0; i < 6; ++i) {
    add_line(ink, 100, 100 + 60 * i, 30);
    add_line(ink, 1300, 110 + 60 * i, 30);
  }
  const auto pieces = find_pieces(ink, kDpi);

  const auto rows = reading_order(pieces, {0, 0, 2000, 1400});

  ASSERT_EQ(rows.size(), 12U);
  for (std::size_t i = 0; i < 6; ++i) EXPECT_EQ(pieces[rows[i][0]].box.left, 100);
}

}  // namespace
}  // namespace fonds
