#include "archive/page_words.h"

#include <gmock/gmock.h>

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

/// Two pages of 1000 × 2000 pixels; on the first two lines.
class PageWordsTest : public testing::Test {
 protected:
  PageWordsTest() : pages_(2) {
    pages_[0].number = 1;
    pages_[0].lines = {
        {{100, 200, 400, 40},
         {{"Дипл0м", {100, 200, 200, 40}, 0.6}, {"первый", {350, 200, 150, 40}, 0.9}}},
        {{100, 400, 300, 40}, {{"Ивану", {100, 400, 300, 40}, 0.8}}}};
    pages_[1].number = 2;
    pages_[1].lines = {{{0, 0, 500, 40}, {{"Дипл0м", {0, 0, 500, 40}, 0.7}}}};
    record_.width = 1000;
    record_.height = 2000;
  }
  std::vector<ShownLine> shown(const std::vector<TextCorrection>& corrections = {}) {
    return shown_lines(pages_, record_, corrections);
  }
  static std::vector<std::string> texts(const ShownLine& line) {
    std::vector<std::string> texts;
    for (const ShownWord& word : line.words) texts.push_back(word.text);
    return texts;
  }

  std::vector<RecognisedPage> pages_;
  PageRecord record_;
};

TEST_F(PageWordsTest, WordsStandInSharesOfTheUprightPicture) {
  const auto lines = shown();

  ASSERT_THAT(lines, SizeIs(2));
  EXPECT_EQ(lines[0].number, 1);
  EXPECT_EQ(lines[1].number, 2);
  EXPECT_THAT(texts(lines[0]), ElementsAre("Дипл0м", "первый"));
  EXPECT_EQ(lines[0].words[0].confidence, 0.6);
  EXPECT_EQ(lines[0].words[0].box, upright_box({100, 200, 200, 40}, record_));
  EXPECT_EQ(lines[0].corrected_by, "");
  record_.rotation = 90;
  EXPECT_NEAR(shown()[0].words[0].box.top, 0.1, 1e-9);
}

TEST_F(PageWordsTest, OfAnotherPageOnlyItsOwn) {
  record_.number = 2;
  EXPECT_THAT(shown(), SizeIs(1));
  record_.number = 3;
  EXPECT_THAT(shown(), IsEmpty());
}

TEST_F(PageWordsTest, APersonsWordsTakeThePlacesOfTheMachines) {
  const auto lines = shown({{1, 1, "Дипл0м первый", "Диплом первый", "osipova"}});

  EXPECT_THAT(texts(lines[0]), ElementsAre("Диплом", "первый"));
  EXPECT_EQ(lines[0].words[0].confidence, 1);
  EXPECT_EQ(lines[0].words[0].box, upright_box({100, 200, 200, 40}, record_));
  EXPECT_EQ(lines[0].corrected_by, "osipova");
  EXPECT_EQ(lines[1].corrected_by, "");
}

TEST_F(PageWordsTest, AnotherNumberOfWordsPartsTheLine) {
  const auto lines = shown({{1, 2, "Ивану", "И в ану", "osipova"}});

  ASSERT_THAT(texts(lines[1]), ElementsAre("И", "в", "ану"));
  const double letter = 0.3 / 7;  // with its spaces the line has seven
  EXPECT_NEAR(lines[1].words[0].box.left, 0.1, 1e-9);
  EXPECT_NEAR(lines[1].words[1].box.left, 0.1 + 2 * letter, 1e-9);
  EXPECT_NEAR(lines[1].words[2].box.left + lines[1].words[2].box.width, 0.4, 1e-9);
  EXPECT_EQ(lines[1].words[2].box.height, lines[1].box.height);
}

TEST_F(PageWordsTest, WhereNothingIsPrintedALineHasNoWords) {
  const auto lines = shown({{1, 1, "Дипл0м первый", "", "osipova"}});

  EXPECT_THAT(lines[0].words, IsEmpty());
  EXPECT_GT(lines[0].box.width, 0);
  EXPECT_EQ(lines[0].corrected_by, "osipova");
}

TEST_F(PageWordsTest, ALineThatIsGoneIsNotLost) {
  const auto lines = shown({{1, 7, "совсем другое", "слова человека", "osipova"}});

  ASSERT_THAT(lines, SizeIs(3));
  EXPECT_EQ(lines[2].number, 3);
  EXPECT_EQ(lines[2].box, UprightBox{});
  EXPECT_THAT(texts(lines[2]), ElementsAre("слова", "человека"));
}

TEST_F(PageWordsTest, TheWordOnAnotherPageStaysThere) {
  record_.number = 2;
  EXPECT_EQ(shown({{1, 1, "Дипл0м первый", "Диплом первый", "osipova"}})[0].corrected_by, "");
  EXPECT_EQ(shown({{2, 1, "Дипл0м", "Диплом", "osipova"}})[0].corrected_by, "osipova");
}

}  // namespace
}  // namespace fonds
