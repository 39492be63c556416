#include "ingest/ink.h"

#include <gtest/gtest.h>

#include "ingest/synthetic_page.h"

namespace fonds {
namespace {

constexpr int kDpi = 150;

TEST(Ink, PrintedLinesArePartsOfWriting) {
  PixPtr page = printed_page();

  const Ink ink = find_ink(page, kDpi);

  EXPECT_GT(ink.parts.size(), 100U);
  EXPECT_TRUE(ink.horizontals.empty());
  EXPECT_TRUE(ink.verticals.empty());
}

TEST(Ink, RuledLinesAreFoundAndPaintedOver) {
  PixPtr page = printed_page();
  fill(page, 100, 1200, 900, 3, 0);
  fill(page, 100, 1200, 3, 400, 0);

  const Ink ink = find_ink(page, kDpi);

  ASSERT_EQ(ink.horizontals.size(), 1U);
  ASSERT_EQ(ink.verticals.size(), 1U);
  EXPECT_NEAR(ink.horizontals[0].width, 900, 8);
  l_uint32 level = 0;
  pixGetPixel(page.get(), 500, 1201, &level);
  EXPECT_EQ(level, 255U);
}

TEST(Ink, StrokesOfATitleAreNoRuledLines) {
  PixPtr page = printed_page();
  fill(page, 200, 1200, 14, 110, 60);  // a Г of 19 mm, drawn bold
  fill(page, 200, 1200, 90, 14, 60);

  const Ink ink = find_ink(page, kDpi);

  EXPECT_TRUE(ink.horizontals.empty());
  EXPECT_TRUE(ink.verticals.empty());
}

TEST(Ink, OrnamentalFrameIsNoWriting) {
  PixPtr page = printed_page();
  const auto plain = find_ink(page, kDpi).parts.size();
  page = printed_page();
  for (int at = 40; at < 1200; at += 12) {
    for (const int top : {40, 48, 1690, 1698}) fill(page, at, top, 6, 5, 0);
  }
  for (int at = 40; at < 1700; at += 12) {
    for (const int left : {40, 48, 1180, 1188}) fill(page, left, at, 5, 6, 0);
  }

  const Ink ink = find_ink(page, kDpi);

  EXPECT_LE(ink.parts.size(), plain + 8);
  EXPECT_FALSE(ink.pictures.empty());
}

TEST(Ink, WritingUnderALighterStampComesFree) {
  PixPtr page = printed_page();
  const auto tallest = [](const Ink& ink) {
    int height = 0;
    for (const Box& part : ink.parts) height = std::max(height, part.height);
    return height;
  };
  const int before = tallest(find_ink(page, kDpi));
  page = printed_page();
  const PixPtr stamp = blank_page(1240, 1754);
  for (int i = 0; i < 160; ++i) fill(stamp, 300 + i, 230 + i, 6, 3, 120);
  pixRasterop(page.get(), 0, 0, 1240, 1754, PIX_SRC & PIX_DST, stamp.get(), 0, 0);

  EXPECT_LE(tallest(find_ink(page, kDpi)), std::max(before, 45));
}

TEST(Ink, BlankPaperHasNone) {
  PixPtr page = blank_page(1240, 1754, 245);

  EXPECT_TRUE(find_ink(page, kDpi).parts.empty());
}

}  // namespace
}  // namespace fonds
