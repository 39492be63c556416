#include "ingest/dark_ground.h"

#include <gtest/gtest.h>

#include "ingest/synthetic_page.h"

namespace fonds {
namespace {

constexpr double kDpi = 150;
constexpr const char* kWords = "light words on dark ground";

l_uint32 level_at(const PixPtr& page, int x, int y) {
  l_uint32 level = 0;
  pixGetPixel(page.get(), x, y, &level);
  return level;
}

/// Pixels of `page` in the box that are darker than `below`.
int darker(const PixPtr& page, int left, int top, int width, int height, l_uint32 below) {
  int count = 0;
  for (int y = top; y < top + height; ++y) {
    for (int x = left; x < left + width; ++x) count += level_at(page, x, y) < below ? 1 : 0;
  }
  return count;
}

/// A band of `height` px from `left` to `right` with light words, its ground from `from` to `to`.
void paint_band(const PixPtr& page, int left, int right, int top, int height, int from, int to) {
  const PixPtr words = blank_page(right - left, height);
  print(words, 40, height / 2 + 12, kWords);
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < right - left; ++x) {
      const int ground = from + (to - from) * x / (right - left);
      const auto ink = static_cast<int>(255 - level_at(words, x, y));
      pixSetPixel(page.get(), left + x, top + y,
                  static_cast<l_uint32>(ground + (255 - ground) * ink / 255));
    }
  }
}

/// Whether the band reads dark on light: bare ground is paper and there is about as much ink as
/// the words have.
void expect_turned(const PixPtr& page, int left, int right, int top, int height) {
  EXPECT_GT(level_at(page, left + 12, top + 12), 200U);
  const PixPtr words = blank_page(right - left, height);
  print(words, 40, height / 2 + 12, kWords);
  const int wanted = darker(words, 0, 0, right - left, height, 128);
  const int ink = darker(page, left, top, right - left, height, 128);
  EXPECT_GT(ink, wanted / 2);
  EXPECT_LT(ink, wanted * 3 / 2);
}

bool same(const PixPtr& one, const PixPtr& other) {
  l_int32 equal = 0;
  pixEqual(one.get(), other.get(), &equal);
  return equal != 0;
}

TEST(DarkGround, BandsOfAllTonesAndHeightsAreTurned) {
  for (const int ground : {20, 90, 150}) {
    for (const int height : {60, 120, 260}) {
      const PixPtr page = printed_page();
      paint_band(page, 0, 1240, 1300, height, ground, ground);

      const PixPtr turned = turn_dark_ground(page, kDpi);

      SCOPED_TRACE(testing::Message() << ground << " high " << height);
      expect_turned(turned, 0, 1240, 1300, height);
      // The lines above stay as they are.
      EXPECT_EQ(darker(turned, 0, 250, 1240, 800, 128), darker(page, 0, 250, 1240, 800, 128));
    }
  }
}

TEST(DarkGround, ABandMayFadeFromSideToSide) {
  const PixPtr page = printed_page();
  paint_band(page, 100, 1140, 1300, 100, 40, 150);

  expect_turned(turn_dark_ground(page, kDpi), 100, 1140, 1300, 100);
}

TEST(DarkGround, TheHeadOfATableHangsOnItsRules) {
  const PixPtr page = printed_page();
  paint_band(page, 100, 1140, 1100, 70, 60, 60);
  for (int row = 0; row <= 6; ++row) fill(page, 100, 1170 + 60 * row, 1040, 3, 0);
  for (int column = 0; column <= 8; ++column) fill(page, 100 + 130 * column, 1170, 3, 360, 0);
  // Full rows: lighter holes with letters' counters in them.
  for (int row = 0; row < 6; ++row) print(page, 120, 1215 + 60 * row, "a row of the table");

  const PixPtr turned = turn_dark_ground(page, kDpi);

  expect_turned(turned, 100, 1140, 1100, 70);
  EXPECT_LT(level_at(turned, 101, 1300), 100U) << "rules stay";
  EXPECT_GT(level_at(turned, 1000, 1200), 200U) << "paper stays";
}

TEST(DarkGround, PrintedLinesAndFramesStay) {
  const PixPtr page = printed_page();
  for (const int inset : {0, 40}) {  // the lid of a scanner, a thick frame
    fill(page, inset, inset, 1240 - 2 * inset, 30, 30);
    fill(page, inset, 1754 - inset - 30, 1240 - 2 * inset, 30, 30);
    fill(page, inset, inset, 30, 1754 - 2 * inset, 30);
    fill(page, 1240 - inset - 30, inset, 30, 1754 - 2 * inset, 30);
  }

  EXPECT_TRUE(same(turn_dark_ground(page, kDpi), page));
}

TEST(DarkGround, ADarkShapeWithoutLettersStays) {
  const PixPtr page = printed_page();
  fill(page, 200, 1200, 500, 300, 40);
  fill(page, 300, 1250, 40, 40, 240);  // one light spot is no writing

  EXPECT_TRUE(same(turn_dark_ground(page, kDpi), page));
}

TEST(DarkGround, BoldLettersThatTouchAreNoBand) {
  const PixPtr page = blank_page(1240, 1754);
  // А row of joined О, Р, А: strokes of 9 mm capitals, each with its counter.
  for (int letter = 0; letter < 7; ++letter) {
    const int left = 200 + 56 * letter;
    fill(page, left, 600, 56, 70, 30);
    fill(page, left + 16, 614, 24, 20, 250);
    fill(page, left + 16, 646, 24, 24, 250);  // open below
    fill(page, left + 44, 596, 12, 30, 250);  // shoulders between the letters
  }

  EXPECT_TRUE(same(turn_dark_ground(page, kDpi), page));
}

TEST(DarkGround, NothingHappensOnTinyAndEmptyPictures) {
  for (const int side : {1, 3, 40}) {
    const PixPtr page = blank_page(side, side, 10);
    EXPECT_TRUE(same(turn_dark_ground(page, kDpi), page));
  }
}

}  // namespace
}  // namespace fonds
