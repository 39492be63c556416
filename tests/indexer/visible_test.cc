#include "indexer/visible.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <random>

#include "base/text.h"
#include "indexer/index_fixture.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

/// Papers of collectives; some blocked.
class VisibleTest : public IndexFixture {
 protected:
  struct Made {
    std::vector<std::string> pages;
    std::vector<std::string> readers;
    bool blocked = false;
    std::string kind{};
  };
  void serve(const std::vector<Made>& papers) {
    const int generation = generations.begin_rebuild();
    IndexWriter writer(generations.folder_of(generation));
    std::int64_t id = 0;
    for (const Made& each : papers) {
      IndexedDocument document = paper(++id, each.pages);
      document.readers = each.readers;
      document.blocked = each.blocked;
      document.card.kind = each.kind;
      add(writer, document);
    }
    writer.commit(EntryNumber{1});
    generations.serve(generation);
  }
  SearchResult seen(std::string query, const Visible& visible) {
    SearchRequest request;
    request.query = std::move(query);
    request.facets = true;
    return searcher.search(request, visible);
  }
  static std::string counts(const SearchResult& result) {
    std::string text;
    for (const Facet& facet : result.facets) {
      for (const FacetValue& each : facet.values) {
        text += fmt::format("{} {} {} {},", facet.field, each.value, each.count, facet.is_exact);
      }
    }
    return text;
  }
  Ids ids(const SearchResult& result) {
    Ids found;
    for (const SearchHit& hit : result.hits) found.push_back(hit.document.value);
    std::sort(found.begin(), found.end());
    return found;
  }
};

const Visible kMask{false, {"Маска"}, false};

TEST_F(VisibleTest, NothingIsVisibleByDefault) {
  serve({{{"диплом"}, {"Маска"}}, {{"диплом"}, {}}});
  EXPECT_EQ(seen("диплом", Visible{}).total, 0);
  EXPECT_EQ(seen("диплом", Visible::everything()).total, 2);
}

TEST_F(VisibleTest, AReaderOfACollectiveFindsItsPapersHoweverItsTitleIsWritten) {
  serve({{{"диплом"}, {"Ёлочка"}}, {{"диплом"}, {"Маска", "Ёлочка"}}, {{"диплом"}, {}}});
  EXPECT_EQ(ids(seen("диплом", {false, {"ЕЛОЧКА"}, false})), (Ids{1, 2}));
  EXPECT_EQ(ids(seen("-грамота", {false, {"Маска"}, false})), (Ids{2}));
  EXPECT_EQ(ids(seen("учёт:2026-000003", kMask)), Ids{});
}

TEST_F(VisibleTest, BlockedPapersAreThereOnlyForWhoMaySeeThem) {
  serve({{{"диплом"}, {"Маска"}, true}, {{"диплом"}, {"Маска"}}});
  EXPECT_EQ(ids(seen("диплом", {true, {}, false})), (Ids{2}));
  EXPECT_EQ(ids(seen("диплом", kMask)), (Ids{2}));
  EXPECT_EQ(ids(seen("диплом", Visible::everything())), (Ids{1, 2}));
}

TEST_F(VisibleTest, WhatAWordIsTakenForTellsNothingOfOtherPapers) {
  serve({{{"удостоверение Горшкова"}, {}}, {{"грамота Кравца"}, {"Маска"}}});
  const SearchResult hidden = seen("Горшковв", kMask);
  EXPECT_THAT(hidden.notice, Not(HasSubstr("горшков")));
  EXPECT_EQ(hidden.total, 0);
  EXPECT_THAT(seen("Горшковв", Visible::everything()).notice, HasSubstr("горшков"));
  EXPECT_THAT(seen("Gorshkova", kMask).notice, IsEmpty());
  EXPECT_EQ(seen("удостов*", kMask).total, 0);
  EXPECT_EQ(seen("ujhirjdf", kMask).notice, "") << "typed in the other layout";
}

TEST_F(VisibleTest, WhoSeesNoPaperIsToldOfNoWord) {
  serve({{{"удостоверение Горшкова"}, {"Маска"}}});
  EXPECT_THAT(seen("Горшковв", Visible{}).notice, IsEmpty());
  EXPECT_THAT(seen("Горшковв", {false, {"Лира"}, false}).notice, IsEmpty());
}

/// The promise: what a reader gets is what an archive of nothing but the visible papers would give.
TEST_F(VisibleTest, AReaderGetsWhatAnArchiveOfTheVisiblePapersWouldGive) {
  const std::vector<std::string> vocabulary{"диплом",  "грамота", "кравец", "кравцов", "анна",
                                            "конкурс", "чтец",    "юный",   "2024",    "ДО-15"};
  const std::vector<std::string> groups{"Маска", "Юнкор", "Лира"};
  std::mt19937 random(11);
  for (int round = 0; round < 12; ++round) {
    std::vector<Made> all;
    for (int i = 0; i < 25; ++i) {
      Made made;
      std::string text;
      for (int w = 0; w < 6; ++w) text += vocabulary[random() % vocabulary.size()] + ' ';
      made.pages = {text};
      for (const std::string& group : groups) {
        if (random() % 3 == 0) made.readers.push_back(group);
      }
      made.blocked = random() % 5 == 0;
      made.kind = random() % 2 == 0 ? "diploma" : "certificate";
      all.push_back(made);
    }
    const Visible visible{false, {groups[random() % groups.size()]}, random() % 2 == 0};
    const auto sees = [&](const Made& made) {
      return (visible.blocked_too || !made.blocked) &&
             std::count(made.readers.begin(), made.readers.end(), visible.collectives[0]) > 0;
    };
    // The others are there, too, but say nothing.
    std::vector<Made> only = all;
    for (Made& made : only) {
      if (!sees(made)) made = {{""}, {}, true, "hidden"};
    }
    const Visible not_blocked{true, {}, false};
    for (int q = 0; q < 20; ++q) {
      std::string query = vocabulary[random() % vocabulary.size()];
      switch (random() % 6) {
        case 0:
          query += ' ' + vocabulary[random() % vocabulary.size()];
          break;
        case 1:
          query.insert(query.size() / 2 / 2 * 2, "ш");
          break;  // mistyped
        case 2:
          query = "-" + query;
          break;
        case 3:
          query = first_characters(query, 3) + '*';
          break;
        case 4:
          query += " ИЛИ " + vocabulary[random() % vocabulary.size()];
          break;
        default:
          break;
      }
      serve(all);
      const SearchResult limited = seen(query, visible);
      for (Made& made : only) made.blocked = made.pages.front().empty();
      serve(only);
      const SearchResult alone = seen(query, not_blocked);
      EXPECT_EQ(ids(limited), ids(alone)) << query;
      EXPECT_EQ(limited.total, alone.total) << query;
      EXPECT_EQ(limited.total_is_exact, alone.total_is_exact) << query;
      EXPECT_EQ(limited.notice, alone.notice) << query;
      EXPECT_EQ(limited.relaxed, alone.relaxed) << query;
      EXPECT_EQ(counts(limited), counts(alone)) << query;
    }
  }
}

}  // namespace
}  // namespace fonds
