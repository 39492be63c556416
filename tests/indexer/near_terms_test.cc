#include "indexer/near_terms.h"

#include <gtest/gtest.h>

#include <random>
#include <set>

namespace fonds {
namespace {

class NearTermsTest : public testing::Test {
 protected:
  void hold(const std::vector<std::string>& terms) {
    for (const std::string& term : terms) {
      Xapian::Document document;
      document.add_term(term);
      database.add_document(document);
    }
    database.commit();
  }
  std::vector<std::string> near(std::string_view word, float limit = 1, std::size_t most = 100,
                                std::string_view prefix = "") {
    std::vector<std::string> words;
    for (const NearTerm& each : near_terms(database, prefix, word, costs, limit, most)) {
      words.push_back(each.word);
    }
    return words;
  }
  Xapian::WritableDatabase database{"", Xapian::DB_BACKEND_INMEMORY};
  OcrCosts ocr = OcrCosts::shipped();
  MistakeCosts costs{ocr};
};

using Words = std::vector<std::string>;

TEST_F(NearTermsTest, FindsALetterChangedLostAddedOrExchanged) {
  hold({"мельник", "коваленко", "филиппов", "горшков"});

  EXPECT_EQ(near("мельнк"), Words{"мельник"});
  EXPECT_EQ(near("мельниик"), Words{"мельник"});
  EXPECT_EQ(near("мельнак"), Words{"мельник"});
  EXPECT_EQ(near("мелньик"), Words{"мельник"});
  EXPECT_EQ(near("фиилппов"), Words{"филиппов"});
  EXPECT_TRUE(near("мельаак").empty()) << "two letters";
  EXPECT_TRUE(near("мельник").empty()) << "the word itself is none";
}

TEST_F(NearTermsTest, WhatIsEasilyConfusedIsNearer) {
  hold({"шукин", "жукин"});
  EXPECT_EQ(near("щукин", 1.3F).front(), "шукин") << "recognisers take щ for ш";
  hold({"диплон", "диплоэ"});
  EXPECT_EQ(near("диплом", 1).front(), "диплон");
}

TEST_F(NearTermsTest, AMistakeAtTheStartIsDearer) {
  hold({"анна"});
  EXPECT_TRUE(near("онна", 0.6F).empty());
  EXPECT_EQ(near("анно", 1), Words{"анна"});
}

TEST_F(NearTermsTest, LooksOnlyAtTermsWithThePrefix) {
  hold({"XUкравец", "Zкравец", "кравец"});
  EXPECT_EQ(near("кравиц", 1, 100, "XU"), Words{"кравец"});
  EXPECT_EQ(near("кравиц"), Words{"кравец"}) << "terms of fields are no words";
  EXPECT_EQ(near("zкравец", 2).size(), 1U);
}

TEST_F(NearTermsTest, GivesTheNearestThenTheMostFrequentAndNoMoreThanWanted) {
  hold({"дома", "доме", "доме", "домик"});
  EXPECT_EQ(near("дому", 1, 1), Words{"доме"});
  EXPECT_EQ(near("дому", 1).size(), 2U);
}

/// The same by comparing with every term.
TEST_F(NearTermsTest, FindsWhatComparingWithEveryTermFinds) {
  std::mt19937 random(7);
  const std::vector<std::string> letters{"а", "б", "в", "г"};
  const auto word = [&] {
    std::string made;
    for (unsigned i = 3 + random() % 4; i > 0; --i) made += letters[random() % letters.size()];
    return made;
  };
  Words held;
  for (int i = 0; i < 300; ++i) held.push_back(word());
  hold(held);
  for (int round = 0; round < 100; ++round) {
    const std::string typed = word();
    // One term at a time can not be leapt over.
    std::set<std::string> expected;
    for (const std::string& each : held) {
      Xapian::WritableDatabase alone{"", Xapian::DB_BACKEND_INMEMORY};
      Xapian::Document document;
      document.add_term(each);
      alone.add_document(document);
      if (!near_terms(alone, "", typed, costs, 1.8F, 1).empty()) expected.insert(each);
    }
    const Words found = near(typed, 1.8F, 1000);
    EXPECT_EQ(std::set<std::string>(found.begin(), found.end()), expected) << typed;
  }
}

TEST(AllowedCost, ShortWordsMustBeRight) {
  EXPECT_EQ(allowed_cost(3), 0);
  EXPECT_GT(allowed_cost(4), 0);
  EXPECT_GT(allowed_cost(9), allowed_cost(5));
}

}  // namespace
}  // namespace fonds
