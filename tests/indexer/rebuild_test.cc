#include "indexer/rebuild.h"

#include "indexer/catalogue_of_texts.h"
#include "indexer/compaction.h"
#include "indexer/index_fixture.h"
#include "indexer/inspect.h"

namespace fonds {
namespace {

class RebuildTest : public testing::Test {
 protected:
  RebuildResult rebuild(const DocumentLoader& load, int checkpoint_every = 3) {
    RebuildOptions options;
    options.checkpoint_every = checkpoint_every;
    options.compact_from = 0;
    options.alive = alive;
    return rebuild_index(generations, catalogue.documents, catalogue.journal, catalogue.clock, load,
                         options);
  }
  Ids indexed() {
    Ids ids;
    for_each_document(generations.folder_of(generations.current().value()),
                      [&](DocumentId id) { ids.push_back(id.value); });
    return ids;
  }
  /// A loader that is "killed" at its n-th call.
  DocumentLoader dying_at(int call) {
    left = call;
    return [this](DocumentId id) {
      if (--left < 0) throw std::runtime_error("killed");
      return catalogue.load(id);
    };
  }

  /// Folders beside `current`.
  [[nodiscard]] int folders() const {
    int found = 0;
    for (const auto& entry : boost::filesystem::directory_iterator(catalogue.folder / "index")) {
      found += boost::filesystem::is_directory(entry) ? 1 : 0;
    }
    return found;
  }

