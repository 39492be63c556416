#include "ingest/watched_folder.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <boost/filesystem/operations.hpp>
#include <ctime>
#include <fstream>

#include "base/error.h"
#include "support/as_nobody.h"
#include "support/hostile_files.h"

namespace fonds {
namespace {

namespace fs = boost::filesystem;
using std::chrono::milliseconds;
using std::chrono::seconds;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class HandClock : public Clock {
 public:
  [[nodiscard]] Moment now() const override { return moment; }
  Moment moment{std::chrono::sys_days{std::chrono::year{2026} / 9 / 1}};
};

/// The machine's disk, writing down what was asked of it.
class TalkativeDisk : public LocalDisk {
 public:
  std::vector<std::string> said;
  void rename(const fs::path& from, const fs::path& to) override {
    said.push_back("rename " + to.filename().string());
    LocalDisk::rename(from, to);
  }
  void sync_folder(const fs::path& folder) override {
    said.push_back("sync " + folder.filename().string());
    LocalDisk::sync_folder(folder);
  }
};

class WatchedFolderTest : public ::testing::Test {
 protected:
  WatchedFolderTest() : folder_(fs::temp_directory_path() / fs::unique_path()) {
    fs::create_directory(folder_);
  }
  ~WatchedFolderTest() override {
    boost::system::error_code ignored;
    fs::remove_all(folder_, ignored);
  }

  fs::path write(const std::string& name, const std::string& bytes) {
    std::ofstream((folder_ / name).c_str(), std::ios::binary) << bytes;
    return folder_ / name;
  }
  /// A look so much later.
  WatchedFolder::Look look_after(milliseconds later) {
    clock_.moment += later;
    return watched_.look();
  }

