#include "indexer/matching.h"

#include <gmock/gmock.h>

#include <set>

namespace fonds {
namespace {

using Xapian::Query;

constexpr MatchLimits kLimits{200, 300, 200, 100};
constexpr Xapian::docid kPapers = 4000;

/// Papers numbered 1 … kPapers: `диплом` in all (`twice` in those whose number ends in 7), `хор` in
/// three of four, `лира` in two of three, `давно` in the first 600, `редко` in number 5; kinds in
/// turn; neighbours in few.
class MatchingTest : public testing::Test {
 protected:
  void SetUp() override {
    for (Xapian::docid id = 1; id <= kPapers; ++id) {
      Xapian::Document paper;
      paper.add_term("диплом", id % 10 == 7 ? 2 : 1);
      if (id % 4 != 0) paper.add_term("хор");
      if (id % 3 != 0) paper.add_term("лира");
      if (id <= 600) paper.add_term("давно");
      if (id == 5) paper.add_term("редко");
      paper.add_posting("первое", id % 100 == 0 ? 10 : 20);
      paper.add_posting("место", 11);
      paper.add_value(static_cast<Xapian::valueno>(Slot::kind), id % 2 == 0 ? "diploma" : "thanks");
      database_.add_document(paper);
    }
  }
  Matched ask(const Query& query, const MatchWanted& wanted = {0, 20}) {
    return matches(database_, query, wanted, kLimits);
  }
  static std::int64_t count_of(const Matched& matched, std::string_view kind) {
    for (const FacetValue& each : matched.facets.at(0).values) {
      if (each.value == kind) return each.count;
    }
    return 0;
  }
  Xapian::WritableDatabase database_{"", Xapian::DB_BACKEND_INMEMORY};
};

MatchWanted page(Xapian::doccount offset, Xapian::doccount limit, bool facets = false) {
  return {offset, limit, HitOrder::relevance, false, facets};
}

TEST_F(MatchingTest, FewMatchesAreAllPutInOrderAndCounted) {
  const Query rare(Query::OP_AND, Query("давно"), Query("редко"));
  const Matched found = ask(rare, page(0, 20, true));
  ASSERT_EQ(found.hits.size(), 1U);
  EXPECT_EQ(found.hits[0].document, 5U);
  EXPECT_EQ(found.total, 1);
  EXPECT_TRUE(found.total_is_exact);
  EXPECT_FALSE(found.newest_first);
  EXPECT_EQ(count_of(found, "thanks"), 1);
}

TEST_F(MatchingTest, OfVeryManyTheBestOfTheNewestComeFirst) {
  const Matched found = ask(Query("диплом"));
  ASSERT_EQ(found.hits.size(), 20U);
  EXPECT_TRUE(found.newest_first);
  for (const Match& hit : found.hits) {
    EXPECT_GE(hit.document, kPapers - 200) << "no new paper";
    EXPECT_EQ(hit.document % 10, 7U) << "not the best of them";
  }
  EXPECT_DOUBLE_EQ(found.hits[0].weight, found.best);
}

TEST_F(MatchingTest, TheTotalOfOneWordIsKnownOtherwiseItIsEstimated) {
  const Matched one = ask(Query("диплом"));
  EXPECT_EQ(one.total, kPapers);
  EXPECT_TRUE(one.total_is_exact);
  const Matched two = ask(Query(Query::OP_AND, Query("лира"), Query("хор")));
  EXPECT_NEAR(static_cast<double>(two.total), kPapers * 0.5, kPapers * 0.1);
  EXPECT_FALSE(two.total_is_exact);
}

TEST_F(MatchingTest, FacetsOfVeryManyAreCountedEvenlyNotOfTheNewest) {
  const Query query(Query::OP_AND_MAYBE, Query("диплом"), Query("давно"));
  for (Xapian::docid id = kPapers - 299; id <= kPapers; ++id) {
    Xapian::Document paper = database_.get_document(id);
    paper.add_value(static_cast<Xapian::valueno>(Slot::kind), "journal");
    database_.replace_document(id, paper);
  }
  const Matched found = ask(query, page(0, 20, true));
  EXPECT_FALSE(found.facets.at(0).is_exact);
  EXPECT_NEAR(static_cast<double>(count_of(found, "diploma")), 1850, 500);
  EXPECT_NEAR(static_cast<double>(count_of(found, "thanks")), 1850, 500);
  EXPECT_LT(count_of(found, "journal"), 800);
}

TEST_F(MatchingTest, PagesBehindEachOtherShowEveryPaperOnce) {
  std::multiset<Xapian::docid> seen;
  constexpr Xapian::doccount kPage = 130;
  for (Xapian::doccount offset = 0; offset < kPapers; offset += kPage) {
    for (const Match& hit : ask(Query("диплом"), page(offset, kPage)).hits) {
      seen.insert(hit.document);
    }
  }
  EXPECT_EQ(seen.size(), kPapers);
  EXPECT_EQ(std::set<Xapian::docid>(seen.begin(), seen.end()).size(), kPapers);
  EXPECT_TRUE(ask(Query("диплом"), page(kPapers, kPage)).hits.empty());
}

TEST_F(MatchingTest, WhatOnlyOldPapersHaveIsFoundAmongThem) {
  const Matched found = ask(Query("давно"), page(0, 5, true));
  ASSERT_EQ(found.hits.size(), 5U);
  for (const Match& hit : found.hits) EXPECT_LE(hit.document, 600U);
  EXPECT_EQ(found.total, 600);
  EXPECT_FALSE(found.newest_first);
}

TEST_F(MatchingTest, ANeighbourhoodThatFewHaveIsCountedExactly) {
  const std::vector<std::string> words{"первое", "место"};
  const Matched found = ask(Query(Query::OP_PHRASE, words.begin(), words.end()));
  EXPECT_EQ(found.total, 40);
  EXPECT_TRUE(found.total_is_exact);
  EXPECT_FALSE(found.newest_first);
}

TEST_F(MatchingTest, ARareWordOutweighsNewnessWhereNotAllWordsAreWanted) {
  MatchWanted wanted = page(0, 3);
  wanted.when_broad = WhenBroad::best_of_all;
  const Matched found = ask(Query(Query::OP_OR, Query("диплом"), Query("редко")), wanted);
  ASSERT_EQ(found.hits.size(), 3U);
  EXPECT_EQ(found.hits[0].document, 5U);
  EXPECT_FALSE(found.newest_first);
}

TEST_F(MatchingTest, NumbersNoDocumentHasAreNoHits) {
  for (Xapian::docid id = 3; id <= kPapers; id += 3) database_.delete_document(id);
  std::set<Xapian::docid> seen;
  const Query others(Query::OP_AND_NOT, Query::MatchAll, Query("редко"));
  for (const Query& query : {Query::MatchAll, others}) {
    seen.clear();
    for (Xapian::doccount offset = 0; offset < kPapers; offset += 500) {
      for (const Match& hit : ask(query, page(offset, 500, true)).hits) seen.insert(hit.document);
    }
    EXPECT_EQ(seen.size(), database_.get_doccount() - (seen.count(5) == 0 ? 1 : 0));
    for (const Xapian::docid id : seen) EXPECT_NE(id % 3, 0U);
  }
}

TEST_F(MatchingTest, AnOrderByDaysIsOfAllOfThem) {
  MatchWanted wanted = page(0, 3, true);
  wanted.order = HitOrder::date;
  Xapian::Document first = database_.get_document(9);
  first.add_value(static_cast<Xapian::valueno>(Slot::first_day), "1");
  database_.replace_document(9, first);
  const Matched found = ask(Query("диплом"), wanted);
  ASSERT_FALSE(found.hits.empty());
  EXPECT_EQ(found.hits[0].document, 9U);
  EXPECT_FALSE(found.newest_first);
}

}  // namespace
}  // namespace fonds
