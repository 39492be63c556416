#include "indexer/generations.h"

#include "indexer/index_fixture.h"

namespace fonds {
namespace {

namespace fs = boost::filesystem;

class GenerationsTest : public testing::Test {
 protected:
  void touch(const fs::path& path) {
    auto file = disk.create(path);
    file->write("x");
    file->close();
  }
  TempFolder folder;
  LocalDisk disk;
  fs::path root = folder / "index";
  Generations generations{disk, root};
};

TEST_F(GenerationsTest, NothingServesAtFirst) {
  EXPECT_FALSE(generations.current());
  EXPECT_EQ(generations.begin_rebuild(), 1);
  EXPECT_FALSE(generations.current());
}

TEST_F(GenerationsTest, ARebuildIsGoneOnWithUntilItServes) {
  EXPECT_EQ(generations.begin_rebuild(), 1);
  EXPECT_EQ(generations.begin_rebuild(), 1);
  generations.serve(1);
  EXPECT_EQ(generations.current(), 1);
  EXPECT_EQ(generations.begin_rebuild(), 2);
  EXPECT_EQ(generations.begin_rebuild(), 2);
}

TEST_F(GenerationsTest, ServingRemovesAllOthersAndOnlyThem) {
  generations.serve(generations.begin_rebuild());
  touch(generations.folder_of(1) / "postlist.glass");
  touch(root / "notes.txt");
  fs::create_directory(root / "generation-old");
  const int next = generations.begin_rebuild();
  touch(generations.folder_of(next) / "postlist.glass");

  generations.serve(next);

  EXPECT_FALSE(fs::exists(generations.folder_of(1)));
  EXPECT_TRUE(fs::exists(generations.folder_of(2) / "postlist.glass"));
  EXPECT_TRUE(fs::exists(root / "notes.txt"));
  EXPECT_TRUE(fs::exists(root / "generation-old"));
}

TEST_F(GenerationsTest, ALeftoverOfAnInterruptedSwapIsNotTakenForARebuild) {
  generations.serve(generations.begin_rebuild());
  generations.serve(generations.begin_rebuild());
  fs::create_directory(generations.folder_of(1));  // its removal was interrupted

  EXPECT_EQ(generations.begin_rebuild(), 3);
}

TEST_F(GenerationsTest, AForeignOrDamagedCurrentIsCorruptAndCuredByARebuild) {
  generations.serve(generations.begin_rebuild());
  for (const char* text :
       {"", "\n", "generation-", "generation-0", "generation-01", "generation--1", "generation-1 ",
        "generation-1x", "../generation-1", "generation-99999999999"}) {
    fs::remove(root / "current");
    auto file = disk.create(root / "current");
    file->write(text);
    file->close();
    EXPECT_EQ(fault_of([&] { (void)generations.current(); }), Fault::corrupt) << text;
    EXPECT_GT(generations.begin_rebuild(), 1) << text;
  }
  const int whole = generations.begin_rebuild();
  generations.serve(whole);
  EXPECT_EQ(generations.current(), whole);
}

TEST_F(GenerationsTest, AnUnfinishedCopyIsNeverAGenerationAndIsMadeAnew) {
  generations.serve(generations.begin_rebuild());
  disk.make_folders(generations.new_copy());
  touch(root / "copy" / "postlist.glass");
  EXPECT_EQ(generations.begin_rebuild(), 2);

  EXPECT_FALSE(fs::exists(generations.new_copy()));
  disk.make_folders(root / "copy");
  EXPECT_EQ(generations.adopt_copy(), 3);
  EXPECT_EQ(generations.current(), 1) << "it does not serve yet";
  EXPECT_EQ(generations.begin_rebuild(), 3) << "the newest is gone on with";
}

TEST_F(GenerationsTest, DiscardingTakesAllFilesAndIsNoFailureTwice) {
  const int generation = generations.begin_rebuild();
  touch(generations.folder_of(generation) / "iamglass");
  generations.discard(generation);
  EXPECT_FALSE(fs::exists(generations.folder_of(generation)));
  generations.discard(generation);
}

}  // namespace
}  // namespace fonds