  fs::path folder_;
  HandClock clock_;
  TalkativeDisk disk_;
  WatchedFolder watched_{disk_, clock_, folder_, {}};
};

TEST_F(WatchedFolderTest, AFileIsReadyWhenItStoodStillAndIsWhole) {
  const fs::path file = write("scan.pdf", small_pdf());

  EXPECT_THAT(look_after(seconds(0)).ready, IsEmpty());
  EXPECT_THAT(look_after(milliseconds(1999)).ready, IsEmpty());
  EXPECT_THAT(look_after(milliseconds(1)).ready, ElementsAre(file));
  EXPECT_THAT(look_after(seconds(1)).ready, ElementsAre(file));
}

TEST_F(WatchedFolderTest, AFileThatGrowsIsLeftAlone) {
  const std::string pdf = small_pdf();
  look_after(seconds(0));
  for (int i = 1; i <= 5; ++i) {
    write("scan.pdf", cut_off(pdf, 0.2 * i));
    EXPECT_THAT(look_after(seconds(3)).ready, IsEmpty());
  }
  EXPECT_THAT(look_after(seconds(3)).ready, SizeIs(1));
}

TEST_F(WatchedFolderTest, AFileThatStandsStillHalfWrittenIsNotTaken) {
  const fs::path file = write("scan.pdf", cut_off(small_pdf(), 0.8));
  look_after(seconds(0));
  EXPECT_THAT(look_after(seconds(30)).ready, IsEmpty());

  write("scan.pdf", small_pdf());
  look_after(seconds(1));
  EXPECT_THAT(look_after(seconds(2)).ready, ElementsAre(file));
}

TEST_F(WatchedFolderTest, AFileThatNeverBecomesWholeIsReportedOnce) {
  const fs::path file = write("scan.tif", cut_off(small_tiff(2), 0.8));
  look_after(seconds(0));
  EXPECT_THAT(look_after(seconds(59)).refused, IsEmpty());

  const WatchedFolder::Look look = look_after(seconds(1));
  ASSERT_THAT(look.refused, SizeIs(1));
  EXPECT_EQ(look.refused[0].file, file);
  EXPECT_THAT(look.refused[0].why, HasSubstr("not written to its end"));
  EXPECT_THAT(look_after(seconds(100)).refused, IsEmpty());

  write("scan.tif", small_tiff(2));
  look_after(seconds(1));
  EXPECT_THAT(look_after(seconds(2)).ready, ElementsAre(file));
}

TEST_F(WatchedFolderTest, AnEmptyFileWaitsAndIsThenReported) {
  write("scan.pdf", "");
  look_after(seconds(0));
  EXPECT_THAT(look_after(seconds(10)).refused, IsEmpty());
  const WatchedFolder::Look look = look_after(seconds(50));

  ASSERT_THAT(look.refused, SizeIs(1));
  EXPECT_THAT(look.refused[0].why, HasSubstr("empty"));
}

TEST_F(WatchedFolderTest, LinksFifosAndDevicesAreRefusedOnceAndNeverOpened) {
  const fs::path real = write("real.pdf", small_pdf());
  fs::create_symlink(real, folder_ / "link.pdf");
  fs::create_symlink("/dev/zero", folder_ / "device.pdf");
  ASSERT_EQ(::mkfifo((folder_ / "fifo.pdf").c_str(), 0600), 0);

  const WatchedFolder::Look first = look_after(seconds(0));
  const WatchedFolder::Look second = look_after(seconds(2));

  EXPECT_THAT(first.refused, SizeIs(3));
  for (const auto& refusal : first.refused) EXPECT_FALSE(refusal.why.empty());
  EXPECT_THAT(second.refused, IsEmpty());
  EXPECT_THAT(second.ready, ElementsAre(real));
}

TEST_F(WatchedFolderTest, WorkInProgressAndFoldersAreNotEvenMentioned) {
  for (const char* name : {".hidden.pdf", "a.tmp", "b.PART", "c.crdownload", "~$d.pdf", "e.pdf~"}) {
    write(name, small_pdf());
  }
  fs::create_directory(folder_ / "inner");
  look_after(seconds(0));
  const WatchedFolder::Look look = look_after(seconds(100));

  EXPECT_THAT(look.ready, IsEmpty());
  EXPECT_THAT(look.refused, IsEmpty());
}

TEST_F(WatchedFolderTest, AFileReplacedWhileItWaitsWaitsAnew) {
  const std::string pdf = small_pdf();
  const fs::path file = write("scan.pdf", pdf);
  look_after(seconds(0));
  look_after(seconds(1));

  write("other", pdf);
  struct stat status {};
  ASSERT_EQ(::stat(file.c_str(), &status), 0);
  const timespec times[] = {status.st_atim, status.st_mtim};
  ASSERT_EQ(::utimensat(AT_FDCWD, (folder_ / "other").c_str(), times, 0), 0);
  fs::rename(folder_ / "other", file);  // same name, size and time

  EXPECT_THAT(look_after(seconds(1)).ready, IsEmpty());
  EXPECT_THAT(look_after(seconds(2)).ready, ElementsAre(file));
}

TEST_F(WatchedFolderTest, TimesInTheFutureAndAClockSetBackDoNoHarm) {
  const fs::path file = write("scan.pdf", small_pdf());
  const timespec times[] = {{4'000'000'000, 0}, {4'000'000'000, 0}};
  ASSERT_EQ(::utimensat(AT_FDCWD, file.c_str(), times, 0), 0);
  look_after(seconds(0));
  EXPECT_THAT(look_after(-std::chrono::hours(2)).ready, IsEmpty());
  EXPECT_THAT(look_after(seconds(1)).ready, IsEmpty());
  EXPECT_THAT(look_after(seconds(1)).ready, ElementsAre(file));
}

TEST_F(WatchedFolderTest, TheOldestFileComesFirst) {
  const char* names[] = {"b.pdf", "a.pdf", "c.pdf"};
  for (int i = 0; i < 3; ++i) {
    const fs::path file = write(names[i], small_pdf());
    const timespec times[] = {{1000 + i, 0}, {1000 + i, 0}};
    ASSERT_EQ(::utimensat(AT_FDCWD, file.c_str(), times, 0), 0);
  }
  look_after(seconds(0));

  EXPECT_THAT(look_after(seconds(2)).ready,
              ElementsAre(folder_ / "b.pdf", folder_ / "a.pdf", folder_ / "c.pdf"));
}

TEST_F(WatchedFolderTest, AFileThatMayNotBeReadIsReportedAndTheRestGoesOn) {
  const fs::path locked = write("locked.pdf", small_pdf());
  const fs::path open = write("open.pdf", small_pdf());
  ::chmod(locked.c_str(), 0);
  look_after(seconds(0));
  const WatchedFolder::Look look = [&] {
    const AsNobody nobody;
    return look_after(seconds(2));
  }();

  EXPECT_THAT(look.ready, ElementsAre(open));
  ASSERT_THAT(look.refused, SizeIs(1));
  EXPECT_THAT(look.refused[0].why, HasSubstr("rights"));
}

TEST_F(WatchedFolderTest, HostileNamesAreFilesLikeOthers) {
  int written = 0;
  for (const std::string& name : hostile_names()) {
    write(name, small_pdf());
    ++written;
  }
  look_after(seconds(0));
  const WatchedFolder::Look look = look_after(seconds(2));

  EXPECT_THAT(look.ready, SizeIs(written));
  for (const fs::path& file : look.ready) EXPECT_TRUE(watched_.taken(file));
}

TEST_F(WatchedFolderTest, ATakenFileIsMovedDurably) {
  const fs::path file = write("scan.pdf", small_pdf());
  look_after(seconds(0));
  look_after(seconds(2));

  EXPECT_TRUE(watched_.taken(file));

  EXPECT_FALSE(fs::exists(file));
  EXPECT_TRUE(fs::exists(folder_ / ".taken" / "scan.pdf"));
  const std::string folder = folder_.filename().string();
  EXPECT_THAT(disk_.said,
              ElementsAre("sync " + folder, "rename scan.pdf", "sync .taken", "sync " + folder));
  EXPECT_THAT(look_after(seconds(2)).ready, IsEmpty());
}

TEST_F(WatchedFolderTest, ATakenFileNeverReplacesAnother) {
  for (int i = 0; i < 3; ++i) {
    const fs::path file = write("scan.pdf", small_pdf(i + 1));
    look_after(seconds(0));
    look_after(seconds(2));
    EXPECT_TRUE(watched_.taken(file));
  }
  const fs::path taken = folder_ / ".taken";

  EXPECT_EQ(read_file(taken / "scan.pdf"), small_pdf(1));
  EXPECT_EQ(read_file(taken / "scan (2).pdf"), small_pdf(2));
  EXPECT_EQ(read_file(taken / "scan (3).pdf"), small_pdf(3));
}

TEST_F(WatchedFolderTest, AFileReplacedWhileItWasTakenInStays) {
  const fs::path file = write("scan.pdf", small_pdf(1));
  look_after(seconds(0));
  look_after(seconds(2));
  write("scan.pdf", small_pdf(2));

  EXPECT_FALSE(watched_.taken(file));
  EXPECT_EQ(read_file(file), small_pdf(2));
  look_after(seconds(1));
  EXPECT_THAT(look_after(seconds(2)).ready, ElementsAre(file));

  fs::remove(file);
  EXPECT_FALSE(watched_.taken(file));
}

TEST_F(WatchedFolderTest, TakenFilesDoNotFollowALinkOutOfTheFolder) {
  const fs::path file = write("scan.pdf", small_pdf());
  fs::create_symlink("/tmp", folder_ / ".taken");
  look_after(seconds(0));
  look_after(seconds(2));

  EXPECT_THROW(watched_.taken(file), Error);
  EXPECT_TRUE(fs::exists(file));
}

TEST_F(WatchedFolderTest, WhatTheArchiveRefusedIsNotOfferedAgainUntilItChanges) {
  const fs::path file = write("scan.pdf", small_pdf());
  EXPECT_EQ(look_after(seconds(0)).waiting, 1);
  ASSERT_THAT(look_after(seconds(3)).ready, SizeIs(1));
  watched_.refused(file);
  const WatchedFolder::Look later = look_after(seconds(3));
  EXPECT_THAT(later.ready, IsEmpty());
  EXPECT_EQ(later.waiting, 0);
  write("scan.pdf", small_pdf() + "\n");
  look_after(seconds(1));
  EXPECT_THAT(look_after(seconds(3)).ready, SizeIs(1));
}

TEST_F(WatchedFolderTest, AFolderThatIsGoneIsAFault) {
  fs::remove_all(folder_);
  try {
    watched_.look();
    FAIL() << "no fault";
  } catch (const Error& error) {
    EXPECT_EQ(error.fault(), Fault::not_found);
  }
}

TEST_F(WatchedFolderTest, IsWholeLooksIntoTheFile) {
  EXPECT_TRUE(is_whole(write("a.pdf", small_pdf())));
  EXPECT_FALSE(is_whole(write("b.pdf", cut_off(small_pdf(), 0.9))));
  fs::create_symlink(folder_ / "a.pdf", folder_ / "link.pdf");
  EXPECT_THROW(is_whole(folder_ / "link.pdf"), Error);
}

}  // namespace
}  // namespace fonds
