#include "ingest/second_view.h"

#include <gmock/gmock.h>

#include "ingest/page_reading.h"
#include "ingest/stamped_page.h"

namespace fonds {
namespace {

using ::testing::HasSubstr;

constexpr const char* kTessdata = "/usr/share/tesseract-ocr/5/tessdata";

TEST(SecondView, WritingUnderAColouredStampIsRead) {
  Recogniser engine(kTessdata);
  const RecognisedPage page = read_page({stamped_page(), 150, 0}, engine, "eng");

  const std::string text = text_of({page});
  EXPECT_THAT(text, HasSubstr("the lazy dog while seven wizards"));
  EXPECT_THAT(text, HasSubstr("pack boxes with heavy jugs and"));
  EXPECT_EQ(page.variant, name_of(Projection::black_ink));
}

TEST(SecondView, APageReadWellIsNotLookedAtAgain) {
  Recogniser engine(kTessdata);
  const PixPtr colour(pixConvertTo32(printed_page().get()));

  EXPECT_EQ(read_page({share(colour), 150, 0}, engine, "eng").variant,
            name_of(Projection::luminance));
}

struct TwoViews {
  PageView plain;
  PageView black;
  std::vector<ReadPiece> read;

  [[nodiscard]] std::function<void(ReadPiece&)> reading_with(Recogniser& engine) const {
    return [&](ReadPiece& each) { each.words = read_piece(black, each.piece, engine, "eng"); };
  }
};

/// The sample lines, seen twice the same way; what was read of the first line is `said`.
TwoViews views(const std::vector<Word>& said) {
  const PageImage image{printed_page(), 150, 0};
  const Pose pose = find_pose(image);
  TwoViews two{
      look(image, pose, Projection::luminance), look(image, pose, Projection::black_ink), {}};
  for (const Piece& piece : two.plain.pieces) two.read.push_back({piece, {}, nullptr});
  auto first = std::min_element(two.read.begin(), two.read.end(), [](const auto& a, const auto& b) {
    return a.piece.box.top < b.piece.box.top;
  });
  first->words = said;
  for (Word& word : first->words) word.box = first->piece.box;
  std::iter_swap(two.read.begin(), first);
  return two;
}

TEST(SecondView, WordsReadBetterAreNotReplaced) {
  Recogniser engine(kTessdata);
  TwoViews two = views({{"sure-of-this-line-as-it-stands", {}, 0.99}});

  add_black_ink(two.read, two.black, two.reading_with(engine));

  ASSERT_EQ(two.read[0].words.size(), 1U);
  EXPECT_EQ(two.read[0].words[0].text, "sure-of-this-line-as-it-stands");
}

TEST(SecondView, WordsReadWorseGiveWay) {
  Recogniser engine(kTessdata);
  TwoViews two = views({{"q~ick", {}, 0.2}});
  const std::size_t before = two.read.size();

  EXPECT_TRUE(add_black_ink(two.read, two.black, two.reading_with(engine)));

  EXPECT_TRUE(two.read[0].words.empty());
  EXPECT_GT(two.read.size(), before);
}

TEST(SecondView, WordsFoundInsideALineStandWhereTheyAreInIt) {
  Piece line;
  line.box = {100, 100, 600, 30};
  line.letters = 20;
  line.height = 20;
  std::vector<ReadPiece> read{{line,
                               {{"выдан", {100, 100, 100, 30}, 0.95},
                                {"§~", {250, 100, 140, 30}, 0.1},
                                {"Ткач", {400, 100, 100, 30}, 0.95}},
                               nullptr}};
  PageView black;
  black.usual = 20;
  Piece found;
  found.box = {250, 100, 140, 30};
  found.letters = 8;
  found.height = 20;
  black.pieces = {found};

  EXPECT_TRUE(add_black_ink(read, black, [](ReadPiece& piece) {
    piece.words = {{"07.06.2023", {250, 100, 140, 30}, 0.95}};
  }));

  ASSERT_EQ(read.size(), 1U);
  ASSERT_EQ(read[0].words.size(), 3U);
  EXPECT_EQ(read[0].words[1].text, "07.06.2023");
}

/// One line of a first view, and a piece of the black ink at its end that reads `found`.
std::vector<ReadPiece> with_black_piece(std::vector<Word> line, const Box& box,
                                        std::vector<Word> found) {
  Piece whole;
  whole.box = {100, 100, 600, 30};
  whole.letters = 20;
  whole.height = 20;
  std::vector<ReadPiece> read{{whole, std::move(line), nullptr}};
  PageView black;
  black.usual = 20;
  Piece piece;
  piece.box = box;
  piece.letters = 12;
  piece.height = 20;
  black.pieces = {piece};
  add_black_ink(read, black, [&](ReadPiece& each) {
    const int width = box.width / static_cast<int>(found.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
      found[i].box = {box.left + width * static_cast<int>(i), box.top, width, box.height};
    }
    each.words = found;
  });
  return read;
}

bool says(const std::vector<ReadPiece>& read, std::string_view text) {
  for (const ReadPiece& piece : read) {
    for (const Word& word : piece.words) {
      if (word.text == text) return true;
    }
  }
  return false;
}

TEST(SecondView, AWordMissingFromALineReadWellIsSeen) {
  // «29» under a stamp: the first view reads the month and the year beside it.
  const auto read = with_black_piece(
      {{"мая", {480, 100, 80, 30}, 0.96}, {"2025", {570, 100, 130, 30}, 0.96}}, {400, 100, 300, 30},
      {{"«29»", {}, 0.95}, {"мая", {}, 0.95}, {"2025", {}, 0.95}});

  EXPECT_TRUE(says(read, "«29»"));
}

TEST(SecondView, AWordReadAsNothingHidesNoGap) {
  const auto read = with_black_piece({{"о", {400, 100, 70, 30}, 0.05},
                                      {"мая", {480, 100, 80, 30}, 0.96},
                                      {"2025", {570, 100, 130, 30}, 0.96}},
                                     {400, 100, 300, 30},
                                     {{"«29»", {}, 0.95}, {"мая", {}, 0.95}, {"2025", {}, 0.95}});

  EXPECT_TRUE(says(read, "«29»"));
}

TEST(SecondView, WhatAStampLeavesBesideTheNewWordsGoes) {
  const auto read = with_black_piece({{"выдан", {100, 100, 100, 30}, 0.95},
                                      {"№40?", {250, 100, 80, 30}, 0.5},
                                      {"7С.Э.", {400, 100, 80, 30}, 0.05},
                                      {"Ткач", {500, 100, 100, 30}, 0.6}},
                                     {400, 100, 200, 30}, {{"С.Э.", {}, 0.95}, {"Ткач", {}, 0.95}});

  EXPECT_TRUE(says(read, "С.Э."));
  EXPECT_TRUE(says(read, "выдан"));
  EXPECT_FALSE(says(read, "№40?"));
}

TEST(SecondView, OnlyDoubtfulLinesAskForIt) {
  Piece line;
  line.letters = 12;
  line.height = 20;
  const std::vector<Word> sure{{"протокол", {}, 0.95}};
  const std::vector<Word> doubtful{{"протокол", {}, 0.5}};

  EXPECT_FALSE(is_disturbed({{line, sure, nullptr}}, 20, {}, 200));
  EXPECT_TRUE(is_disturbed({{line, sure, nullptr}, {line, doubtful, nullptr}}, 20, {}, 200));
  line.letters = 2;  // a speck
  EXPECT_FALSE(is_disturbed({{line, doubtful, nullptr}}, 20, {}, 200));
}

TEST(SecondView, WhereAStampStandsALineMayBeHidden) {
  Piece line;
  line.letters = 12;
  line.height = 20;
  const std::vector<ReadPiece> read{{line, {{"протокол", {}, 0.95}}, nullptr}};

  EXPECT_TRUE(is_disturbed(read, 20, {{845, 422, 308, 307}}, 200));   // 39 mm
  EXPECT_FALSE(is_disturbed(read, 20, {{10, 10, 1600, 2300}}, 200));  // a frame
  EXPECT_FALSE(is_disturbed(read, 20, {{10, 10, 300, 60}}, 200));     // a signature, a rule
  EXPECT_FALSE(is_disturbed(read, 20, {{10, 10, 60, 60}}, 200));      // an ornament
}

}  // namespace
}  // namespace fonds
