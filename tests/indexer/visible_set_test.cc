#include "indexer/visible_set.h"

#include <gmock/gmock.h>

#include <random>
#include <set>

#include "indexer/index_fixture.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(DocumentSet, IsWalkedInOrder) {
  DocumentSet documents(200);
  for (const Xapian::docid each : {200, 1, 63, 64, 128}) documents.insert(each);
  documents.insert(5);
  documents.erase(5);

  std::vector<Xapian::docid> walked;
  for (auto at = documents.from(1); at != 0; at = documents.from(at + 1)) walked.push_back(at);

  EXPECT_THAT(walked, ElementsAre(1, 63, 64, 128, 200));
  EXPECT_EQ(documents.size(), 5U);
  EXPECT_TRUE(documents.contains(128));
  EXPECT_FALSE(documents.contains(5));
  EXPECT_FALSE(documents.contains(1'000'000));
  EXPECT_EQ(documents.from(1'000'000), 0U);
}

class VisibleSetsTest : public IndexFixture {
 protected:
  void put(IndexWriter& writer, std::int64_t id, std::vector<std::string> readers, bool blocked) {
    IndexedDocument document = paper(id, {"диплом"});
    document.readers = std::move(readers);
    document.blocked = blocked;
    add(writer, document);
  }
  Ids matching(const Xapian::Query& query) {
    Xapian::Enquire enquire(database);
    enquire.set_query(query);
    enquire.set_docid_order(Xapian::Enquire::ASCENDING);
    const Xapian::MSet found = enquire.get_mset(0, database.get_doccount());
    Ids ids;
    for (auto each = found.begin(); each != found.end(); ++each) ids.push_back(*each);
    std::sort(ids.begin(), ids.end());
    return ids;
  }
  Xapian::Database database;
  VisibleSets sets;
};

TEST_F(VisibleSetsTest, FilterWhatTheTermsOfTheReadersWould) {
  const std::vector<std::string> groups{"Маска", "Юнкор", "Лира"};
  std::mt19937 random(3);
  const int generation = generations.begin_rebuild();
  IndexWriter writer(generations.folder_of(generation));
  for (std::int64_t id = 1; id <= 300; ++id) {
    std::vector<std::string> readers;
    for (const std::string& group : groups) {
      if (random() % 4 == 0) readers.push_back(group);
    }
    put(writer, id * 3, readers, random() % 5 == 0);
  }
  writer.commit(EntryNumber{1});
  database = Xapian::Database(generations.folder_of(generation).string());

  const Xapian::Query word("диплом");
  for (const Visible& visible :
       {Visible{false, {"Маска"}, false}, Visible{false, {"маска", "Лира"}, true},
        Visible{false, {"Никто"}, false}, Visible{true, {}, false}, Visible{},
        Visible::everything(), Visible{false, {"Маска"}, false}}) {
    const Ids expected = matching(restricted(word, visible));
    EXPECT_EQ(matching(sets.restricted(database, word, visible)), expected);
    if (visible.is_everything()) continue;
    EXPECT_EQ(matching(sets.of(database, visible)), expected);
  }
}

TEST_F(VisibleSetsTest, FollowTheIndex) {
  const int generation = generations.begin_rebuild();
  IndexWriter writer(generations.folder_of(generation));
  put(writer, 1, {"Маска"}, false);
  writer.commit(EntryNumber{1});
  database = Xapian::Database(generations.folder_of(generation).string());
  const Visible mask{false, {"Маска"}, false};
  EXPECT_THAT(matching(sets.of(database, mask)), ElementsAre(1));

  put(writer, 1, {"Лира"}, false);
  put(writer, 2, {"Маска"}, false);
  writer.commit(EntryNumber{2});
  database.reopen();

  EXPECT_THAT(matching(sets.of(database, mask)), ElementsAre(2));
}

/// An empty query means everything: that of a reader of nothing must not be one.
TEST_F(VisibleSetsTest, WhoSeesNothingHasAFilterOfNothing) {
  index({{"диплом"}});
  database = Xapian::Database(serving().string());
  EXPECT_FALSE(sets.of(database, Visible{}).empty());
  EXPECT_THAT(matching(sets.of(database, Visible{})), IsEmpty());
  EXPECT_TRUE(sets.of(database, Visible::everything()).empty());
}

TEST_F(VisibleSetsTest, AreKeptForManyReaders) {
  const int generation = generations.begin_rebuild();
  IndexWriter writer(generations.folder_of(generation));
  for (int id = 1; id <= 40; ++id) put(writer, id, {"г" + std::to_string(id)}, false);
  writer.commit(EntryNumber{1});
  database = Xapian::Database(generations.folder_of(generation).string());
  for (int round = 0; round < 2; ++round) {
    for (int id = 1; id <= 40; ++id) {
      const Visible visible{false, {"г" + std::to_string(id)}, false};
      EXPECT_THAT(matching(sets.of(database, visible)), ElementsAre(id));
    }
  }
}

}  // namespace
}  // namespace fonds