  CatalogueOfTexts catalogue;
  LocalDisk disk;
  Generations generations{disk, catalogue.folder / "index"};
  int left = 0;
  std::function<void()> alive;
};

TEST_F(RebuildTest, IndexesEveryDocumentAndServes) {
  for (int i = 0; i < 10; ++i) catalogue.recognise("слово");
  catalogue.destroy(DocumentId{3});

  const RebuildResult result = rebuild(catalogue.loader());

  EXPECT_EQ(result.documents, 9);
  EXPECT_FALSE(result.resumed);
  EXPECT_EQ(generations.current(), result.generation);
  EXPECT_EQ(indexed(), (Ids{1, 2, 4, 5, 6, 7, 8, 9, 10}));
  EXPECT_EQ(index_position(generations.folder_of(result.generation)), catalogue.journal.head());
}

TEST_F(RebuildTest, OfAnEmptyArchiveServesAnEmptyIndex) {
  EXPECT_EQ(rebuild(catalogue.loader()).documents, 0);
  EXPECT_EQ(indexed(), (Ids{}));
}

TEST_F(RebuildTest, KilledAtAnyDocumentGoesOnFromItsCheckpointWhileTheOldOneServes) {
  for (int i = 0; i < 12; ++i) catalogue.recognise("слово");
  rebuild(catalogue.loader());
  Ids everything = indexed();
  for (int kill = 0; kill < 12; ++kill) {
    const int serving = generations.current().value();
    EXPECT_THROW(rebuild(dying_at(kill)), std::runtime_error);
    ASSERT_EQ(generations.current(), serving);
    ASSERT_EQ(indexed(), everything);

    // Meanwhile the archive lives on.
    const DocumentId added = catalogue.recognise("новое");
    const DocumentId destroyed{everything.front()};
    catalogue.destroy(destroyed);
    everything.erase(everything.begin());
    everything.push_back(added.value);

    catalogue.loaded = 0;
    const RebuildResult result = rebuild(catalogue.loader());
    ASSERT_EQ(indexed(), everything) << kill;
    ASSERT_TRUE(result.resumed);
    ASSERT_NE(result.generation, serving);
    // Twelve texts and those destroyed so far, less what stood before the last checkpoint, and two
    // entries to catch up with.
    ASSERT_EQ(catalogue.loaded, 13 + kill - kill / 3 * 3 + 2) << kill;
  }
}

TEST_F(RebuildTest, KilledWhileCompactingTheOldOneServesAndNoPaperIsReadAgain) {
  for (int i = 0; i < 4; ++i) catalogue.recognise("слово");
  rebuild(catalogue.loader());
  const int serving = generations.current().value();
  catalogue.recognise("новое");
  alive = [] { throw std::runtime_error("killed"); };
  EXPECT_THROW(rebuild(catalogue.loader()), std::runtime_error);
  ASSERT_EQ(generations.current(), serving);
  ASSERT_EQ(indexed(), (Ids{1, 2, 3, 4}));

  alive = {};
  catalogue.loaded = 0;
  EXPECT_TRUE(rebuild(catalogue.loader()).resumed);

  EXPECT_EQ(catalogue.loaded, 0);
  EXPECT_EQ(indexed(), (Ids{1, 2, 3, 4, 5}));
  EXPECT_EQ(folders(), 1) << "what was half-made is gone";
}

TEST_F(RebuildTest, KilledBetweenCompactionAndSwapGoesOnFromTheCompactedOne) {
  for (int i = 0; i < 4; ++i) catalogue.recognise("слово");
  alive = [] { throw std::runtime_error("killed"); };
  EXPECT_THROW(rebuild(catalogue.loader()), std::runtime_error);
  compact_index(generations.folder_of(generations.begin_rebuild()), generations.new_copy());
  generations.adopt_copy();
  ASSERT_FALSE(generations.current());

  alive = {};
  catalogue.loaded = 0;
  catalogue.destroy(DocumentId{2});
  rebuild(catalogue.loader());

  EXPECT_EQ(catalogue.loaded, 1);
  EXPECT_EQ(indexed(), (Ids{1, 3, 4}));
  EXPECT_EQ(folders(), 1);
}

TEST_F(RebuildTest, CatchesUpWithWhatHappenedWhileItCompacted) {
  for (int i = 0; i < 4; ++i) catalogue.recognise("слово");
  bool once = true;
  alive = [&] {
    if (!std::exchange(once, false)) return;
    catalogue.destroy(DocumentId{1});
    catalogue.recognise("позднее");
  };

  EXPECT_EQ(rebuild(catalogue.loader()).documents, 4);

  EXPECT_EQ(indexed(), (Ids{2, 3, 4, 5}));
  EXPECT_EQ(index_position(generations.folder_of(*generations.current())),
            catalogue.journal.head());
}

TEST_F(RebuildTest, CatchesUpWithWhatHappenedWhileItRan) {
  for (int i = 0; i < 6; ++i) catalogue.recognise("слово");
  bool once = true;
  rebuild([&](DocumentId id) {
    auto loaded = catalogue.load(id);
    if (id == DocumentId{4} && std::exchange(once, false)) {
      catalogue.destroy(DocumentId{2});  // after it was put into the new index
      catalogue.recognise("позднее");
    }
    return loaded;
  });
  EXPECT_EQ(indexed(), (Ids{1, 3, 4, 5, 6, 7}));
}

TEST_F(RebuildTest, StartsAnewWhenWhatWasBegunIsOfAnotherFormatOrDamaged) {
  catalogue.recognise("слово");
  EXPECT_THROW(rebuild(dying_at(0)), std::runtime_error);
  const auto begun = generations.folder_of(generations.begin_rebuild());
  {
    disk.remove(begun / "iamglass");
    auto file = disk.create(begun / "iamglass");
    file->write("not an index");
    file->close();
  }
  EXPECT_EQ(rebuild(catalogue.loader()).documents, 1);
  EXPECT_EQ(indexed(), (Ids{1}));
}

TEST_F(RebuildTest, TwoAtOnceAreBusy) {
  const IndexWriter other(generations.folder_of(generations.begin_rebuild()));
  EXPECT_EQ(fault_of([&] { rebuild(catalogue.loader()); }), Fault::busy);
}

TEST_F(RebuildTest, ReportsProgressAndTheDocumentsItCouldNotRead) {
  for (int i = 0; i < 5; ++i) catalogue.recognise("слово");
  RebuildOptions options;
  std::vector<std::int64_t> done;
  options.progress = [&](std::int64_t n, std::int64_t total) {
    done.push_back(n);
    EXPECT_EQ(total, 5);
  };
  const RebuildResult result = rebuild_index(
      generations, catalogue.documents, catalogue.journal, catalogue.clock,
      [&](DocumentId id) {
        if (id == DocumentId{2}) throw Error(Fault::corrupt, "bytes are wrong");
        return catalogue.load(id);
      },
      options);
  EXPECT_EQ(done, (std::vector<std::int64_t>{1, 2, 3, 4, 5}));
  ASSERT_EQ(result.problems.size(), 1U);
  EXPECT_EQ(indexed(), (Ids{1, 3, 4, 5}));
}

}  // namespace
}  // namespace fonds
