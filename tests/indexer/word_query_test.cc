#include "indexer/word_query.h"

#include <gmock/gmock.h>

#include "indexer/index_fixture.h"
#include "indexer/vocabulary_in_memory.h"

namespace fonds {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

class WordQueryTest : public IndexFixture {
 protected:
  Xapian::Query words(const std::string& typed, Tolerance tolerance = Tolerance::of_unknown_words) {
    findings = {};
    return WordQueries(vocabulary, stems, short_names, tolerance, findings).words(typed);
  }
  const ValueWords values;
  VocabularyInMemory vocabulary;
  Stems stems;
  const ShortNames& short_names = ShortNames::shipped();
  QueryFindings findings;
};

TEST_F(WordQueryTest, AnUnknownWordIsSearchedAsThoseItMayStandForAndSaysSo) {
  vocabulary.unknown = {"кравиц", "rhfdbw"};
  vocabulary.similar["кравиц"] = {{"кравец", 0.5F}, {"кравцов", 1}};
  const std::string query = words("Кравиц").get_description();
  EXPECT_THAT(query, HasSubstr("XUкравец"));
  EXPECT_THAT(query, HasSubstr("XUкравцов"));
  EXPECT_THAT(findings.notice, HasSubstr("кравец, кравцов"));
}

TEST_F(WordQueryTest, AKnownWordIsSearchedAsOthersOnlyWhenAskedTo) {
  vocabulary.similar["кравец"] = {{"кравцов", 1}};
  EXPECT_EQ(words("кравец").get_description().find("кравцов"), std::string::npos);
  EXPECT_EQ(vocabulary.asked_for_others, 0);
  const std::string tolerant = words("кравец", Tolerance::of_all_words).get_description();
  EXPECT_THAT(tolerant, HasSubstr("XUкравец"));
  EXPECT_THAT(tolerant, HasSubstr("XUкравцов"));
}

TEST_F(WordQueryTest, LooksUpOthersForSoManyWordsOnly) {
  std::string typed;
  for (char c = 'a'; c <= 'z'; ++c) {
    const std::string word = std::string("слово") + c;
    vocabulary.unknown.insert(word);
    typed += word + "-";
  }
  words(typed);
  EXPECT_LE(vocabulary.asked_for_others, 12);
}

TEST_F(WordQueryTest, LooksUpOthersForSoManyNamesOnly) {
  std::string names;
  QueryParser parser(values);
  for (char c = 'a'; c <= 'z'; ++c) {
    const std::string name = std::string("фамилия") + c;
    vocabulary.unknown.insert(name);
    names += name + ' ';
  }
  (void)parser.parse("ученик:\"" + names + '"', vocabulary);
  EXPECT_GT(vocabulary.asked_for_others, 0);
  EXPECT_LE(vocabulary.asked_for_others, kMostLookedUp);
}

TEST_F(WordQueryTest, AMisspeltWordOfAPhraseIsSearchedAsThoseItMayStandForAndSaysSo) {
  vocabulary.unknown = {"копель", "весеняя", "бгв"};
  vocabulary.similar["копель"] = {{"капель", 0.5F}, {"купель", 1}, {"капели", 1}, {"кошель", 2}};
  vocabulary.similar["весеняя"] = {{"весенняя", 0.5F}};
  const auto phrase = [&](const std::string& text) {
    findings = {};
    WordQueries queries(vocabulary, stems, short_names, Tolerance::of_unknown_words, findings);
    const std::string said = queries.phrase(text).get_description();
    return said;
  };

  EXPECT_THAT(phrase("весеняя копель"), HasSubstr("капель"));
  EXPECT_THAT(findings.wanted.phrases,
              testing::ElementsAre(testing::ElementsAre("весенняя", "капель"),
                                   testing::ElementsAre("весенняя", "купель"),
                                   testing::ElementsAre("весенняя", "капели")));
  EXPECT_THAT(findings.notice, HasSubstr("капель, купель, капели"));
  // What papers have is taken at its word, and so is what nothing is near to.
  phrase("весенняя капель");
  EXPECT_EQ(findings.notice, "");
  phrase("бгв копель");
  EXPECT_THAT(findings.wanted.phrases.front(), testing::ElementsAre("бгв", "капель"));
}

TEST_F(WordQueryTest, AMisspeltPhraseStaysSmall) {
  std::string text;
  for (char c = 'a'; c <= 'z'; ++c) {
    const std::string word = std::string("слово") + c;
    vocabulary.unknown.insert(word);
    for (char d = 'a'; d <= 'f'; ++d) vocabulary.similar[word].push_back({word + d, 1});
    text += word + " ";
  }
  findings = {};
  WordQueries queries(vocabulary, stems, short_names, Tolerance::of_unknown_words, findings);
  queries.phrase(text);
  EXPECT_LE(vocabulary.asked_for_others, kMostLookedUp);
  EXPECT_LE(findings.wanted.phrases.size(), 9U);
}

TEST_F(WordQueryTest, TheOtherKeyboardLayoutIsMeantOnlyWhenPapersHaveThat) {
  vocabulary.unknown = {"bdfyjdf"};
  EXPECT_THAT(words("bdfyjdf").get_description(), HasSubstr("иванова"));
  EXPECT_THAT(findings.notice, HasSubstr("иванова"));
  vocabulary.unknown = {"bdfyjdf", "иванова"};
  EXPECT_EQ(words("bdfyjdf").get_description().find("иванов"), std::string::npos);
  vocabulary.unknown = {"jylfhtyrj"};  // the comma is a letter of the other layout
  EXPECT_THAT(words(",jylfhtyrj").get_description(), HasSubstr("бондаренко"));
  vocabulary.unknown = {};
  EXPECT_THAT(words("python").get_description(), HasSubstr("python"));
}

TEST_F(WordQueryTest, AShortNameMeansTheNamesInFullToo) {
  const std::string query = words("Сашу").get_description();
  EXPECT_THAT(query, HasSubstr("XUалександра"));
  EXPECT_THAT(query, HasSubstr("Zсаш"));
}

TEST_F(WordQueryTest, ADayIsThatOfThePaperTooAndAnIndexThatOfTheCase) {
  EXPECT_THAT(words("24.12.2022").get_description(), HasSubstr("VALUE_GE 5 20221224"));
  EXPECT_THAT(words("02.07").get_description(), HasSubstr("XD02-07"));
}

TEST_F(WordQueryTest, InitialsStandInTheirOrder) {
  index({{"Директор Т. И. Кравец"}, {"Кравец И. Т."}, {"Кравец, список: т и"}});
  EXPECT_EQ(found("Кравец Т.И."), (Ids{1}));
  EXPECT_EQ(found("И.Т. Кравец"), (Ids{2}));
}

TEST_F(WordQueryTest, NearFindsWordsInAnyFormWithinADistance) {
  index({{"диплом вручается победителю конкурса чтецов"},
         {"дипломы для тех, кто на этой неделе и на прошлой неделе, и раньше, и ещё раньше "
          "стали победителями"},
         {"победитель получает диплом"}});
  EXPECT_EQ(found("диплом NEAR победитель"), (Ids{1, 3}));
  EXPECT_EQ(found("диплом РЯДОМ/2 победитель"), (Ids{1, 3}));
  EXPECT_EQ(found("диплом NEAR/30 победитель"), (Ids{1, 2, 3}));
  EXPECT_EQ(found("NEAR"), Ids{}) << "alone it is a word";
}

}  // namespace
}  // namespace fonds
