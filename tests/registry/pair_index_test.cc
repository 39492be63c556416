#include "registry/pair_index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "support/synthetic_register.h"

namespace fonds {
namespace {

using testing::Each;
using testing::IsEmpty;

std::vector<CodedWord> drawn(std::size_t count) {
  Dice dice(7);
  const NameDrawer names(count);
  std::vector<CodedWord> words;
  for (std::size_t i = 0; i < count; ++i) words.push_back(code_word(names.draw(dice).name.last));
  return words;
}

std::map<std::size_t, int> pairs_of(const CodedWord& word) {
  std::map<std::size_t, int> pairs;
  each_pair(word, [&](LetterCode a, LetterCode b) { ++pairs[pair_of(a, b)]; });
  return pairs;
}

/// Pairs of `word`, repeated ones as often as they stand there, that `key` has too.
int shared(const CodedWord& key, const CodedWord& word) {
  const auto own = pairs_of(key);
  int count = 0;
  for (const auto& [pair, times] : pairs_of(word)) count += own.count(pair) != 0 ? times : 0;
  return count;
}

TEST(PairIndex, AWordIsAmongThoseLikeItAndSoIsAMisreadOne) {
  const auto words = drawn(5000);
  const PairIndex index(words);
  for (WordNumber number = 0; number < words.size(); number += 97) {
    CodedWord misread = words[number];
    misread.codes[misread.size / 2U] = code_letter("щ");

    EXPECT_THAT(index.alike(words[number]), testing::Contains(number));
    EXPECT_THAT(index.alike(misread), testing::Contains(number));
  }
}

TEST(PairIndex, OnlyWordsWithPairsInCommonAreAlike) {
  const auto words = drawn(5000);
  const PairIndex index(words);
  const CodedWord key = code_word("Верхнеградский");

  const auto alike = index.alike(key);

  EXPECT_TRUE(std::is_sorted(alike.begin(), alike.end()));
  EXPECT_LT(alike.size(), words.size());
  int least = static_cast<int>(CodedWord::kMost);
  for (const WordNumber number : alike) least = std::min(least, shared(key, words[number]));
  EXPECT_GT(least, 0);
}

TEST(PairIndex, BlocksThatAreNotFullHoldNoOtherWords) {
  for (const std::size_t count : {1U, 63U, 64U, 65U}) {
    const std::vector<CodedWord> same(count, code_word("Кравец"));
    const auto alike = PairIndex(same).alike(code_word("Кравец"));
    EXPECT_EQ(alike.size(), count);
    EXPECT_THAT(alike, Each(testing::Lt(count)));
  }
}

TEST(PairIndex, TheLongestWordsDoNotOverflowTheirWeights) {
  CodedWord longest;
  longest.size = CodedWord::kMost;
  for (std::size_t i = 0; i < longest.size; ++i) longest.codes[i] = (i % 32U) + 1;
  auto words = drawn(3000);
  words.push_back(longest);

  EXPECT_THAT(PairIndex(words).alike(longest), testing::Contains(3000U));
}

TEST(PairIndex, NothingIsLikeNothing) {
  EXPECT_THAT(PairIndex(std::vector<CodedWord>{}).alike(code_word("Кравец")), IsEmpty());
  EXPECT_THAT(PairIndex(std::vector{code_word("Седых")}).alike(code_word("Жук")), IsEmpty());
}

}  // namespace
}  // namespace fonds
