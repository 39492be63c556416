#include "ingest/numerals.h"

#include <gtest/gtest.h>

#include "strokes_page.h"

namespace fonds {
namespace {

constexpr const char* kTessdata = "/usr/share/tesseract-ocr/5/tessdata";

TEST(Numerals, StrokesNoEngineKnowsForLettersAreStillCounted) {
  for (const int strokes : {1, 2, 3}) {
    StrokesPage page(strokes);
    Word& word = page.read.words[0];
    word = {"|", {100, 130, 6 + 16 * (strokes - 1), 100}, 0.6};  // as high as the line
    count_strokes(page.read);
    EXPECT_EQ(word.text, std::string(static_cast<std::size_t>(strokes), 'I'));
  }
}

TEST(Numerals, TheWordBehindMayBeInCapitals) {
  StrokesPage page(2);
  page.read.words[0] = {"|", {100, 130, 22, 100}, 0.6};
  page.read.words[1].text = "МЕСТО";
  count_strokes(page.read);
  EXPECT_EQ(page.read.words[0].text, "II");
}

TEST(Numerals, BeforeAPlaceStrokesAreCountedWhateverTheyWereReadAs) {
  for (const char* misread : {"ТИ]", "ЦЕ", "/", "7]"}) {
    StrokesPage page(3);
    page.read.words[0] = {misread, {110, 160, 20, 40}, 0.6};  // cuts off the outer strokes
    count_strokes(page.read);
    EXPECT_EQ(page.read.words[0].text, "III") << misread;
  }
  StrokesPage page(3);
  page.read.words[0].text = "ТИ]";
  page.read.words[1].text = "местный";
  count_strokes(page.read);
  EXPECT_EQ(page.read.words[0].text, "ТИ]") << "no place";
}

TEST(Numerals, OtherStrokesAreNotCounted) {
  StrokesPage page(1);
  Word& word = page.read.words[0];
  word.text = "!";
  count_strokes(page.read);
  EXPECT_EQ(word.text, "!");

  word.text = "|";
  page.read.piece.in_table = true;  // a rule
  count_strokes(page.read);
  EXPECT_EQ(word.text, "|");

  page.read.piece.in_table = false;
  page.read.words[1].text = "Место";
  count_strokes(page.read);
  EXPECT_EQ(word.text, "|");

  page.read.words[1].text = "место";
  word.box.left = 40;  // nothing stands there
  count_strokes(page.read);
  EXPECT_EQ(word.text, "|");
}

/// A page of strokes at `left`, `top` and a word in a line of its own below.
std::vector<ReadPiece> lone_strokes(const StrokesPage& page, int left, int top) {
  ReadPiece strokes;
  strokes.view = &page.view;
  strokes.piece.box = {left, top, 38, 40};
  strokes.piece.height = 40;
  strokes.piece.letters = 3;
  ReadPiece word;
  word.view = &page.view;
  word.piece.box = {60, 240, 150, 36};
  word.piece.height = 36;
  word.piece.letters = 5;
  word.words = {{"МЕСТО", word.piece.box, 0.95}};
  return {strokes, word};
}

TEST(Numerals, StrokesByThemselvesOverTheirWordAreANumeral) {
  Recogniser recogniser(kTessdata);
  const StrokesPage page(3);
  std::vector<ReadPiece> read = lone_strokes(page, 100, 160);

  read_lone_numerals(read, recogniser, "rus");

  ASSERT_EQ(read[0].words.size(), 1U);
  EXPECT_EQ(read[0].words[0].text, "III");
  EXPECT_EQ(read[1].words[0].text, "МЕСТО");
}

TEST(Numerals, ElsewhereStrokesAreNone) {
  Recogniser recogniser(kTessdata);
  const StrokesPage page(3);
  std::vector<ReadPiece> read = lone_strokes(page, 100, 160);
  read[1].words[0].text = "МЕСТОРОЖДЕНИЕ";
  read_lone_numerals(read, recogniser, "rus");
  EXPECT_TRUE(read[0].words.empty()) << "no place";

  read = lone_strokes(page, 100, 160);
  read[1].piece.box.top = 340;
  read_lone_numerals(read, recogniser, "rus");
  EXPECT_TRUE(read[0].words.empty()) << "too far";

  read = lone_strokes(page, 100, 160);
  read[0].piece.in_table = true;
  read[0].piece.cell = {0, 100, 300, 120};
  read_lone_numerals(read, recogniser, "rus");
  EXPECT_TRUE(read[0].words.empty()) << "a cell of a table";
}

}  // namespace
}  // namespace fonds
