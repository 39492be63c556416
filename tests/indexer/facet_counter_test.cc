#include "indexer/facet_counter.h"

#include <gmock/gmock.h>

#include "indexer/index_fixture.h"

namespace fonds {
namespace {

using testing::ElementsAre;

class FacetTest : public IndexFixture {
 protected:
  void serve() {
    const int generation = generations.begin_rebuild();
    IndexWriter writer(generations.folder_of(generation));
    const auto put = [&](std::int64_t id, const char* kind, const char* date, const char* number,
                         const char* reader) {
      IndexedDocument document = paper(id, {"диплом"});
      document.card.kind = kind;
      document.card.date = date_span_from(date);
      if (*number != '\0') document.card.numbers = {number};
      document.readers = {reader};
      add(writer, document);
    };
    put(1, "diploma", "2024-05-15", "10", "Маска");
    put(2, "diploma", "2023-05-15", "9", "Лира");
    put(3, "certificate", "2024-01-01", "", "Маска");
    put(4, "", "", "100", "Маска");
    writer.commit(EntryNumber{1});
    generations.serve(generation);
  }
  SearchResult ask(SearchRequest request, const Visible& visible = Visible::everything()) {
    request.query = "диплом";
    return searcher.search(request, visible);
  }
  static std::string counts(const SearchResult& result, std::string_view field) {
    std::string text;
    for (const Facet& facet : result.facets) {
      if (facet.field != field) continue;
      for (const FacetValue& each : facet.values) {
        text += each.value + ' ' + std::to_string(each.count) + ' ';
      }
    }
    return text;
  }
  static Ids ids(const SearchResult& result) {
    Ids found;
    for (const SearchHit& hit : result.hits) found.push_back(hit.document.value);
    return found;
  }
};

TEST_F(FacetTest, CountsTheValuesOfAllHitsWhateverIsShown) {
  serve();
  SearchRequest request;
  request.facets = true;
  request.limit = 1;
  const SearchResult result = ask(request);
  EXPECT_EQ(result.facets.size(), std::size(kFacetFields));
  EXPECT_EQ(counts(result, "kind"), "diploma 2 certificate 1 ");
  EXPECT_EQ(counts(result, "year"), "2024 2 2023 1 2026 1 ");
  EXPECT_EQ(counts(result, "status"), "settled 4 ");
  EXPECT_EQ(counts(result, "level"), "");
  for (const Facet& facet : result.facets) EXPECT_TRUE(facet.is_exact) << facet.field;
}

TEST_F(FacetTest, CountsNothingTheReaderDoesNotSee) {
  serve();
  SearchRequest request;
  request.facets = true;
  EXPECT_EQ(counts(ask(request, {false, {"Маска"}, false}), "kind"), "certificate 1 diploma 1 ");
}

TEST_F(FacetTest, AreCountedOnlyWhenAskedFor) {
  serve();
  EXPECT_TRUE(ask({}).facets.empty());
}

TEST_F(FacetTest, HitsComeInTheOrderAskedForWhatIsNotKnownLast) {
  serve();
  SearchRequest request;
  request.order = HitOrder::date;
  EXPECT_EQ(ids(ask(request)), (Ids{2, 3, 1, 4}));
  request.descending = true;
  EXPECT_EQ(ids(ask(request)), (Ids{1, 3, 2, 4}));
  request.order = HitOrder::number;
  EXPECT_EQ(ids(ask(request)), (Ids{4, 1, 2, 3}));
  request.descending = false;
  EXPECT_EQ(ids(ask(request)), (Ids{2, 1, 4, 3})) << "9 before 10";
  request.order = HitOrder::accession;
  EXPECT_EQ(ids(ask(request)), (Ids{1, 2, 3, 4}));
  request.offset = 2;
  request.limit = 1;
  EXPECT_EQ(ids(ask(request)), (Ids{3}));
}

TEST_F(FacetTest, BeyondWhatWasLookedAtCountsAreRaisedAndMarked) {
  serve();
  Xapian::Database database(serving().string());
  Xapian::Enquire enquire(database);
  enquire.set_query(Xapian::Query::MatchAll);
  FacetCounter counter;
  counter.watch(enquire);
  (void)enquire.get_mset(0, 4, 4);
  const std::vector<Facet> facets = counter.facets(400, false);
  EXPECT_FALSE(facets[0].is_exact);
  EXPECT_EQ(facets[0].values.at(0).count, 200);
}

}  // namespace
}  // namespace fonds
