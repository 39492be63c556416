#include "store/object_store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utime.h>

#include <boost/filesystem/operations.hpp>
#include <ctime>
#include <thread>
#include <vector>

#include "base/digest.h"
#include "base/error.h"
#include "store/folder.h"
#include "support/fault_of.h"
#include "support/temp_folder.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string bytes_of(UniqueFd fd) {
  std::string bytes(1 << 20, '\0');
  bytes.resize(read_some(fd.get(), bytes.data(), bytes.size(), "test"));
  return bytes;
}

class ObjectStoreTest : public testing::Test {
 protected:
  struct Listing {
    std::vector<std::string> names;
    std::vector<std::string> strays;
  };
  Listing listing() {
    Listing found;
    store_.for_each([&](const std::string& name) { found.names.push_back(name); },
                    [&](const auto& path) { found.strays.push_back(path.filename().string()); });
    return found;
  }
  /// Writes past the store, as a failing disk or a careless administrator does.
  void overwrite(const std::string& sha256, std::string_view bytes) {
    const auto file = store_.path_of(sha256);
    boost::filesystem::remove(file);
    LocalDisk disk;
    disk.create(file)->write(bytes);
  }

  TempFolder folder_;
  LocalDisk disk_;
  ObjectStore store_{disk_, folder_.path()};
};

TEST_F(ObjectStoreTest, WhatIsPutIsNamedByItsHashAndReadBack) {
  const auto stored = store_.put("a scan");

  EXPECT_EQ(stored.sha256, sha256("a scan"));
  EXPECT_EQ(stored.size, 6U);
  EXPECT_FALSE(stored.was_there);
  EXPECT_TRUE(store_.contains(stored.sha256));
  EXPECT_EQ(bytes_of(store_.open(stored.sha256)), "a scan");
  EXPECT_EQ(store_.check(stored.sha256), ObjectStore::Fixity::intact);
  EXPECT_EQ(store_.path_of(stored.sha256), folder_.path() / stored.sha256.substr(0, 2) /
                                               stored.sha256.substr(2, 2) / stored.sha256);
}

