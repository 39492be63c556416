#include "indexer/query_lexer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace fonds {
namespace {

/// One letter a lexeme: w word, p phrase, & and, | or, ! not, - minus, ~ near, ( ), with its text.
std::string spelled(std::string_view query) {
  std::string all;
  for (const Lexeme& lexeme : lexemes_of(query, 100).list) {
    if (lexeme.kind == Lexeme::Kind::end) break;
    if (!all.empty()) all += ' ';
    if (!lexeme.field.empty()) all += lexeme.field + ":";
    all += "wp&|!-~PS()"[static_cast<std::size_t>(lexeme.kind)];
    const bool sign = lexeme.kind != Lexeme::Kind::word && lexeme.kind != Lexeme::Kind::phrase;
    if (!sign) all += lexeme.text;
  }
  return all;
}

TEST(QueryLexer, TellsWordsPhrasesAndSignsApart) {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"", ""},
      {"  диплом \t победителя\n", "wдиплом wпобедителя"},
      {"\"a b\" «в г» „д е“ “ж з”", "pa b pв г pд е pж з"},
      {"a AND b OR c NOT d", "wa & wb | wc ! wd"},
      {"а И б ИЛИ в НЕ г", "wа & wб | wв ! wг"},
      {"а и б или в не г", "wа wи wб wили wв wне wг"},
      {"а NEAR б РЯДОМ/3 в near NEAR/ NEAR/0", "wа ~ wб ~ wв wnear wNEAR/ wNEAR/0"},
      {"and ANDY ИЛИЙ", "wand wANDY wИЛИЙ"},
      {"-дом", "- wдом"},
      {"--дом", "- - wдом"},
      {"кто-то 02-14", "wкто-то w02-14"},
      {"a - b -", "wa w- wb w-"},
      {"(a (b))", "( wa ( wb ) )"},
      {"дом(сад)дом", "wдом ( wсад ) wдом"},
      {"дипл*", "wдипл*"},
      {"год:2026 ГОД:2026 Year:2026", "год:w2026 ГОД:w2026 Year:w2026"},
      {"текст:\"а б\" текст:«в»", "текст:pа б текст:pв"},
      {"учёт:1 учет:2", "учёт:w1 учет:w2"},
      {"чужое:слово a:b:c", "wчужое:слово wa:b:c"},
      {"год: 2026", "w2026"},
      {"год:год:5", "год:wгод:5"},
      {"год:AND", "год:wAND"},
      {":слово год:", "w:слово"},
      {"\"не закрыта", "wне wзакрыта"},
      {"а\"б", "wа wб"},
      {"«а \"б» в", "pа \"б wв"},
      {"»а", "w»а"},
      {"\u00A0а\u2003б", "wа wб"},
  };
  for (const auto& [query, expected] : cases) EXPECT_EQ(spelled(query), expected) << query;
}

TEST(QueryLexer, SaysThatAQuoteIsOpen) {
  EXPECT_TRUE(lexemes_of("а \"б", 10).open_quote);
  EXPECT_TRUE(lexemes_of("«а", 10).open_quote);
  EXPECT_FALSE(lexemes_of("«а» \"б\"", 10).open_quote);
}

TEST(QueryLexer, StopsAtTheLimitAndSaysSo) {
  std::string query;
  for (int i = 0; i < 11; ++i) query += "a ";
  const Lexemes cut = lexemes_of(query, 10);
  EXPECT_EQ(cut.list.size(), 11U);  // the end is one
  EXPECT_TRUE(cut.cut);
  EXPECT_EQ(cut.list.back().kind, Lexeme::Kind::end);
  EXPECT_FALSE(lexemes_of("a a a  ", 3).cut);
}

}  // namespace
}  // namespace fonds
