#include "ingest/page_reading.h"

#include <gmock/gmock.h>

#include <cmath>
#include <numbers>

#include "ingest/synthetic_page.h"

namespace fonds {
namespace {

using ::testing::HasSubstr;

RecognisedPage read(PixPtr pix) {
  Recogniser recogniser("/usr/share/tesseract-ocr/5/tessdata");
  return read_page({std::move(pix), 150, 0}, recogniser, "eng");
}

/// Where the word stands on the printed page, as a share of its sides; nothing when it is missing.
std::optional<Point> place_of(const RecognisedPage& page, const std::string& text) {
  for (const Line& line : page.lines) {
    for (const Word& word : line.words) {
      if (word.text == text) {
        return Point{word.box.left + word.box.width / 2.0, word.box.top + word.box.height / 2.0};
      }
    }
  }
  return std::nullopt;
}

TEST(PageReading, EveryTurnIsFoundAndBoxesStandWhereTheWordsAreInTheImage) {
  const auto upright = place_of(read(printed_page()), "wizards");
  ASSERT_TRUE(upright);
  for (const int turn : {90, 180, 270}) {
    // The paper lies turned clockwise by `turn`; it must be turned by the rest to stand upright.
    PixPtr lying(pixRotateOrth(printed_page().get(), turn / 90));

    const RecognisedPage page = read(std::move(lying));

    EXPECT_EQ(page.geometry.rotation, 360 - turn);
    const auto found = place_of(page, "wizards");
    ASSERT_TRUE(found) << turn;
    const Point wanted = Transform::turn(turn, 1240, 1754).apply(*upright);
    EXPECT_NEAR(found->x, wanted.x, 8) << turn;
    EXPECT_NEAR(found->y, wanted.y, 8) << turn;
  }
}

TEST(PageReading, BoxesOfASkewedPageStandWhereTheWordsAre) {
  const auto upright = place_of(read(printed_page()), "number");
  ASSERT_TRUE(upright);
  constexpr double kDegrees = 2.5;
  PixPtr skewed(pixRotateAMGray(printed_page().get(),
                                static_cast<float>(kDegrees * std::numbers::pi / 180), 255));

  const RecognisedPage page = read(std::move(skewed));

  EXPECT_NEAR(page.geometry.skew, -kDegrees, 0.2);
  const auto found = place_of(page, "number");
  ASSERT_TRUE(found);
  const Point wanted = Transform::rotate(kDegrees, {620, 877}).apply(*upright);
  EXPECT_NEAR(found->x, wanted.x, 8);
  EXPECT_NEAR(found->y, wanted.y, 8);
}

TEST(PageReading, BlankPaperHasNoText) {
  const RecognisedPage page = read(blank_page(1240, 1754, 240));

  EXPECT_EQ(page.source, TextSource::none);
  EXPECT_TRUE(page.lines.empty());
}

TEST(PageReading, LinesComeFromTopToBottom) {
  const std::string text = text_of(read(printed_page()));

  EXPECT_LT(text.find("quick"), text.find("wizards"));
  EXPECT_LT(text.find("wizards"), text.find("archive"));
}

TEST(PageReading, RowsOfARuledTableAreSingleLines) {
  PixPtr page = printed_page();
  for (int i = 0; i < 4; ++i) fill(page, 150, 1100 + 100 * i, 900, 3, 0);
  for (const int left : {150, 260, 700, 1050}) fill(page, left, 1100, 3, 303, 0);
  const std::vector<std::vector<const char*>> cells{
      {"1", "North wind", "high"}, {"2", "South gate", "low"}, {"3", "East road", "mean"}};
  for (int row = 0; row < 3; ++row) {
    for (int column = 0; column < 3; ++column) {
      print(page, std::vector{185, 290, 730}[static_cast<std::size_t>(column)], 1175 + 100 * row,
            cells[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)]);
    }
  }

  const std::string text = text_of(read(std::move(page)));

  EXPECT_THAT(text, HasSubstr("North wind high\n"));
  EXPECT_THAT(text, HasSubstr("2 South gate low\n"));
}

TEST(PageReading, OrnamentalFrameAddsNoWords) {
  const int plain = count_words(read(printed_page()));
  PixPtr page = printed_page();
  for (int at = 40; at < 1200; at += 14) {
    for (const int top : {40, 50, 1690, 1700}) fill(page, at, top, 8, 6, 60);
  }
  for (int at = 40; at < 1700; at += 14) {
    for (const int left : {40, 50, 1180, 1190}) fill(page, left, at, 6, 8, 60);
  }

  EXPECT_EQ(count_words(read(std::move(page))), plain);
}

TEST(PageReading, LightWritingOnADarkBandIsRead) {
  PixPtr page = printed_page();
  PixPtr band = blank_page(1240, 110);
  print(band, 150, 70, "white letters on dark ground");
  pixInvert(band.get(), band.get());
  pixRasterop(page.get(), 0, 80, 1240, 110, PIX_SRC, band.get(), 0, 0);

  const RecognisedPage read_back = read(std::move(page));

  EXPECT_THAT(text_of({read_back}), HasSubstr("white letters on dark ground"));
  EXPECT_TRUE(place_of(read_back, "wizards"));
}

TEST(PageReading, PalePrintAmongBlackStandsWhereItIs) {
  PixPtr page = printed_page();
  const PixPtr line = blank_page(1240, 90);
  print(line, 150, 60, "grey print");
  const PixPtr pale(pixScale(line.get(), 0.6F, 0.6F));
  for (int y = 0; y < pixGetHeight(pale.get()); ++y) {
    for (int x = 0; x < pixGetWidth(pale.get()); ++x) {
      l_uint32 level = 255;
      pixGetPixel(pale.get(), x, y, &level);
      pixSetPixel(page.get(), 60 + x, 1000 + y, 160 + level * 95 / 255);
    }
  }

  const RecognisedPage found = read(std::move(page));

  const auto place = place_of(found, "print");
  ASSERT_TRUE(place) << text_of({found});
  EXPECT_NEAR(place->y, 1000 + 30, 25);
}

}  // namespace
}  // namespace fonds
