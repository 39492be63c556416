#include "ingest/sifting.h"

#include <gtest/gtest.h>

namespace fonds {
namespace {

Piece line_piece() {
  Piece piece;
  piece.box = {0, 0, 400, 30};
  piece.letters = 20;
  piece.height = 20;
  return piece;
}

std::vector<Word> words(std::initializer_list<std::pair<const char*, double>> given) {
  std::vector<Word> result;
  for (const auto& [text, confidence] : given) result.push_back({text, {0, 0, 10, 10}, confidence});
  return result;
}

TEST(Sifting, WordsAndNumbersLookLikeWritingOrnamentsDoNot) {
  for (const char* word :
       {"Диплом", "«Кубань»", "№", "24-0356", "МБОУ", "XVII", "п.", "Орлова-Юг"}) {
    EXPECT_GT(plausibility(word), 0.9) << word;
  }
  for (const char* word : {"|\\\\", "~^=", "<>{}", "®©"})
    EXPECT_LT(plausibility(word), 0.6) << word;
}

TEST(Sifting, ALineReadWellIsKeptWhole) {
  auto read = words({{"Якименко", 0.96}, {"Богдан", 0.55}, {"14", 0.9}});

  sift(read, line_piece(), 20);

  EXPECT_EQ(read.size(), 3U);
}

TEST(Sifting, OrnamentReadAsLettersIsDropped) {
  auto read = words({{"ооо", 0.2}, {"с}|", 0.4}, {"©", 0.6}});

  sift(read, line_piece(), 20);

  EXPECT_TRUE(read.empty());
}

TEST(Sifting, SmallLetteringOfAStampMustReadVeryWell) {
  Piece stamp = line_piece();
  stamp.height = 10;
  stamp.letters = 5;
  auto read = words({{"ЦЕНТР", 0.7}});

  sift(read, stamp, 20);

  EXPECT_TRUE(read.empty());
}

TEST(Sifting, ASingleFigureIsReadInATableOnly) {
  Piece figure;
  figure.box = {0, 0, 12, 20};
  figure.letters = 1;
  figure.height = 20;
  EXPECT_FALSE(worth_reading(figure, 20));

  figure.in_table = true;
  EXPECT_TRUE(worth_reading(figure, 20));
}

TEST(Sifting, RomanNumeralsAreToldFromWordsAndAbbreviations) {
  for (const char* word : {"Ш", "ХУП", "ХХ", "XVII"}) EXPECT_TRUE(may_be_roman(word)) << word;
  for (const char* word : {"и", "И", "СШ", "МБОУ", "14", ""})
    EXPECT_FALSE(may_be_roman(word)) << word;
  for (const char* word : {"I", "IV", "IX", "XVII", "XXIX"}) EXPECT_TRUE(is_roman(word)) << word;
  for (const char* word : {"", "IIII", "IC", "VX", "yO"}) EXPECT_FALSE(is_roman(word)) << word;
}

TEST(Sifting, WorthCountsLettersAndTheLookOfWords) {
  EXPECT_DOUBLE_EQ(worth_of(words({{"слово", 0.8}})), 0.8);
  EXPECT_LT(worth_of(words({{"слово", 0.8}, {"|}{|~", 0.8}})), 0.6);
  EXPECT_EQ(worth_of({}), 0);
}

TEST(Sifting, UsualHeightIsThatOfMostLetters) {
  Piece title = line_piece();
  title.height = 80;
  title.letters = 7;
  EXPECT_EQ(usual_height({title, line_piece(), line_piece()}), 20);
  EXPECT_EQ(usual_height({}), 0);
}

TEST(Sifting, NumeralsSpeltWithLookAlikesAreMeant) {
  EXPECT_EQ(roman_of("ХУП"), "XVII");
  EXPECT_EQ(roman_of("Ш"), "III");
  EXPECT_EQ(roman_of("И"), "II");
  EXPECT_EQ(roman_of("ХХ"), "XX");
  EXPECT_EQ(roman_of("IV"), "IV");
  EXPECT_EQ(roman_of("УУ"), "");
  EXPECT_EQ(roman_of("И!"), "");
  EXPECT_TRUE(may_be_roman("И!"));
  EXPECT_FALSE(may_be_roman("Иван"));
  EXPECT_FALSE(may_be_roman("!"));
}

TEST(Sifting, UprightStrokesMayBeOnes) {
  for (const char* word : {"[", "|", "[|", "||", "l"}) EXPECT_TRUE(is_strokes(word)) << word;
  for (const char* word : {"!", "1", "—", "", "|||||"}) EXPECT_FALSE(is_strokes(word)) << word;
  EXPECT_TRUE(begins_small("место"));
  EXPECT_FALSE(begins_small("Место"));
  EXPECT_FALSE(begins_small("place"));
}

TEST(Sifting, TheNumberBehindItsSignIsKeptHoweverUnsure) {
  Piece small = line_piece();
  small.letters = 3;
  auto read = words({{"№", 0.93}, {"29-п", 0.3}});
  sift(read, small, 20);
  EXPECT_EQ(read.size(), 2U);

  read = words({{"Регистрационный", 0.95}, {"№", 0.9}, {"ИН-896", 0.05}});
  sift(read, line_piece(), 20);
  EXPECT_EQ(read.size(), 3U);

  read = words({{"№", 0.3}, {"29-п", 0.3}});
  sift(read, small, 20);
  EXPECT_TRUE(read.empty()) << "an ornament read as a sign";

  read = words({{"№", 0.93}, {"ооо", 0.1}, {"29", 0.1}});
  sift(read, small, 20);
  EXPECT_TRUE(read.empty()) << "no number stands there";
}

TEST(Sifting, AWordInLargeTypeIsKeptHoweverUnsure) {
  Piece title = line_piece();
  title.height = 90;
  title.letters = 6;
  auto read = words({{"ОИПОМ", 0.02}});
  sift(read, title, 20);
  EXPECT_EQ(read.size(), 1U);

  title.height = 40;  // not so large, but with as many parts as the word has letters
  read = words({{"ипломМ", 0.18}});
  sift(read, title, 20);
  EXPECT_EQ(read.size(), 1U);
  title.letters = 11;
  sift(read, title, 20);
  EXPECT_TRUE(read.empty());

  title.height = 90;
  for (const char* ornament : {"ооооо", "Ж%", "ВКЖТН", "АИИАУ"}) {
    auto junk = words({{ornament, 0.02}});
    sift(junk, title, 20);
    EXPECT_TRUE(junk.empty()) << ornament;
  }
}

}  // namespace
}  // namespace fonds
