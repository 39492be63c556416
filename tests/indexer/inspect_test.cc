#include "indexer/inspect.h"

#include "indexer/index_fixture.h"

namespace fonds {
namespace {

namespace fs = boost::filesystem;

class InspectTest : public IndexFixture {};

TEST_F(InspectTest, ASoundIndexHasNoProblemAndNamesItsDocuments) {
  index({{"один"}, {"два"}, {"три"}});
  {
    IndexWriter writer(serving());
    writer.remove(DocumentId{2});
    writer.commit(9);
  }

  EXPECT_EQ(index_problem(serving()), "");
  Ids visited;
  for_each_document(serving(), [&](DocumentId id) { visited.push_back(id.value); });
  EXPECT_EQ(visited, (Ids{1, 3}));
  EXPECT_EQ(index_position(serving()), 9);
}

TEST_F(InspectTest, ItsSizeIsThatOfItsFiles) {
  index({{"один"}, {"два"}});
  const IndexSize size = index_size(serving());
  EXPECT_EQ(size.documents, 2);
  std::uint64_t bytes = 0;
  for (const auto& entry : fs::directory_iterator(serving())) bytes += fs::file_size(entry.path());
  EXPECT_EQ(size.bytes, bytes);
}

TEST_F(InspectTest, ABitFlippedInAnyTableOrAFileCutOffIsSeenOrHarmless) {
  std::vector<std::vector<std::string>> documents;
  documents.reserve(200);
  for (int i = 0; i < 200; ++i) documents.push_back({"слово номер " + std::to_string(i * 7919)});
  index(documents);
  int seen = 0;
  for (const char* name :
       {"iamglass", "postlist.glass", "position.glass", "docdata.glass", "termlist.glass"}) {
    const fs::path file = serving() / name;
    const std::string sound = read_file(file);
    std::string flipped = sound;
    for (std::size_t i = 0; i < flipped.size(); i += 512) flipped[i] ^= '\x10';
    for (const std::string& bytes : {flipped, sound.substr(0, sound.size() / 2), std::string()}) {
      fs::remove(file);
      {
        auto broken = disk.create(file);
        broken->write(bytes);
        broken->close();
      }
      seen += index_problem(serving()).empty() ? 0 : 1;
    }
    fs::remove(file);
    auto whole = disk.create(file);
    whole->write(sound);
    whole->close();
  }
  EXPECT_GE(seen, 11);  // of 15: positions are read in part
  EXPECT_EQ(index_problem(serving()), "");
}

TEST_F(InspectTest, AnAbsentOrForeignIndexIsAProblem) {
  EXPECT_NE(index_problem(folder / "nothing"), "");
  EXPECT_EQ(fault_of([&] { for_each_document(folder / "nothing", [](DocumentId) {}); }),
            Fault::corrupt);
}

}  // namespace
}  // namespace fonds
