#include "indexer/snippet.h"

#include <gmock/gmock.h>

#include <gtest/gtest.h>
#include "indexer/vocabulary_in_memory.h"

#include <random>

#include "base/text.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Snippet snippet_of(const std::string& query, const std::string& text,
                   const std::vector<int>& pages = {1}, int length = 240) {
  static const ValueWords words;
  QueryParser parser(words);
  VocabularyInMemory vocabulary;
  const ParsedQuery parsed = parser.parse(query, vocabulary);
  return Snippets(parsed.wanted).of(text, pages, length);
}

std::vector<std::string> marked(const Snippet& snippet) {
  std::vector<std::string> words;
  for (const Snippet::Mark& mark : snippet.marks) {
    words.push_back(snippet.text.substr(mark.begin, mark.end - mark.begin));
  }
  return words;
}

std::string filler(int words) {
  std::string text;
  for (int i = 0; i < words; ++i) text += "прочее ";
  return text;
}

TEST(Snippets, MarkEveryFormOfAWordAndNothingElse) {
  const Snippet snippet = snippet_of("диплом ёлка", "Диплому, дипломат\nЕЛКИ  и дипломы");
  EXPECT_EQ(snippet.text, "Диплому, дипломат ЕЛКИ и дипломы");
  EXPECT_THAT(marked(snippet), ElementsAre("Диплому", "ЕЛКИ", "дипломы"));
}

TEST(Snippets, AllMarksOfAPageAreItsOwnBytesAndDoNotOverlap) {
  static const ValueWords words;
  QueryParser parser(words);
  VocabularyInMemory vocabulary;
  const ParsedQuery parsed = parser.parse("«белый дом» А-1312/99 про*", vocabulary);
  const std::string page = "Белый\nдом, дом. № А-1312/99, прочее";
  std::vector<std::string> found;
  std::size_t last = 0;
  for (const Snippet::Mark& mark : Snippets(parsed.wanted).marks_in(page)) {
    EXPECT_GE(mark.begin, last);
    last = mark.end;
    found.push_back(page.substr(mark.begin, mark.end - mark.begin));
  }
  EXPECT_THAT(found, ElementsAre("Белый", "дом", "А-1312/99", "прочее"));
}

TEST(Snippets, MarkPhrasesOnlyWhereTheyStand) {
  EXPECT_THAT(marked(snippet_of("«белый дом»", "дом белый, Белый\nДом")),
              ElementsAre("Белый", "Дом"));
}

TEST(Snippets, MarkNumbersBeginningsAndRunsOnce) {
  EXPECT_THAT(marked(snippet_of("А-1312/99", "№ А-1312/99 и А 1312 99")),
              ElementsAre("А-1312/99", "А", "1312", "99"));
  EXPECT_THAT(marked(snippet_of("про*", "Прочее, напротив")), ElementsAre("Прочее"));
}

TEST(Snippets, MarkAWordDividedAtTheEndOfALine) {
  EXPECT_THAT(marked(snippet_of("диплом", "вот дип-\nлом лауреата")), ElementsAre("дип- лом"));
}

TEST(Snippets, ShowTheWindowWithMostDifferentWords) {
  const std::string text =
      "дом " + filler(100) + "дом дом дом " + filler(100) + "дом и сад " + filler(100);
  const Snippet snippet = snippet_of("дом сад", text, {1}, 100);
  EXPECT_THAT(marked(snippet), ElementsAre("дом", "сад"));
  EXPECT_LE(count_characters(snippet.text), 100U);
  EXPECT_GE(count_characters(snippet.text), 60U);
}

TEST(Snippets, ChooseThePageThatShowsMost) {
  const std::string text = "обложка\fдом\fпусто\fсад дом\fсад";
  const Snippet snippet = snippet_of("дом сад", text, {2, 4, 5});
  EXPECT_EQ(snippet.page, 4);
  EXPECT_EQ(snippet.text, "сад дом");
}

TEST(Snippets, BeginAtTheBeginningWhenNothingIsMarked) {
  EXPECT_EQ(snippet_of("ид:1", "  начало\n\nтекста", {}).text, "начало текста");
  EXPECT_EQ(snippet_of("дом", "", {3}).text, "");
  EXPECT_THAT(snippet_of("дом", "сад", {1, 9, -4}).marks, IsEmpty());
}

TEST(Snippets, LeaveMarkupAndControlCharactersHarmless) {
  const Snippet snippet = snippet_of("дом", "<b>дом</b>\x1B[31m\x07 & \"сад\"");
  EXPECT_EQ(snippet.text.find('\x1B'), std::string::npos);
  EXPECT_THAT(marked(snippet), ElementsAre("дом"));
}

TEST(Snippets, AreValidOrderedAndShortForAnyTextAndLength) {
  std::mt19937 random(23);
  const std::vector<std::string> pieces{"дом",   "сад",  "белый дом", " ",
                                        " ",     "\n",   "-\n",       "\f",
                                        "\xFF",  "\xD0", "𝔄",         "<b>",
                                        "42-17", "ё",    "\u0301",    "é",
                                        "漢字",  "\t",   "\u00AD",    "щщщщщщщщщщщщщщщщщщщщщщ"};
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (unsigned i = random() % 60; i > 0; --i) text += pieces[random() % pieces.size()];
    const int length = static_cast<int>(random() % 120) - 20;
    const Snippet snippet = snippet_of("дом сад «белый дом» 42-17 щ*", text, {1, 2, 3}, length);
    ASSERT_TRUE(is_valid_utf8(snippet.text)) << text;
    std::size_t last = 0;
    for (const Snippet::Mark& mark : snippet.marks) {
      ASSERT_LE(last, mark.begin) << text;
      ASSERT_LT(mark.begin, mark.end) << text;
      ASSERT_LE(mark.end, snippet.text.size()) << text;
      ASSERT_TRUE(is_valid_utf8(snippet.text.substr(mark.begin, mark.end - mark.begin))) << text;
      last = mark.end;
    }
    ASSERT_LE(count_characters(snippet.text),
              static_cast<std::size_t>(std::clamp(length, 20, 10'000)) + 60)
        << text;
  }
}

}  // namespace
}  // namespace fonds
