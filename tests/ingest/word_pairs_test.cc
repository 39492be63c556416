#include "ingest/word_pairs.h"

#include <gtest/gtest.h>

namespace fonds {
namespace {

Word word(std::string text, double confidence, int left = 0, int width = 100) {
  return {std::move(text), {left, 0, width, 30}, confidence};
}

TEST(WordPairs, WordsOfOnePlaceStandThereAndAreAsLong) {
  const std::vector<Word> others = {word("ЦДТ", 0.9, 200), word("ЦДТ", 0.9, 400, 150)};
  EXPECT_EQ(same_place(word("ЦаТ", 0.1, 210), others), &others[0]);
  EXPECT_EQ(same_place(word("ЦаТ", 0.1, 240), others), nullptr);
  EXPECT_EQ(same_place(word("ЦаТ", 0.1, 400), others), nullptr);
  EXPECT_EQ(same_place(word("ЦаТ", 0.1), {}), nullptr);
}

TEST(WordPairs, WhatIsOneWordToOneEngineIsTwoToAnother) {
  const std::vector<Word> others = {word("№", 0.9, 0, 25), word("А-273/22", 0.7, 35, 110),
                                    word("от", 0.9, 200, 40)};
  const auto whole = read_at_place(word("№А-275/22", 0.8, 0, 147), others);
  ASSERT_TRUE(whole);
  EXPECT_EQ(whole->text, "№А-273/22");
  EXPECT_EQ(whole->confidence, 0.7);
  EXPECT_FALSE(read_at_place(word("лист", 0.8, 400), others));
}

TEST(WordPairs, ABoxMayReachOverTheSpaceBefore) {
  const auto found = read_at_place(word("59/сп", 0.9, 0, 116), {word("39/сп", 0.9, 24, 92)});
  ASSERT_TRUE(found);
  EXPECT_EQ(found->text, "39/сп");
}

TEST(WordPairs, ADoubtfulWordGivesWayToAMuchSurerOne) {
  std::vector<Word> words = {word("обучающихся", 0.9), word("ЦфаГ", 0.2, 200),
                             word("Ткач", 0.55, 400)};
  EXPECT_TRUE(take_surer_words(
      words, {word("обучаюшихся", 0.99), word("ЦДТ", 0.7, 200), word("Тках", 0.7, 400)}));
  EXPECT_EQ(words[0].text, "обучающихся");
  EXPECT_EQ(words[1].text, "ЦДТ");
  EXPECT_EQ(words[1].confidence, 0.7);
  EXPECT_EQ(words[2].text, "Ткач");
}

TEST(WordPairs, WhatLooksLikeNoWordIsNotTaken) {
  std::vector<Word> words = {word("место", 0.5)};
  EXPECT_FALSE(take_surer_words(words, {word("~^§~", 0.9)}));
  EXPECT_FALSE(take_surer_words(words, {}));
  words = {word("№12", 0.1)};
  EXPECT_FALSE(take_surer_words(words, {word("№17", 0.9)})) << "figures are settled by three";
}

}  // namespace
}  // namespace fonds
