#include "indexer/terms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "base/text.h"

namespace fonds {
namespace {

using testing::ElementsAre;

/// "text@place" of each token, runs in [], halves in ().
std::vector<std::string> spelled(std::string_view text) {
  std::vector<std::string> all;
  for (const Token& token : tokens_of(text)) {
    std::string word = token.text;
    if (token.form == Token::Form::run) word.insert(0, "[").append("]");
    if (token.form == Token::Form::part) word.insert(0, "(").append(")");
    all.push_back(word + "@" + std::to_string(token.place));
  }
  return all;
}

TEST(Tokeniser, FoldsCaseAndYoAndStress) {
  EXPECT_THAT(spelled("ЁЛКА Ёлка елка за\u0301мок"),
              ElementsAre("елка@1", "елка@2", "елка@3", "замок@4"));
}

TEST(Tokeniser, ComposesLettersWrittenInTwoPieces) {
  EXPECT_THAT(spelled("и\u0306од Е\u0308лка"), ElementsAre("йод@1", "елка@2"));
}

TEST(Tokeniser, KeepsRunsWithDigitsWholeBesideTheirWords) {
  EXPECT_THAT(spelled("№ А-1312/99 от 12.05.2019."),
              ElementsAre("[а-1312/99]@1", "а@1", "1312@2", "99@3", "от@4", "[12.05.2019]@5",
                          "12@5", "05@6", "2019@7"));
  EXPECT_THAT(spelled("дело 02–14"), ElementsAre("дело@1", "[02-14]@2", "02@2", "14@3"));
  EXPECT_THAT(spelled("7Б"), ElementsAre("7б@1"));
}

TEST(Tokeniser, DividesWordsJoinedWithoutDigits) {
  EXPECT_THAT(spelled("Санкт-Петербург, ул.Мира, кто-то"),
              ElementsAre("санкт@1", "петербург@2", "ул@3", "мира@4", "кто@5", "то@6"));
}

TEST(Tokeniser, JoinsAWordDividedAtTheEndOfALine) {
  EXPECT_THAT(spelled("дип-\nлом лауреата"),
              ElementsAre("диплом@1", "(дип)@1", "(лом)@1", "лауреата@2"));
  EXPECT_THAT(spelled("дип\u00ADлом"), ElementsAre("диплом@1"));
  EXPECT_THAT(spelled("дип-\r\n  лом"), ElementsAre("диплом@1", "(дип)@1", "(лом)@1"));
  EXPECT_THAT(spelled("Нижний-\nНовгород"), ElementsAre("нижний@1", "новгород@2"));
  EXPECT_THAT(spelled("конец -\nначало"), ElementsAre("конец@1", "начало@2"));
  EXPECT_THAT(spelled("конец-\n\nначало"), ElementsAre("конец@1", "начало@2"));
}

TEST(Tokeniser, SeesNoWordsInRulingsAndOrnament) {
  EXPECT_THAT(spelled("____Иванова____ …… ---- *** \u00AD \u2014 «»"), ElementsAre("иванова@1"));
  EXPECT_THAT(spelled(""), ElementsAre());
  EXPECT_THAT(spelled("\u00AD"), ElementsAre());
}

TEST(Tokeniser, CutsWhatTheIndexCanNotHoldBetweenCharacters) {
  const std::string long_word = [] {
    std::string word;
    for (int i = 0; i < 5000; ++i) word += "щ";
    return word;
  }();
  const std::vector<Token> tokens = tokens_of(long_word + " конец");
  ASSERT_EQ(tokens.size(), 2U);
  EXPECT_LE(tokens[0].text.size(), kLongestTerm);
  EXPECT_TRUE(is_valid_utf8(tokens[0].text));
  EXPECT_EQ(tokens[0].end, long_word.size());
}

TEST(Tokeniser, GivesPlacesThatNeverGoBackAndBytesThatAreWholeCharactersForAnyText) {
  std::mt19937 random(7);
  const std::vector<std::string> pieces{"а",    "Ё", "и\u0306", "-", "\n",     " ", "7",
                                        "/",    ".", "\u00AD",  "z", "\u0301", "—", "\f",
                                        "\r\n", "𝔄", "漢",      "_", "№",      "'"};
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (unsigned i = random() % 24; i > 0; --i) text += pieces[random() % pieces.size()];
    std::uint32_t place = 0;
    for (const Token& token : tokens_of(text)) {
      ASSERT_LT(token.begin, token.end) << text;
      ASSERT_LE(token.end, text.size()) << text;
      ASSERT_TRUE(
          is_valid_utf8(std::string_view(text).substr(token.begin, token.end - token.begin)))
          << text;
      ASSERT_TRUE(is_valid_utf8(token.text)) << text;
      ASSERT_GE(token.place, std::max(place, 1U)) << text;
      ASSERT_LE(token.place, place + 16) << text;
      place = token.place;
    }
  }
}

TEST(Stems, BringFormsOfAWordTogether) {
  Stems stems;
  const std::vector<std::vector<std::string>> families{
      {"диплом", "диплома", "дипломы", "дипломом", "дипломов", "дипломами"},
      {"иванов", "иванова", "иванову", "ивановым", "ивановой"},
      {"альбом", "альбомы", "альбомов"},
      {"протокол", "протокола", "протоколы", "протоколами"},
      {"конкурс", "конкурса", "конкурсы", "конкурсов"},
      {"победитель", "победителя", "победители", "победителем"},
  };
  for (const auto& family : families) {
    const std::string one = stems.of(family.front());
    for (const std::string& form : family) EXPECT_EQ(stems.of(form), one) << form;
  }
  EXPECT_NE(stems.of("дипломат"), stems.of("диплом"));
  EXPECT_NE(stems.of("приказ"), stems.of("протокол"));
}

TEST(Stems, AreAlwaysTheBeginningOfTheirWord) {
  Stems stems;
  std::mt19937 random(11);
  const std::vector<std::string> pieces{"а", "о", "и",   "ы",   "е", "ю", "я",   "й",
                                        "н", "т", "ть",  "сь",  "ш", "щ", "в",   "м",
                                        "ь", "х", "ост", "ейш", "л", "к", "ing", "s"};
  for (int round = 0; round < 20000; ++round) {
    std::string word;
    for (unsigned i = 1 + random() % 9; i > 0; --i) word += pieces[random() % pieces.size()];
    ASSERT_TRUE(word.starts_with(stems.of(word))) << word << " " << stems.of(word);
  }
}

TEST(Positions, NeverReachFromOnePageIntoTheNext) {
  EXPECT_EQ(position_of(1, 1), (1U << 16U) + 1);
  for (const std::uint32_t word : {1U, 65534U, 65535U, 65536U, 4'000'000'000U}) {
    EXPECT_GT(position_of(2, 1), position_of(1, word) + 1);
    EXPECT_EQ(page_of(position_of(1, word)), 1);
  }
  EXPECT_EQ(page_of(position_of(70'000, 3)), 65535);
}

}  // namespace
}  // namespace fonds
