#include "indexer/query_parser.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <random>

#include "base/pattern.h"
#include "base/text.h"
#include "indexer/vocabulary_in_memory.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

ParsedQuery parse(std::string_view query) {
  static const ValueWords words = ValueWords::shipped();
  QueryParser parser(words);
  VocabularyInMemory vocabulary;
  return parser.parse(query, vocabulary);
}

/// `text` with every match replaced by its group; by nothing when that is 0.
std::string without(const std::string& text, const Pattern& pattern, std::size_t group) {
  std::string kept;
  std::size_t at = 0;
  for (const PatternMatch& match : pattern.find_all(PatternText(text))) {
    kept += text.substr(at, match.whole.begin - at);
    if (group > 0) kept += match.groups.at(group)->of(text);
    at = match.whole.end;
  }
  return kept + text.substr(at);
}

/// The query as Xapian describes it, without "Query()" and where else words are looked for; that
/// has tests of its own.
std::string meaning(std::string_view query) {
  static const Pattern elsewhere(R"( OR XU[^ ()]+)");
  static const Pattern alone(R"(\((Z[^ ()]+)\))");
  const std::string text = parse(query).query.get_description();
  std::string plain = without(text.substr(6, text.size() - 7), elsewhere, 0);
  return without(plain, alone, 1);
}

TEST(QueryParser, UnderstandsWhatIsWellFormed) {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"дом", "Zдом"},
      {"Дом сад", "(Zдом AND Zсад)"},
      {"дом AND сад", "(Zдом AND Zсад)"},
      {"дом И сад", "(Zдом AND Zсад)"},
      {"дом OR сад", "(Zдом OR Zсад)"},
      {"дом ИЛИ сад лес", "(Zдом OR (Zсад AND Zлес))"},
      {"(дом ИЛИ сад) лес", "((Zдом OR Zсад) AND Zлес)"},
      {"дом NOT сад", "(Zдом AND_NOT Zсад)"},
      {"дом И НЕ сад", "(Zдом AND_NOT Zсад)"},
      {"дом -сад -лес", "(Zдом AND_NOT (Zсад OR Zлес))"},
      {"-сад", "(<alldocuments> AND_NOT Zсад)"},
      {"НЕ НЕ сад", "Zсад"},
      {"«дом сад»", "(дом PHRASE 2 сад)"},
      {"\"Дома\"", "дома"},
      {"42", "(42 OR XA42 OR (64 * XN42 OR 16 * XNC42 OR 4 * XNL42))"},
      {"02-14",
       "((02-14 OR XA02-14 OR (64 * XN02-14 OR 16 * XNC02-14 OR 4 * XNL0214 OR (XNP02 AND XNP14))) "
       "OR XD02-14 OR XW02 14)"},
      {"«дом в саду»", "((дом PHRASE 3 в PHRASE 3 саду) FILTER (XWдом в AND XWв саду))"},
      {"ид:7", "Q7"},
      {"учёт:2026-000001", "XA2026-000001"},
      {"год:2026", "Y2026"},
      {"год:2020..2026", "(VALUE_GE 3 2020 AND VALUE_LE 2 2026)"},
      {"год:2020..", "VALUE_GE 3 2020"},
      {"год:..2026", "VALUE_LE 2 2026"},
      {"текст:дом", "Zдом"},
      {"дом*", "(дом1 OR дом2)"},
      {"кто-то", "(Zкто AND Zто)"},
  };
  for (const auto& [query, expected] : cases) {
    EXPECT_EQ(meaning(query), expected) << query;
    EXPECT_EQ(parse(query).notice, "") << query;
  }
}

