#include "indexer/index_writer.h"

#include <xapian.h>

#include <limits>

#include "indexer/index_fixture.h"

namespace fonds {
namespace {

namespace fs = boost::filesystem;

class IndexWriterTest : public testing::Test {
 protected:
  TempFolder folder;
  fs::path path = folder / "generation-1";
};

TEST_F(IndexWriterTest, KeepsWhatWasCommittedWithItsPosition) {
  {
    IndexWriter writer(path);
    EXPECT_EQ(writer.position(), 0);
    writer.put(paper(1, {"один"}));
    writer.put(paper(2, {"два"}));
    writer.remove(DocumentId{1});
    writer.commit(12);
  }
  const IndexWriter writer(path);
  EXPECT_EQ(writer.position(), 12);
  EXPECT_EQ(writer.document_count(), 1);
  EXPECT_FALSE(writer.contains(DocumentId{1}));
  EXPECT_TRUE(writer.contains(DocumentId{2}));
}

TEST_F(IndexWriterTest, DropsWhatWasNotCommitted) {
  {
    IndexWriter writer(path);
    writer.put(paper(1, {"один"}));
    writer.commit(1);
    writer.put(paper(2, {"два"}));
    writer.remove(DocumentId{1});
  }
  const IndexWriter writer(path);
  EXPECT_EQ(writer.position(), 1);
  EXPECT_TRUE(writer.contains(DocumentId{1}));
  EXPECT_FALSE(writer.contains(DocumentId{2}));
}

TEST_F(IndexWriterTest, ReplacesADocumentWholly) {
  IndexWriter writer(path);
  writer.put(paper(5, {"старое слово"}));
  writer.commit(1);
  writer.put(paper(5, {"новое"}));
  writer.commit(2);

  const Xapian::Database database(path.string());
  EXPECT_EQ(database.get_doccount(), 1U);
  EXPECT_FALSE(database.term_exists("старое"));
  EXPECT_TRUE(database.term_exists("новое"));
}

TEST_F(IndexWriterTest, RemovesEveryTraceOfADocument) {
  IndexWriter writer(path);
  writer.put(paper(1, {"секретноеслово"}));
  writer.commit(1);
  writer.remove(DocumentId{1});
  writer.remove(DocumentId{1});
  writer.remove(DocumentId{77});
  writer.commit(2);

  const Xapian::Database database(path.string());
  EXPECT_EQ(database.get_doccount(), 0U);
  EXPECT_TRUE(database.allterms_begin() == database.allterms_end());
}

TEST_F(IndexWriterTest, ASecondWriterFindsItBusy) {
  const IndexWriter first(path);
  EXPECT_EQ(fault_of([&] { IndexWriter second(path); }), Fault::busy);
}

TEST_F(IndexWriterTest, FlushesAtItsMemoryLimitWithoutMovingThePosition) {
  {
    IndexWriter writer(path, 64 << 10);
    writer.commit(3);
    for (std::int64_t id = 1; id <= 200; ++id) {
      std::string text;
      for (int word = 0; word < 40; ++word) text += "слово" + std::to_string(id * word) + ' ';
      writer.put(paper(id, {text}));
      EXPECT_LT(writer.held(), 64U << 10U);
    }
  }
  const IndexWriter writer(path);
  EXPECT_EQ(writer.position(), 3);
  EXPECT_GT(writer.document_count(), 100);
}

TEST_F(IndexWriterTest, TakesAnyTextAndAnyNumberOfPages) {
  IndexWriter writer(path);
  std::vector<std::string> pages(70'000, "");
  pages[0] = std::string("a\0b", 3);
  pages[1] = "\xFF\xFE\xD0";
  pages[69'999] = "последняя";
  for (int i = 0; i < 70'000; ++i) pages[2] += "слово ";
  writer.put(paper(1, pages));
  writer.put(paper(2, {}));
  writer.put({DocumentId{3}, std::string(5000, 'x'), {"текст"}, Moment{}});
  writer.commit(1);
  EXPECT_EQ(writer.document_count(), 3);
}

TEST_F(IndexWriterTest, RefusesIdsTheIndexCanNotHold) {
  IndexWriter writer(path);
  for (const std::int64_t id : {std::int64_t{0}, std::int64_t{-1}, std::int64_t{1} << 32}) {
    EXPECT_EQ(fault_of([&] { writer.put(paper(id, {"a"})); }), Fault::bug) << id;
  }
  writer.put(paper((std::int64_t{1} << 32) - 1, {"a"}));
  writer.commit(1);
}

TEST_F(IndexWriterTest, KeepsACheckpointUntilThePositionIsCommitted) {
  {
    IndexWriter writer(path);
    EXPECT_FALSE(writer.checkpoint());
    writer.commit(IndexWriter::Checkpoint{DocumentId{40}, 9});
  }
  IndexWriter writer(path);
  ASSERT_TRUE(writer.checkpoint());
  EXPECT_EQ(writer.checkpoint()->done, DocumentId{40});
  EXPECT_EQ(writer.checkpoint()->head, 9);
  EXPECT_EQ(writer.position(), 0);
  writer.commit(9);
  EXPECT_FALSE(writer.checkpoint());
}

TEST_F(IndexWriterTest, AnIndexOfAnotherFormatMustBeRebuilt) {
  {
    Xapian::WritableDatabase database(path.string(), Xapian::DB_CREATE);
    database.set_metadata("format", "999");
    database.commit();
  }
  EXPECT_EQ(fault_of([&] { IndexWriter writer(path); }), Fault::corrupt);
}

}  // namespace
}  // namespace fonds
