#include "ingest/persons_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "typed_paper.h"

namespace fonds {
namespace {

using testing::ElementsAre;

/// "Иванов", "И." for an initial, "#5" for a number, «…» for a quoted word.
std::vector<std::string> words_of(std::string_view text) {
  const PaperText paper = typed_paper(text);
  std::vector<std::string> words;
  std::size_t end = 0;
  for (const NameWord& word : name_words(paper)) {
    EXPECT_LE(end, word.span.begin) << text;
    EXPECT_LE(word.span.end, paper.folded().size());
    end = word.span.end;
    std::string told = word.kind == NameWord::Kind::number ? "#" + word.text : word.text;
    if (word.kind == NameWord::Kind::initial) told += '.';
    words.push_back(word.quoted ? "«" + told + "»" : told);
  }
  return words;
}

TEST(NameWords, InitialsInEveryForm) {
  EXPECT_THAT(words_of("И.И.Петров"), ElementsAre("И.", "И.", "Петров"));
  EXPECT_THAT(words_of("Петров И. И."), ElementsAre("Петров", "И.", "И."));
  EXPECT_THAT(words_of("Петров И.И"), ElementsAre("Петров", "И.", "И."));
  EXPECT_THAT(words_of("Петров H.B."), ElementsAre("Петров", "Н.", "В."));
  EXPECT_THAT(words_of("Петров И.3."), ElementsAre("Петров", "И.", "З."));
  EXPECT_THAT(words_of("И,И. Петров"), ElementsAre("И.", "И.", "Петров"));
}

TEST(NameWords, WhatIsNoInitial) {
  EXPECT_THAT(words_of("г. Сочи"), ElementsAre("г", "Сочи"));
  EXPECT_THAT(words_of("В школе"), ElementsAre("В", "школе"));
  EXPECT_THAT(words_of("3. Иванов"), ElementsAre("#3", "Иванов"));
  EXPECT_THAT(words_of("Я, Иванов"), ElementsAre("Я", "Иванов"));
}

TEST(NameWords, ANumberGluedToAName) {
  EXPECT_THAT(words_of("1Иванов"), ElementsAre("#1", "Иванов"));
  EXPECT_THAT(words_of("1.Иванов"), ElementsAre("#1", "Иванов"));
  EXPECT_THAT(words_of("5А 3D 2-й"), ElementsAre("#5А", "#3D", "#2", "й"));
}

TEST(NameWords, LettersSetApartAreWords) {
  EXPECT_THAT(words_of("К р а в е ц   И в а н"), ElementsAre("Кравец", "Иван"));
  EXPECT_THAT(words_of("Г Р А М О Т А"), ElementsAre("ГРАМОТА"));
  EXPECT_THAT(words_of("5 а и в"), ElementsAre("#5", "а", "и", "в"));
}

TEST(NameWords, AWordDividedAtTheEndOfALine) {
  EXPECT_THAT(words_of("Иван-\nович"), ElementsAre("Иванович"));
  EXPECT_THAT(words_of("Сидорова-\nБелых"), ElementsAre("Сидорова-Белых"));
  EXPECT_THAT(words_of("Сидорова- Белых"), ElementsAre("Сидорова-Белых"));
  EXPECT_THAT(words_of("Сидорова - Белых"), ElementsAre("Сидорова", "Белых"));
}

TEST(NameWords, Quotations) {
  EXPECT_THAT(words_of("«Мир» и «Дом «Луч»» вот"),
              ElementsAre("«Мир»", "и", "«Дом»", "«Луч»", "вот"));
  EXPECT_THAT(words_of("5 «В» класса"), ElementsAre("#5", "«В»", "класса"));
  EXPECT_THAT(words_of("«Звонкие голоса Иванов"), ElementsAre("Звонкие", "голоса", "Иванов"));
  EXPECT_THAT(words_of("голоса» Иванов"), ElementsAre("голоса", "Иванов"));
}

TEST(NameWords, LatinLookalikes) {
  EXPECT_THAT(words_of("KPABEЦ MAKC Wagner"), ElementsAre("КРАВЕЦ", "МАКС", "Wagner"));
}

TEST(NameWords, NothingAndRubbish) {
  EXPECT_TRUE(words_of("").empty());
  EXPECT_TRUE(words_of("— … № !! «»").empty());
}

}  // namespace
}  // namespace fonds
