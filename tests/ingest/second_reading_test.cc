#include "ingest/second_reading.h"

#include <gtest/gtest.h>

#include <utility>

#include "strokes_page.h"

namespace fonds {
namespace {

constexpr const char* kTessdata = "/usr/share/tesseract-ocr/5/tessdata";

TEST(SecondReading, StrokesThatStandApartAreCounted) {
  Recogniser recogniser(kTessdata);
  for (const int strokes : {2, 3}) {
    StrokesPage page(strokes);
    SecondReading second(page.image, recogniser, "rus");

    second.read_numerals(page.read);

    EXPECT_EQ(page.read.words[0].text, std::string(static_cast<std::size_t>(strokes), 'I'));
    EXPECT_EQ(second.languages(), "eng");
  }
}

TEST(SecondReading, AWordThatIsNoNumeralStays) {
  StrokesPage page(2);
  page.read.words[0] = {"Ш", {400, 160, 150, 40}, 0.6};  // in truth the word "place"
  Recogniser recogniser(kTessdata);
  SecondReading second(page.image, recogniser, "rus");

  second.read_numerals(page.read);

  EXPECT_EQ(page.read.words[0].text, "Ш");
}

TEST(SecondReading, StrokesAtTheEndOfALineAreNoNumeral) {
  StrokesPage page(1);
  page.read.words = {{"|", {100, 160, 6, 40}, 0.6}};
  Recogniser recogniser(kTessdata);
  SecondReading second(page.image, recogniser, "rus");

  second.read_numerals(page.read);

  EXPECT_EQ(page.read.words[0].text, "|");
}

TEST(SecondReading, AWellReadLineIsNotReadAgain) {
  StrokesPage page(1);
  page.read.piece.letters = 9;
  page.read.piece.height = 30;
  Recogniser recogniser("/nowhere");  // any reading would throw
  SecondReading second(page.image, recogniser, "rus");
  page.read.words = {{"протокол", {100, 160, 6, 40}, 0.9}};

  EXPECT_FALSE(second.improve(page.read));
  EXPECT_EQ(page.read.words.size(), 1U);
}

TEST(SecondReading, FiguresTwoOtherEnginesReadAreTaken) {
  const PixPtr page = blank_page(1240, 400);
  print(page, 150, 200, "2023");
  const PageImage image{share(page), 150, 0};
  const PageView view = look(image, find_pose(image), Projection::luminance);
  ASSERT_EQ(view.pieces.size(), 1U);
  Recogniser recogniser(kTessdata);
  ReadPiece read{view.pieces[0], read_piece(view, view.pieces[0], recogniser, "eng"), &view};
  ASSERT_EQ(read.words.size(), 1U);
  ASSERT_EQ(std::exchange(read.words[0].text, "2025"), "2023");

  SecondReading second(image, recogniser, "rus");
  second.read_figures(read);

  EXPECT_EQ(read.words[0].text, "2023");
  EXPECT_EQ(second.languages(), "display+eng");
}

TEST(SecondReading, FiguresNobodyElseReadsAreLeft) {
  StrokesPage page(1);
  page.read.words[0].text = "2025";
  Recogniser recogniser(kTessdata);
  SecondReading second(page.image, recogniser, "rus+eng");
  second.read_figures(page.read);
  EXPECT_EQ(page.read.words[0].text, "2025");
  EXPECT_EQ(second.languages(), "");
}

}  // namespace
}  // namespace fonds
