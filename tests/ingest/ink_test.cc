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

/// `page` with one more line, all of whose ink is of `level`.
PixPtr with_line_of(const PixPtr& page, int level) {
  const PixPtr line = blank_page(1240, 200);
  print(line, 150, 100, "a name in light blue");
  for (int y = 0; y < 200; ++y) {
    for (int x = 0; x < 1240; ++x) {
      l_uint32 ink = 255;
      pixGetPixel(line.get(), x, y, &ink);
      // A grain, as scans have: some pixels are as dark as ink.
      const int grain = (x * 7 + y * 13) % 29 == 0 ? 30 : 0;
      if (ink < 128) pixSetPixel(page.get(), x, 1300 + y, static_cast<l_uint32>(level - grain));
    }
  }
  return share(page);
}

TEST(Ink, PaleWritingAmongBlackIsWriting) {
  PixPtr page = printed_page();
  const auto plain = find_ink(page, kDpi).parts.size();
  PixPtr pale = with_line_of(printed_page(), 170);
  PixPtr dark = with_line_of(printed_page(), 60);

  EXPECT_GE(find_ink(pale, kDpi).parts.size(), plain + 8);
  EXPECT_GE(find_ink(dark, kDpi).parts.size(), plain + 8);
}

TEST(Ink, APaleNetOfFineLinesIsNoWriting) {
  PixPtr page = printed_page();
  const auto plain = find_ink(page, kDpi).parts.size();
  PixPtr net = printed_page();
  for (int i = 0; i < 12; ++i) fill(net, 200 + 40 * i, 1300, 1, 60, 170);

  EXPECT_EQ(find_ink(net, kDpi).parts.size(), plain);
}

TEST(Ink, ATitleOfOneColourIsNotTakenForAStampOverWriting) {
  PixPtr page = printed_page();
  // Letters of 20 mm whose grain reaches below what counts as solid here.
  for (int letter = 0; letter < 4; ++letter) {
    for (int y = 0; y < 120; ++y) {
      for (int x = 0; x < 30; ++x) {
        const l_uint32 grain = (x / 3 + y / 3) % 4 == 0 ? 60 : 74;
        pixSetPixel(page.get(), 200 + 90 * letter + x, 1300 + y, grain);
      }
    }
  }

  const Ink ink = find_ink(page, kDpi);

  const auto whole = std::count_if(ink.parts.begin(), ink.parts.end(), [](const Box& part) {
    return part.top >= 1295 && part.height >= 118;
  });
  EXPECT_EQ(whole, 4);
}

/// A row of upright strokes as high and as thick as small print.
void strokes(const PixPtr& page, int left, int top, int count, int level) {
  for (int i = 0; i < count; ++i) fill(page, left + 12 * i, top, 2, 12, level);
}

TEST(Ink, SmallPalePrintIsFoundApart) {
  PixPtr page = printed_page();
  strokes(page, 300, 1300, 9, 170);
  const Ink ink = find_ink(page, kDpi);

  const Ink pale = find_pale_ink(page, ink, kDpi);

  EXPECT_EQ(pale.parts.size(), 9U);
}

TEST(Ink, BlackPrintAndAFewPaleSpecksAreNoPalePrint) {
  PixPtr page = printed_page();
  strokes(page, 300, 1300, 9, 40);
  strokes(page, 300, 1400, 3, 170);
  const Ink ink = find_ink(page, kDpi);

  EXPECT_TRUE(find_pale_ink(page, ink, kDpi).parts.empty());
}

}  // namespace
}  // namespace fonds
