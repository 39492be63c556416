#include "indexer/compaction.h"

#include <chrono>
#include <thread>

#include "indexer/index_fixture.h"
#include "indexer/inspect.h"

namespace fonds {
namespace {

namespace fs = boost::filesystem;

std::uintmax_t bytes_in(const fs::path& folder) {
  std::uintmax_t bytes = 0;
  for (const auto& entry : fs::directory_iterator(folder)) bytes += fs::file_size(entry.path());
  return bytes;
}

class CompactionTest : public IndexFixture {
 protected:
  /// 300 papers of 40 words without the first and the tenth, written in many small steps.
  void write() {
    const int generation = generations.begin_rebuild();
    IndexWriter writer(generations.folder_of(generation));
    for (int id = 1; id <= 300; ++id) {
      std::string text = "Диплом победителя конкурса";
      for (int i = 0; i < 37; ++i) text += " слово" + std::to_string(id * i % 1009);
      add(writer, paper(id, {text, "вторая страница"}));
      if (id % 7 == 0) writer.commit(EntryNumber{id});
    }
    writer.remove(DocumentId{1});
    writer.remove(DocumentId{10});
    writer.commit(EntryNumber{777});
    generations.serve(generation);
  }
};

TEST_F(CompactionTest, FindsTheSamePapersByTheSameIdsInLessRoom) {
  write();
  const auto before = search("\"победителя конкурса\" слово5");
  const auto old_size = bytes_in(serving());

  compact_index(serving(), generations.new_copy());
  generations.serve(generations.adopt_copy());

  const auto after = search("\"победителя конкурса\" слово5");
  ASSERT_GT(after.hits.size(), 0U);
  ASSERT_EQ(after.hits.size(), before.hits.size());
  for (std::size_t i = 0; i < after.hits.size(); ++i) {
    EXPECT_EQ(after.hits[i].document, before.hits[i].document);
    EXPECT_EQ(after.hits[i].pages, before.hits[i].pages);
  }
  EXPECT_EQ(index_problem(serving()), "");
  EXPECT_LT(bytes_in(serving()), old_size);
}

TEST_F(CompactionTest, WhatIsCompactedCanBeWrittenOnFromItsPosition) {
  write();
  compact_index(serving(), generations.new_copy());
  generations.serve(generations.adopt_copy());

  IndexWriter writer(serving());
  EXPECT_EQ(writer.position(), 777);
  EXPECT_FALSE(writer.checkpoint());
  EXPECT_EQ(writer.document_count(), 298);
  EXPECT_FALSE(writer.contains(DocumentId{1}));
  add(writer, paper(2, {"совсем другое"}));
  add(writer, paper(301, {"совсем новое"}));
  writer.commit(EntryNumber{778});

  EXPECT_EQ(found("совсем"), (Ids{2, 301}));
  EXPECT_EQ(index_problem(serving()), "");
}

TEST_F(CompactionTest, LeavesWhenToldTo) {
  write();
  struct Stopped {};
  EXPECT_THROW(compact_index(serving(), generations.new_copy(), [] { throw Stopped{}; }), Stopped);
  EXPECT_GT(found("слово5").size(), 0U);
}

TEST_F(CompactionTest, MayBeLeftAtAnyMoment) {
  write();
  struct Stopped {};
  for (int milliseconds = 0; milliseconds < 20; ++milliseconds) {
    const auto stop_then = [&] {
      std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
      throw Stopped{};
    };
    EXPECT_THROW(compact_index(serving(), generations.new_copy(), stop_then), Stopped);
    EXPECT_GT(found("слово5").size(), 0U) << milliseconds;
  }
}

TEST_F(CompactionTest, OfADamagedIndexIsCorrupt) {
  write();
  fs::resize_file(serving() / "postlist.glass", 4096);
  EXPECT_EQ(fault_of([&] { compact_index(serving(), generations.new_copy()); }), Fault::corrupt);
}

}  // namespace
}  // namespace fonds
