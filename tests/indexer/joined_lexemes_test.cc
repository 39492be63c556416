#include "indexer/joined_lexemes.h"

#include <gtest/gtest.h>

namespace fonds {
namespace {

/// "word|person:Кравец Т И|…": the lexemes of a query after joining.
std::string joined_as(std::string_view query) {
  std::string text;
  for (const Lexeme& lexeme : joined_lexemes(lexemes_of(query, 100).list)) {
    if (lexeme.kind == Lexeme::Kind::end) break;
    if (!text.empty()) text += '|';
    if (lexeme.kind == Lexeme::Kind::person) text += "person:";
    if (lexeme.kind == Lexeme::Kind::series) text += "series:";
    if (!lexeme.field.empty()) text += lexeme.field + (lexeme.loosely ? "~" : ":");
    text += lexeme.text;
  }
  return text;
}

TEST(JoinedLexemes, ASurnameWithInitialsIsAPerson) {
  for (const char* query :
       {"Кравец Т.И.", "Т.И. Кравец", "Кравец Т. И.", "Т. И. Кравец", "Кравец Т.И"}) {
    EXPECT_EQ(joined_as(query), "person:кравец т и") << query;
  }
  EXPECT_EQ(joined_as("Кравец Т."), "person:кравец т");
  EXPECT_EQ(joined_as("кравец т.и. диплом"), "person:кравец т и|диплом");
}

TEST(JoinedLexemes, OtherFullStopsAreNoInitials) {
  EXPECT_EQ(joined_as("г. Сочи"), "г.|Сочи");
  EXPECT_EQ(joined_as("ст. Крыловка"), "ст.|Крыловка");
  EXPECT_EQ(joined_as("Кравец"), "Кравец");
  EXPECT_EQ(joined_as("А Б"), "А|Б");
  EXPECT_EQ(joined_as("5.6 Кравец"), "5.6|Кравец");
}

TEST(JoinedLexemes, TheWordForACaseNamesItsField) {
  EXPECT_EQ(joined_as("дело № 02-05"), "case~02-05");
  EXPECT_EQ(joined_as("Дело 02-05 диплом"), "case~02-05|диплом");
  EXPECT_EQ(joined_as("дело техники"), "дело|техники");
  EXPECT_EQ(joined_as("дело:02-05"), "дело:02-05");
}

TEST(JoinedLexemes, ASeriesBelongsToItsNumber) {
  EXPECT_EQ(joined_as("ДО 004289"), "series:ДО 004289");
  EXPECT_EQ(joined_as("ДО № 004289"), "series:ДО 004289");
  EXPECT_EQ(joined_as("протокол № 10"), "протокол|№|10");
  EXPECT_EQ(joined_as("ст. 12"), "ст.|12");
}

}  // namespace
}  // namespace fonds