TEST_F(ObjectStoreTest, AnOriginalIsReadOnlyAndNobodyElseMayReadIt) {
  const auto stored = store_.put("a scan");

  struct stat status {};
  ASSERT_EQ(::stat(store_.path_of(stored.sha256).c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 07777, 0400U);
}

TEST_F(ObjectStoreTest, TheSameBytesAreStoredOnce) {
  store_.put("a scan");
  const auto again = store_.put("a scan");

  EXPECT_TRUE(again.was_there);
  EXPECT_THAT(listing().names, ElementsAre(again.sha256));
  EXPECT_THAT(entries_of(folder_ / ".incoming"), IsEmpty());
}

TEST_F(ObjectStoreTest, AFileIsReadFromItsPresentPositionToItsEnd) {
  std::string large(3'000'000, 'x');
  large[0] = '!';
  const UniqueFd fd = open_for_reading(folder_.file("source.bin", large));
  ASSERT_EQ(::lseek(fd.get(), 1, SEEK_SET), 1);

  const auto stored = store_.put(fd.get(), "source.bin");

  EXPECT_EQ(stored.sha256, sha256(large.substr(1)));
  EXPECT_EQ(stored.size, large.size() - 1);
}

TEST_F(ObjectStoreTest, AnEmptyFileIsAFile) {
  const auto stored = store_.put("");
  EXPECT_EQ(stored.sha256, sha256(""));
  EXPECT_EQ(store_.check(stored.sha256), ObjectStore::Fixity::intact);
}

/// The pair of Wang et al. (2004): both have the MD5 79054025255fb1a26e4bc422aef54eb4.
TEST_F(ObjectStoreTest, TwoFilesOfEqualMd5AreTwoFiles) {
  std::string one =
      "\xd1\x31\xdd\x02\xc5\xe6\xee\xc4\x69\x3d\x9a\x06\x98\xaf\xf9\x5c\x2f\xca\xb5\x87\x12\x46\x7e"
      "\xab\x40\x04\x58\x3e\xb8\xfb\x7f\x89\x55\xad\x34\x06\x09\xf4\xb3\x02\x83\xe4\x88\x83\x25\x71"
      "\x41\x5a\x08\x51\x25\xe8\xf7\xcd\xc9\x9f\xd9\x1d\xbd\xf2\x80\x37\x3c\x5b\xd8\x82\x3e\x31\x56"
      "\x34\x8f\x5b\xae\x6d\xac\xd4\x36\xc9\x19\xc6\xdd\x53\xe2\xb4\x87\xda\x03\xfd\x02\x39\x63\x06"
      "\xd2\x48\xcd\xa0\xe9\x9f\x33\x42\x0f\x57\x7e\xe8\xce\x54\xb6\x70\x80\xa8\x0d\x1e\xc6\x98\x21"
      "\xbc\xb6\xa8\x83\x93\x96\xf9\x65\x2b\x6f\xf7\x2a\x70";
  ASSERT_EQ(one.size(), 128U);
  std::string two = one;
  for (const std::size_t differs : {19, 45, 59, 83, 109, 123}) two[differs] ^= '\x80';

  const auto first = store_.put(one);
  const auto second = store_.put(two);

  EXPECT_NE(first.sha256, second.sha256);
  EXPECT_FALSE(second.was_there);
  EXPECT_EQ(bytes_of(store_.open(first.sha256)), one);
  EXPECT_EQ(bytes_of(store_.open(second.sha256)), two);
}

TEST_F(ObjectStoreTest, DamageIsSeenByTheCheckAndNeverTakenForADuplicate) {
  const auto stored = store_.put("a scan");
  overwrite(stored.sha256, "a scam");

  EXPECT_EQ(store_.check(stored.sha256), ObjectStore::Fixity::altered);
  EXPECT_EQ(fault_of([&] { store_.put("a scan"); }), Fault::corrupt);
  EXPECT_THAT(entries_of(folder_ / ".incoming"), IsEmpty());
}

TEST_F(ObjectStoreTest, WhatIsNotThereIsMissingAndCannotBeOpened) {
  const std::string name = sha256("never stored");

  EXPECT_FALSE(store_.contains(name));
  EXPECT_EQ(store_.check(name), ObjectStore::Fixity::missing);
  EXPECT_EQ(fault_of([&] { (void)store_.open(name); }), Fault::not_found);
}

TEST_F(ObjectStoreTest, ALinkInThePlaceOfAnOriginalIsNotFollowed) {
  const auto stored = store_.put("a scan");
  boost::filesystem::remove(store_.path_of(stored.sha256));
  const auto elsewhere = folder_.file("elsewhere", "a scan");
  boost::filesystem::create_symlink(elsewhere, store_.path_of(stored.sha256));

  EXPECT_FALSE(store_.contains(stored.sha256));
  EXPECT_EQ(store_.check(stored.sha256), ObjectStore::Fixity::altered);
  EXPECT_THROW((void)store_.open(stored.sha256), Error);
}

TEST_F(ObjectStoreTest, ANameThatIsNoHashLeadsNowhere) {
  for (const char* name : {"", "../../etc/passwd", "ABCD", "abcd"}) {
    EXPECT_EQ(fault_of([&] { (void)store_.path_of(name); }), Fault::usage) << name;
  }
}

TEST_F(ObjectStoreTest, TheListingIsInOrderAndNamesStrangers) {
  std::vector<std::string> names;
  for (const char* text : {"one", "two", "three"}) names.push_back(store_.put(text).sha256);
  std::sort(names.begin(), names.end());
  const auto inner = store_.path_of(names[0]).parent_path();
  boost::filesystem::copy_file(store_.path_of(names[1]), inner / names[1]);  // in the wrong folder
  LocalDisk().create(inner / "Thumbs.db");
  const auto unused = folder_.file("notes.txt", "");

  const auto found = listing();

  EXPECT_EQ(found.names, names);
  EXPECT_THAT(found.strays, testing::UnorderedElementsAre("Thumbs.db", "notes.txt", names[1]));
}

TEST_F(ObjectStoreTest, AListingOfAStoreThatVanishedIsAnErrorNotEmpty) {
  const auto gone = folder_ / "store";
  boost::filesystem::create_directory(gone);
  const ObjectStore store(disk_, gone);
  boost::filesystem::remove(gone);

  EXPECT_EQ(fault_of([&] { store.for_each([](const auto&) {}, [](const auto&) {}); }),
            Fault::not_found);
  EXPECT_EQ(fault_of([&] { ObjectStore(disk_, gone); }), Fault::not_found);
}

TEST_F(ObjectStoreTest, WhatIsRemovedIsGoneAndMayBeStoredAgain) {
  const std::string name = store_.put("to be destroyed").sha256;
  const std::string other = store_.put("to be kept").sha256;
  store_.remove(name);
  EXPECT_EQ(store_.check(name), ObjectStore::Fixity::missing);
  EXPECT_EQ(store_.check(other), ObjectStore::Fixity::intact);
  EXPECT_NO_THROW(store_.remove(name)) << "again";
  EXPECT_NO_THROW(store_.remove(std::string(64, '0'))) << "never there";
  EXPECT_FALSE(store_.put("to be destroyed").was_there);
}

TEST_F(ObjectStoreTest, OnlyOldLeftoversAreRemoved) {
  store_.put("a scan");
  const auto old_one = folder_.file(".incoming/1-old", "half of a sc");
  const auto new_one = folder_.file(".incoming/1-new", "half of a sc");
  const utimbuf two_hours_ago{std::time(nullptr) - 7200, std::time(nullptr) - 7200};
  ASSERT_EQ(::utime(old_one.c_str(), &two_hours_ago), 0);

  EXPECT_EQ(store_.remove_leftovers(), 1);

  EXPECT_THAT(entries_of(folder_ / ".incoming"), ElementsAre(new_one));
}

TEST_F(ObjectStoreTest, ThreadsPuttingTheSameBytesAtOnceAllSucceed) {
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&] {
      for (int i = 0; i < 20; ++i) store_.put("scan " + std::to_string(i));
    });
  }
  for (auto& thread : threads) thread.join();

  EXPECT_EQ(listing().names.size(), 20U);
}

TEST_F(ObjectStoreTest, ProcessesPuttingTheSameBytesAtOnceAllSucceed) {
  std::vector<pid_t> children;
  for (int process = 0; process < 3; ++process) {
    const pid_t child = ::fork();
    if (child == 0) {
      try {
        ObjectStore store(disk_, folder_.path());
        for (int i = 0; i < 20; ++i) store.put("scan " + std::to_string(i));
        ::_exit(0);
      } catch (const std::exception&) {
        ::_exit(1);
      }
    }
    children.push_back(child);
  }
  for (const pid_t child : children) {
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_EQ(status, 0);
  }

  const auto found = listing();
  EXPECT_EQ(found.names.size(), 20U);
  for (const auto& name : found.names) {
    EXPECT_EQ(store_.check(name), ObjectStore::Fixity::intact);
  }
  EXPECT_THAT(found.strays, IsEmpty());
  EXPECT_THAT(entries_of(folder_ / ".incoming"), IsEmpty());
}

}  // namespace
}  // namespace fonds
