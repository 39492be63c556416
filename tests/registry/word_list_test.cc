#include "registry/word_list.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "registry/ocr_costs.h"
#include "support/synthetic_register.h"

namespace fonds {
namespace {

WordList list_of(const std::vector<std::string>& words, std::vector<WordNumber>* places = nullptr) {
  WordList::Builder builder;
  for (const std::string& word : words) builder.add(word);
  std::vector<WordNumber> own;
  return std::move(builder).build(OcrCosts::shipped().classes(), places ? *places : own);
}

std::string nearest(const WordList& list, const std::string& word) {
  const auto alike = list.alike(code_word(word));
  const auto found = list.nearest(std::array{&alike}, 5);
  return found.empty() ? "nothing" : std::string(list.word(found.front().word));
}

/// The edit distance by its definition.
int slow_distance(const CodedWord& a, const CodedWord& b) {
  std::vector<std::vector<int>> table(a.size + 1U, std::vector<int>(b.size + 1U));
  for (int i = 0; i <= a.size; ++i) {
    for (int j = 0; j <= b.size; ++j) {
      if (i == 0 || j == 0) {
        table[i][j] = i + j;
        continue;
      }
      const int change = table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      table[i][j] = std::min({change, table[i - 1][j] + 1, table[i][j - 1] + 1});
    }
  }
  return table[a.size][b.size];
}

TEST(LetterDistance, IsTheEditDistance) {
  Dice dice(3);
  const NameDrawer names(500);
  for (int i = 0; i < 3000; ++i) {
    const CodedWord a = code_word(names.draw(dice).name.last);
    const CodedWord b = code_word(names.draw(dice).name.last);
    ASSERT_EQ(LetterDistance(a).to(b), slow_distance(a, b));
  }
  EXPECT_EQ(LetterDistance(code_word("")).to(code_word("аб")), 2);
  EXPECT_EQ(LetterDistance(code_word("аб")).to(code_word("")), 2);
  const CodedWord longest = code_word(std::string(100, 'a'));
  EXPECT_EQ(LetterDistance(longest).to(longest), 0);
}

TEST(WordList, WordsAreKeptOnceAndCounted) {
  std::vector<WordNumber> places;
  const WordList list = list_of({"Седых", "Бойко", "седых", "СЕДЫХ"}, &places);

  ASSERT_EQ(list.size(), 2U);
  EXPECT_EQ(list.word(places[0]), "седых");
  EXPECT_EQ(list.count(places[0]), 3U);
  EXPECT_EQ(list.total(), 4U);
}

TEST(WordList, WordsOfOneLetterStandTogether) {
  const WordList list = list_of({"Яна", "Анна", "Ася", "Борис", "Юлия", "Ян"});

  const WordList::Range a = list.beginning_with(code_letter("а"));
  EXPECT_EQ(a.end - a.begin, 2U);
  const WordList::Range ya = list.beginning_with(code_letter("я"));
  EXPECT_EQ(ya.end - ya.begin, 2U);
  EXPECT_EQ(list.word(ya.begin), "ян");
  const WordList::Range none = list.beginning_with(code_letter("ж"));
  EXPECT_EQ(none.begin, none.end);
}

TEST(WordList, SeveralMisreadLettersAreFound) {
  std::vector<std::string> words;
  Dice dice(5);
  const NameDrawer names(3000);
  for (int i = 0; i < 3000; ++i) words.push_back(names.draw(dice).name.last);
  for (const char* word : {"Кравцов", "Верхнеградский", "Шумилкина"}) words.emplace_back(word);
  const WordList list = list_of(words);

  EXPECT_EQ(nearest(list, "Кравцов"), "кравцов");
  EXPECT_EQ(nearest(list, "Верхпеградскнй"), "верхнеградский");
  EXPECT_EQ(nearest(list, "Верхнсградскй"), "верхнеградский");
  EXPECT_EQ(nearest(list, "ерхнеградский"), "верхнеградский");
  EXPECT_EQ(nearest(list, "Щумипкина"), "шумилкина");
}

TEST(WordList, OfSeveralSpellingsEachWordIsGivenOnceByItsNearest) {
  const WordList list = list_of({"Кравцов", "Кравцова", "Кравцова", "Кравцева", "Седых"});
  const auto man = list.alike(code_word("Кравцов"));
  const auto woman = list.alike(code_word("Кравцова"));

  const auto found = list.nearest(std::array{&man, &woman}, 3);

  std::vector<std::pair<std::string, int>> words;
  for (const auto& each : found) words.emplace_back(list.word(each.word), each.distance);
  EXPECT_THAT(words, testing::ElementsAre(std::pair("кравцова", 0), std::pair("кравцов", 0),
                                          std::pair("кравцева", 1)))
      << "of equally near ones the most frequent first";
}

TEST(WordList, NothingIsFoundInNothing) {
  EXPECT_EQ(nearest(list_of({}), "Седых"), "nothing");
  EXPECT_EQ(nearest(list_of({"Седых"}), ""), "nothing");
  EXPECT_EQ(nearest(list_of({"Седых"}), "Жук"), "nothing");
}

TEST(WordList, ASpellingOfItsKindIsLikelierThanALineOfConsonants) {
  std::vector<std::string> words;
  Dice dice(5);
  const NameDrawer names(2000);
  for (int i = 0; i < 2000; ++i) words.push_back(names.draw(dice).name.last);
  const WordList list = list_of(words);

  EXPECT_GT(list.spelling(code_word("Мартынова")), list.spelling(code_word("Мрткщжвъы")));
  EXPECT_GT(list.unseen_share(), 0);
  EXPECT_LT(list.unseen_share(), 1);
}

}  // namespace
}  // namespace fonds
