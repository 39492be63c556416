#include "retention/bag_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <boost/filesystem/operations.hpp>

#include "base/disk.h"
#include "support/as_nobody.h"
#include "support/fault_of.h"
#include "support/temp_folder.h"

namespace fonds {
namespace {

using boost::filesystem::path;
using testing::ElementsAre;
using testing::Pair;

TEST(BagFolder, FindsEverythingAndFollowsNothing) {
  const TempFolder outside;
  (void)outside.file("secret", "x");
  const TempFolder folder;
  boost::filesystem::create_directories(folder / "data/inner");
  (void)folder.file("data/a", "12345");
  (void)folder.file("data/inner/.hidden", "");
  (void)folder.file("bagit.txt", "x");
  boost::filesystem::create_symlink(outside.path(), folder / "data/link");
  boost::filesystem::create_symlink(outside / "secret", folder / "data/file");
  boost::filesystem::create_symlink("nowhere", folder / "broken");
  ASSERT_EQ(::mkfifo((folder / "data/pipe").c_str(), 0600), 0);

  const BagFolderContent content = BagFolder(folder.path()).content();

  EXPECT_THAT(content.files, ElementsAre(Pair("bagit.txt", 1U), Pair("data/a", 5U),
                                         Pair("data/inner/.hidden", 0U)));
  EXPECT_THAT(content.folders, ElementsAre("data", "data/inner"));
  EXPECT_THAT(content.others, ElementsAre("broken", "data/file", "data/link", "data/pipe"));
}

TEST(BagFolder, OpensOnlyRegularFilesBelowItself) {
  const TempFolder outside;
  (void)outside.file("secret", "x");
  const TempFolder folder;
  boost::filesystem::create_directories(folder / "data/inner");
  (void)folder.file("data/a", "12345");
  boost::filesystem::create_symlink(outside.path(), folder / "data/link");
  boost::filesystem::create_symlink(outside / "secret", folder / "data/file");
  ASSERT_EQ(::mkfifo((folder / "data/pipe").c_str(), 0600), 0);
  const BagFolder bag(folder.path());

  EXPECT_EQ(bag.read("data/a", 5), "12345");
  EXPECT_EQ(fault_of([&] { (void)bag.read("data/a", 4); }), Fault::corrupt);
  EXPECT_EQ(fault_of([&] { (void)bag.open("data/absent"); }), Fault::not_found);
  const std::string there = (folder / "data/a").string();
  for (const std::string& wrong :
       {std::string("data/link/secret"), std::string("data/file"), std::string("data/pipe"),
        std::string("data/inner"), std::string("data/a/b"), std::string("data/../data/a"),
        std::string("../x"), there, std::string(), std::string("~"), std::string("data//a")}) {
    EXPECT_EQ(fault_of([&] { (void)bag.open(wrong); }), Fault::corrupt) << wrong;
  }
}

TEST(BagFolder, IsAFolderThatIsThere) {
  const TempFolder folder;
  const path file = folder.file("file", "x");
  EXPECT_EQ(fault_of([&] { BagFolder bag(folder / "absent"); }), Fault::not_found);
  EXPECT_EQ(fault_of([&] { BagFolder bag(file); }), Fault::usage);
  boost::filesystem::create_symlink(folder.path(), folder / "self");
  EXPECT_THAT(BagFolder(folder / "self").content().files, ElementsAre(Pair("file", 1U)));
}

TEST(BagFolder, AFolderThatCannotBeEnteredIsTold) {
  const TempFolder folder;
  boost::filesystem::create_directories(folder / "data/closed");
  ::chmod((folder / "data/closed").c_str(), 0);
  {
    const AsNobody nobody;
    EXPECT_THAT(BagFolder(folder.path()).content().closed, ElementsAre("data/closed"));
  }
  ::chmod((folder / "data/closed").c_str(), 0700);
}

TEST(BagFolder, FoldersWithoutEndAreRefused) {
  const TempFolder folder;
  path deep = folder.path();
  for (std::size_t i = 0; i < kDeepestBagFolder; ++i) deep /= "d";
  boost::filesystem::create_directories(deep);
  EXPECT_EQ(BagFolder(folder.path()).content().folders.size(), kDeepestBagFolder);
  boost::filesystem::create_directories(deep / "d");
  EXPECT_EQ(fault_of([&] { (void)BagFolder(folder.path()).content(); }), Fault::corrupt);
}

}  // namespace
}  // namespace fonds