TEST(QueryParser, TakesWhatItCanNotUnderstandForWordsAndSaysSo) {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"OR", "Zor"},
      {"AND", "Zand"},
      {"NOT", "Znot"},
      {"ИЛИ дом", "(Zил AND Zдом)"},
      {"дом ИЛИ", "(Zдом AND Zил)"},
      {"дом AND", "(Zдом AND Zand)"},
      {"AND дом", "(Zand AND Zдом)"},
      {"дом AND OR сад", ""},
      {"дом OR OR сад", ""},
      {"дом НЕ", ""},
      {"дом ( сад", "(Zдом AND Zсад)"},
      {"дом ) сад", "(Zдом AND Zсад)"},
      {"(дом", "Zдом"},
      {"дом)", "Zдом"},
      {")(", ""},
      {"\"дом сад", "(Zдом AND Zсад)"},
      {"дом \"", "Zдом"},
      {"«дом", "Zдом"},
      {"год:вчера", "(Zгод AND Zвчер)"},
      {"год:20261", ""},
      {"год:2026..вчера", ""},
      {"год:..", "Zгод"},
      {"д*", "Zд"},
      {"мно*", "(мно1 OR мно2)"},
  };
  for (const auto& [query, expected] : cases) {
    const ParsedQuery parsed = parse(query);
    EXPECT_NE(parsed.notice, "") << query;
    if (expected.empty()) continue;
    EXPECT_EQ(meaning(query), expected) << query;
  }
}

TEST(QueryParser, FindsNothingToLookForInSignsAlone) {
  for (const char* query :
       {"", " ", "()", "(())", "\"\"", "« »", "-", "- -", "*", "…", ":", "№", "год:"}) {
    EXPECT_TRUE(parse(query).query.empty()) << query;
  }
}

TEST(QueryParser, MarksWhatIsWantedAndNothingOfWhatIsExcluded) {
  const WantedWords wanted =
      parse("дома 42 «белый сад» про* -лес НЕ (река гора) \"слово\" ид:5").wanted;
  EXPECT_THAT(wanted.stems, ElementsAre("дом"));
  EXPECT_THAT(wanted.exact, ElementsAre("42", "слово"));
  EXPECT_THAT(wanted.beginnings, ElementsAre("про"));
  EXPECT_THAT(wanted.phrases, ElementsAre(ElementsAre("белый", "сад")));
}

TEST(QueryParser, OffersSomeOfTheWordsOnlyForPlainWords) {
  EXPECT_FALSE(parse("дом сад").any_word.empty());
  EXPECT_FALSE(parse("дом 42").any_word.empty());
  for (const char* query : {"дом", "дом ИЛИ сад", "дом -сад", "«дом сад» лес", "(дом) сад",
                            "дом про*", "дом год:2026"}) {
    EXPECT_TRUE(parse(query).any_word.empty()) << query;
  }
}

TEST(QueryParser, IsBoundedInLengthWordsAndDepth) {
  const auto start = std::chrono::steady_clock::now();
  std::vector<std::string> queries(9);
  for (int i = 0; i < 1'000'000; ++i) queries[0] += 'a';
  for (int i = 0; i < 10'000; ++i) {
    queries[1] += "слово" + std::to_string(i) + " ";
    queries[2] += '(';
    queries[3] += "-";
    queries[4] += "NOT ";
    queries[5] += "\"";
    queries[6] += "a OR (";
    queries[7] += "1-";
    queries[8] += "«";
  }
  for (std::string& query : queries) {
    for (const char* tail : {"", "дом", " \"дом"}) {
      const ParsedQuery parsed = parse(query + tail);
      EXPECT_LE(parsed.query.get_length(), 112U * kMostQueryWords);
    }
  }
  EXPECT_NE(parse(queries[0]).notice, "");
  EXPECT_NE(parse(queries[1]).notice, "");
  EXPECT_NE(parse(queries[2] + "дом").notice, "");
  EXPECT_LE(parse("\"" + queries[1].substr(0, 8000) + "\"").query.get_length(), kMostPhraseWords);
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(10));
}

TEST(QueryParser, TakesAnyBytes) {
  std::mt19937 random(5);
  for (int round = 0; round < 3000; ++round) {
    std::string query;
    for (unsigned i = random() % 40; i > 0; --i) query += static_cast<char>(random() % 256);
    ASSERT_TRUE(is_valid_utf8(parse(query).notice));
  }
}

}  // namespace
}  // namespace fonds
