#include "store/folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/filesystem/operations.hpp>
#include <chrono>
#include <set>

#include "base/error.h"
#include "support/temp_folder.h"

namespace fonds {
namespace {

TEST(Folder, ListsItsEntriesInOrder) {
  const TempFolder folder;
  const auto b = folder.file("b", "");
  const auto a = folder.file("a", "");

  EXPECT_THAT(entries_of(folder.path()), testing::ElementsAre(a, b));
}

TEST(Folder, ThatIsMissingIsAnErrorNotAnEmptyList) {
  const TempFolder folder;
  EXPECT_THROW(entries_of(folder / "absent"), Error);
}

TEST(Folder, TellsFilesFoldersAndLinksApart) {
  const TempFolder folder;
  const auto file = folder.file("file", "");
  boost::filesystem::create_symlink(folder.path(), folder / "link");

  EXPECT_EQ(kind_of(file), EntryKind::file);
  EXPECT_EQ(kind_of(folder.path()), EntryKind::folder);
  EXPECT_EQ(kind_of(folder / "link"), EntryKind::other);
  EXPECT_EQ(kind_of(folder / "absent"), EntryKind::absent);
  EXPECT_EQ(kind_of(file / "below"), EntryKind::absent);
}

TEST(Folder, IsRemovedWithAllInItButNotWhatLinksPointTo) {
  const TempFolder folder;
  const auto kept = folder.file("kept", "bytes");
  boost::filesystem::create_directories(folder / "doomed/inner");
  const auto doomed = folder.file("doomed/inner/file", "");
  boost::filesystem::create_symlink(folder.path(), folder / "doomed/link");
  LocalDisk disk;

  remove_folder(disk, folder / "doomed");
  remove_folder(disk, folder / "doomed");

  EXPECT_THAT(entries_of(folder.path()), testing::ElementsAre(kept));
}

TEST(Folder, KnowsWhenAFileWasLastWritten) {
  const TempFolder folder;
  const auto file = folder.file("file", "");
  const Moment now = SystemClock().now();

  EXPECT_LE(last_written(file), now);
  EXPECT_GT(last_written(file), now - std::chrono::minutes(1));
  EXPECT_EQ(last_written(folder / "absent"), Moment{});
}

TEST(Folder, UniqueNamesAreUnique) {
  std::set<std::string> names;
  for (int i = 0; i < 1000; ++i) names.insert(unique_name("x-"));
  EXPECT_EQ(names.size(), 1000U);
  EXPECT_TRUE(names.begin()->starts_with("x-"));
}

}  // namespace
}  // namespace fonds
