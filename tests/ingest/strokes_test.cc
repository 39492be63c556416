#include "ingest/strokes.h"

#include <gtest/gtest.h>

#include "ingest/synthetic_page.h"

namespace fonds {
namespace {

constexpr int kInk = 128;
constexpr int kLetters = 40;
const Box kNumeral{90, 100, 90, 40};

/// Strokes side by side that lean by `lean` pixels from foot to head.
PixPtr strokes_page(int strokes, int lean = 0) {
  PixPtr page = blank_page(300, 240);
  for (int i = 0; i < strokes; ++i) {
    for (int y = 0; y < kLetters; ++y) {
      fill(page, 100 + 20 * i + lean * (kLetters - y) / kLetters, 100 + y, 6, 1, 0);
    }
  }
  return page;
}

std::size_t counted(const PixPtr& page) { return straight_strokes(kNumeral, kLetters, page, kInk); }

TEST(Strokes, UprightAndLeaningOnesAreCounted) {
  for (const int strokes : {1, 2, 3}) {
    for (const int lean : {0, 10}) {
      EXPECT_EQ(counted(strokes_page(strokes, lean)), static_cast<std::size_t>(strokes)) << lean;
    }
  }
}

TEST(Strokes, SerifsThatTouchDoNotJoinThem) {
  const PixPtr page = strokes_page(3);
  fill(page, 94, 100, 60, 4, 0);
  fill(page, 94, 136, 60, 4, 0);
  EXPECT_EQ(counted(page), 3U);
}

TEST(Strokes, LettersAreNone) {
  const PixPtr crossed = strokes_page(2);
  fill(crossed, 100, 117, 26, 6, 0);  // Н
  EXPECT_EQ(counted(crossed), 0U);

  const PixPtr bent = blank_page(300, 240);
  for (int y = 0; y < kLetters; ++y) fill(bent, 100 + (y - 20) * (y - 20) / 20, 100 + y, 6, 1, 0);
  EXPECT_EQ(counted(bent), 0U) << "a 3, an arc";

  const PixPtr spread = blank_page(300, 240);
  for (int y = 0; y < kLetters; ++y) {
    fill(spread, 120 - y / 4, 100 + y, 5, 1, 0);
    fill(spread, 128 + y / 4, 100 + y, 5, 1, 0);
  }
  EXPECT_EQ(counted(spread), 0U) << "Л";

  const PixPtr blot = blank_page(300, 240);
  fill(blot, 100, 100, 30, 40, 0);
  EXPECT_EQ(counted(blot), 0U);
}

TEST(Strokes, FourSmallOnesAndNothingAreNoNumeral) {
  EXPECT_EQ(counted(strokes_page(4)), 0U);
  EXPECT_EQ(counted(strokes_page(0)), 0U);
  EXPECT_EQ(straight_strokes(kNumeral, 2 * kLetters, strokes_page(2), kInk), 0U);
  EXPECT_EQ(straight_strokes({400, 400, 50, 50}, kLetters, strokes_page(2), kInk), 0U);
}

}  // namespace
}  // namespace fonds
