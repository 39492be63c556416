// Both stores under a disk that fails, fills up, turns read-only or loses power at every single
// operation: what was promised is there, what was not promised is whole or absent.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/filesystem/operations.hpp>
#include <functional>

#include "base/digest.h"
#include "base/error.h"
#include "store/derived_store.h"
#include "store/object_store.h"
#include "support/faulty_disk.h"
#include "support/temp_folder.h"

namespace fonds {
namespace {

using Trouble = FaultyDisk::Trouble;
using UnsyncedNames = FaultyDisk::UnsyncedNames;
using Fixity = ObjectStore::Fixity;

constexpr DocumentId kDocument{7};

struct Case {
  Trouble trouble;
  UnsyncedNames names;
};

std::vector<Case> all_cases() {
  std::vector<Case> cases;
  for (const auto trouble :
       {Trouble::no_space, Trouble::input_output, Trouble::read_only, Trouble::power_cut}) {
    for (const auto names : {UnsyncedNames::lost, UnsyncedNames::kept}) {
      cases.push_back({trouble, names});
    }
  }
  return cases;
}

/// Runs `action`; false when it failed, which must be by an Error that tells a person what to do.
bool succeeds(const std::function<void()>& action) {
  try {
    action();
    return true;
  } catch (const Error& error) {
    EXPECT_EQ(error.fault(), Fault::io) << error.what();
    EXPECT_FALSE(error.message().empty());
    EXPECT_FALSE(error.hint().empty()) << error.what();
    return false;
  }
}

/// Calls `trial` with 1, 2, … until it says that the operation of that number was never reached.
void at_every_operation(const std::function<bool(int)>& trial) {
  int n = 1;
  while (trial(n)) {
    ASSERT_LT(++n, 200) << "never gets through";
  }
  EXPECT_GT(n, 5) << "hardly anything was tried";
}

class PowerCut : public testing::TestWithParam<Case> {};
INSTANTIATE_TEST_SUITE_P(AtEveryOperation, PowerCut, testing::ValuesIn(all_cases()));

TEST_P(PowerCut, WhatPutReturnedIsThereAndNothingIsHalf) {
  at_every_operation([](int n) {
    SCOPED_TRACE(n);
    const TempFolder folder(TempFolder::Where::memory);
    FaultyDisk disk(folder.path());
    const std::string before = ObjectStore(disk, folder.path()).put("stored before").sha256;
    const std::string name = sha256("stored now");

    disk.fail_at(n, GetParam().trouble);
    const bool stored = succeeds([&] { ObjectStore(disk, folder.path()).put("stored now"); });
    const bool reached = disk.has_failed();
    disk.restart_after_power_cut(GetParam().names);

    ObjectStore store(disk, folder.path());
    EXPECT_EQ(store.check(before), Fixity::intact);
    if (stored) {
      EXPECT_EQ(store.check(name), Fixity::intact);
    } else {
      EXPECT_NE(store.check(name), Fixity::altered);
    }
    store.for_each([&](const std::string& each) { EXPECT_EQ(store.check(each), Fixity::intact); },
                   [](const auto& stray) { ADD_FAILURE() << stray; });
    store.put("stored now");
    disk.restart_after_power_cut(UnsyncedNames::lost);
    EXPECT_EQ(store.check(name), Fixity::intact);
    return reached;
  });
}

/// The first attempt may die between the rename and the sync of a folder: finding the file there,
/// the second must not take it for durable.
TEST_P(PowerCut, ADuplicateOfAFailedPutIsDurableToo) {
  at_every_operation([](int n) {
    SCOPED_TRACE(n);
    const TempFolder folder(TempFolder::Where::memory);
    FaultyDisk disk(folder.path());
    disk.fail_at(n, GetParam().trouble);
    succeeds([&] { ObjectStore(disk, folder.path()).put("a scan"); });
    const bool reached = disk.has_failed();
    disk.heal();

    const auto stored = ObjectStore(disk, folder.path()).put("a scan");
    disk.restart_after_power_cut(GetParam().names);

    EXPECT_EQ(ObjectStore(disk, folder.path()).check(stored.sha256), Fixity::intact);
    return reached;
  });
}

void publish(DerivedStore& store, int run, std::string_view text) {
  const auto draft = store.begin_run(kDocument, run);
  for (const auto name : {kTextFile, kAltoFile}) {
    draft->begin(name);
    draft->write(text);
  }
  draft->publish();
}

/// Text of a run that is complete, "" when it is absent; anything else is a failure.
std::string whole_run(const DerivedStore& store, int run) {
  if (!testing::Value(store.runs_of(kDocument), testing::Contains(run))) return {};
  const std::string text = store.read(kDocument, run, kTextFile);
  EXPECT_EQ(store.read(kDocument, run, kAltoFile), text);
  EXPECT_FALSE(text.empty());
  return text;
}

TEST_P(PowerCut, APublishedRunIsThereAndAnUnpublishedOneIsWholeOrAbsent) {
  at_every_operation([](int n) {
    SCOPED_TRACE(n);
    const TempFolder folder(TempFolder::Where::memory);
    FaultyDisk disk(folder.path());
    DerivedStore before(disk, folder.path());
    publish(before, 1, "first run");

    disk.fail_at(n, GetParam().trouble);
    DerivedStore during(disk, folder.path());
    const bool published = succeeds([&] { publish(during, 2, "second run"); });
    const bool reached = disk.has_failed();
    disk.restart_after_power_cut(GetParam().names);

    DerivedStore after(disk, folder.path());
    EXPECT_EQ(whole_run(after, 1), "first run");
    const std::string second = whole_run(after, 2);
    if (published) {
      EXPECT_EQ(second, "second run");
    }
    EXPECT_TRUE(second.empty() || second == "second run") << second;
    publish(after, 2, "second run");
    return reached;
  });
}

TEST_P(PowerCut, AReplacedRunIsTheOldOrTheNewOrAbsentButNeverMixed) {
  at_every_operation([](int n) {
    SCOPED_TRACE(n);
    const TempFolder folder(TempFolder::Where::memory);
    FaultyDisk disk(folder.path());
    DerivedStore store(disk, folder.path());
    publish(store, 1, "old");

    disk.fail_at(n, GetParam().trouble);
    const bool published = succeeds([&] { publish(store, 1, "new"); });
    const bool reached = disk.has_failed();
    disk.restart_after_power_cut(GetParam().names);

    const std::string text = whole_run(store, 1);
    EXPECT_TRUE(text.empty() || text == "old" || text == "new") << text;
    if (published) {
      EXPECT_EQ(text, "new");
    }
    return reached;
  });
}

TEST_P(PowerCut, ARemovedRunStaysAwayAndALeftPieceIsSweptUp) {
  at_every_operation([](int n) {
    SCOPED_TRACE(n);
    const TempFolder folder(TempFolder::Where::memory);
    FaultyDisk disk(folder.path());
    DerivedStore store(disk, folder.path());
    publish(store, 1, "words to forget");

    disk.fail_at(n, GetParam().trouble);
    const bool removed = succeeds([&] { store.remove_run(kDocument, 1); });
    const bool reached = disk.has_failed();
    disk.restart_after_power_cut(GetParam().names);

    const std::string text = whole_run(store, 1);
    if (removed) {
      EXPECT_EQ(text, "");
    }
    store.remove_run(kDocument, 1);
    for (boost::filesystem::recursive_directory_iterator next(folder.path()), end; next != end;
         ++next) {
      EXPECT_TRUE(boost::filesystem::is_directory(next->path())) << next->path();
    }
    return reached;
  });
}

/// The simulator itself: a writer that forgets to sync must lose, or the tests above prove nothing.
TEST(FaultyDisk, DropsWhatWasNotSynced) {
  const TempFolder folder(TempFolder::Where::memory);
  FaultyDisk disk(folder.path());
  const auto write = [&](const char* name) {
    auto file = disk.create(folder / name);
    file->write("bytes");
    return file;
  };
  write("content and name")->sync();
  disk.sync_folder(folder.path());
  write("name only");
  disk.sync_folder(folder.path());
  write("content only")->sync();
  disk.rename(folder / "content and name", folder / "renamed");

  disk.restart_after_power_cut(UnsyncedNames::lost);

  EXPECT_EQ(read_file(folder / "content and name"), "bytes");
  EXPECT_EQ(read_file(folder / "name only"), "");
  EXPECT_FALSE(boost::filesystem::exists(folder / "content only"));
  EXPECT_FALSE(boost::filesystem::exists(folder / "renamed"));
}

TEST(FaultyDisk, AFullDiskTakesHalfAWriteAndStillRemoves) {
  const TempFolder folder(TempFolder::Where::memory);
  FaultyDisk disk(folder.path());
  const auto file = disk.create(folder / "file");
  disk.fail_at(1, Trouble::no_space);

  EXPECT_THROW(file->write("12345678"), Error);
  EXPECT_EQ(read_file(folder / "file"), "1234");
  EXPECT_THROW(disk.create(folder / "other"), Error);
  disk.remove(folder / "file");
  EXPECT_FALSE(boost::filesystem::exists(folder / "file"));
}

}  // namespace
}  // namespace fonds
