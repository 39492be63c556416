#include "indexer/word_pairs.h"

#include <gmock/gmock.h>

#include <random>

#include "indexer/fields.h"
#include "indexer/index_fixture.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(WordPairs, AreThoseWithAFrequentWordOrOfShortNumbers) {
  const std::string prefix(entry_of(FieldId::pair).prefix);
  EXPECT_EQ(pair_term("в", "школе"), prefix + "в школе");
  EXPECT_EQ(pair_term("школа", "и"), prefix + "школа и");
  EXPECT_EQ(pair_term("02", "05"), prefix + "02 05");
  EXPECT_THAT(pair_term("02", "школа"), IsEmpty());
  EXPECT_THAT(pair_term("004289", "05"), IsEmpty()) << "rare enough by itself";
  EXPECT_THAT(pair_term("школа", "искусств"), IsEmpty());
  EXPECT_THAT(pair_term("в", std::string(500, 'a')), IsEmpty()) << "longer than a term may be";
}

TEST(WordPairs, AreFoundBetweenNeighboursOnly) {
  WordPairs pairs;
  std::vector<std::string> found;
  const auto add = [&](const char* word, std::uint32_t place) {
    pairs.add(word, place, [&](const std::string& term) {
      found.push_back(term.substr(entry_of(FieldId::pair).prefix.size()));
    });
  };
  add("в", 1);
  add("2-й", 2);  // a run and its words stand at one place
  add("2", 2);
  add("и", 3);
  add("школе", 5);
  EXPECT_THAT(found, ElementsAre("в 2-й", "в 2", "2-й и", "2 и"));
}

class WordPairsInAnIndex : public IndexFixture {};

/// However the words are joined.
std::string apart(std::string text) {
  std::replace(text.begin(), text.end(), '-', ' ');
  return ' ' + text;
}

/// The promise: a phrase finds what it would find word by word.
TEST_F(WordPairsInAnIndex, PhrasesFindWhatStandsSo) {
  const std::vector<std::string> words{"в",   "и",  "на",    "школа", "конкурс",
                                       "2-й", "не", "02-05", "05",    "02"};
  std::mt19937 random(5);
  std::vector<std::vector<std::string>> papers;
  for (int i = 0; i < 60; ++i) {
    std::vector<std::string> pages(1 + random() % 2);
    for (std::string& page : pages) {
      for (int w = 0; w < 7; ++w) page += words[random() % words.size()] + ' ';
    }
    papers.push_back(std::move(pages));
  }
  index(papers);
  std::size_t hits = 0;
  for (int q = 0; q < 120; ++q) {
    std::string phrase;
    for (std::size_t w = 2 + random() % 2; w > 0; --w) {
      phrase += words[random() % words.size()] + ' ';
    }
    Ids expected;
    for (std::size_t i = 0; i < papers.size(); ++i) {
      const bool there = std::any_of(papers[i].begin(), papers[i].end(), [&](const auto& page) {
        return apart(page).find(apart(phrase)) != std::string::npos;
      });
      if (there) expected.push_back(static_cast<std::int64_t>(i) + 1);
    }
    phrase.pop_back();
    SearchRequest request;
    request.query = '"' + phrase + '"';
    request.limit = 100;
    Ids ids;
    for (const SearchHit& hit : searcher.search(request, Visible::everything()).hits) {
      ids.push_back(hit.document.value);
    }
    std::sort(ids.begin(), ids.end());
    EXPECT_EQ(ids, expected) << phrase;
    hits += ids.size();
  }
  EXPECT_GT(hits, 100U);
}

TEST_F(WordPairsInAnIndex, ReachNoFurtherThanThePage) {
  index({{"занятия в", "школе"}, {"занятия в школе"}});
  EXPECT_EQ(found("\"в школе\""), (Ids{2}));
  EXPECT_EQ(found("\"школе в\""), (Ids{}));
}

}  // namespace
}  // namespace fonds
