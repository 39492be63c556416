#include "base/disk.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <algorithm>
#include <boost/filesystem/operations.hpp>
#include <chrono>
#include <csignal>
#include <functional>

#include "base/error.h"

namespace fonds {
namespace {

namespace fs = boost::filesystem;
using ::testing::HasSubstr;

class DiskTest : public ::testing::Test {
 protected:
  DiskTest() : folder_(fs::temp_directory_path() / fs::unique_path("fonds-disk-%%%%-%%%%-%%%%")) {
    fs::create_directory(folder_);
  }
  ~DiskTest() override {
    boost::system::error_code ignored;
    fs::remove_all(folder_, ignored);
  }

  fs::path file(const std::string& name, const std::string& content = "content") {
    const auto written = disk_.create(folder_ / name);
    written->write(content);
    written->close();
    return folder_ / name;
  }

  LocalDisk disk_;
  fs::path folder_;
};

Fault fault_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const Error& error) {
    EXPECT_FALSE(error.message().empty());
    return error.fault();
  }
  ADD_FAILURE() << "did not fail";
  return Fault::bug;
}

mode_t mode_of(const fs::path& file) {
  struct stat status {};
  EXPECT_EQ(::lstat(file.c_str(), &status), 0) << file;
  return status.st_mode & 07777;
}

TEST_F(DiskTest, ANewFileBelongsToItsOwnerOnlyAndHoldsWhatWasWritten) {
  const auto written = disk_.create(folder_ / "a");
  written->write("one ");
  written->write("");
  written->write(std::string("two\0three", 9));
  written->sync();
  written->close();

  EXPECT_EQ(read_file(folder_ / "a"), std::string("one two\0three", 13));
  EXPECT_EQ(mode_of(folder_ / "a"), 0600U);
}

TEST_F(DiskTest, CreatingNeverOverwritesNorFollowsALink) {
  file("a", "old");
  fs::create_symlink(folder_ / "nowhere", folder_ / "link");

  EXPECT_EQ(fault_of([&] { disk_.create(folder_ / "a"); }), Fault::io);
  EXPECT_EQ(fault_of([&] { disk_.create(folder_ / "link"); }), Fault::io);
  EXPECT_EQ(fault_of([&] { disk_.create(folder_ / "absent" / "a"); }), Fault::not_found);
  EXPECT_EQ(read_file(folder_ / "a"), "old");
  EXPECT_FALSE(fs::exists(folder_ / "nowhere"));
}

TEST_F(DiskTest, AFileThatMayNotGrowFailsInsteadOfBeingCutSilently) {
  struct rlimit before {};
  ::getrlimit(RLIMIT_FSIZE, &before);
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  const struct rlimit small { 4096, before.rlim_max };
  ::setrlimit(RLIMIT_FSIZE, &small);

  const auto written = disk_.create(folder_ / "a");
  const Fault fault = fault_of([&] { written->write(std::string(10000, 'x')); });

  ::setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, handler);
  EXPECT_EQ(fault, Fault::io);
}

TEST_F(DiskTest, RenameReplacesAndSaysWhatIsMissing) {
  file("old", "old");
  file("new", "new");

  disk_.rename(folder_ / "new", folder_ / "old");

  EXPECT_EQ(read_file(folder_ / "old"), "new");
  EXPECT_FALSE(fs::exists(folder_ / "new"));
  EXPECT_EQ(fault_of([&] { disk_.rename(folder_ / "new", folder_ / "x"); }), Fault::not_found);
  EXPECT_EQ(fault_of([&] { disk_.rename(folder_ / "old", folder_ / "no" / "x"); }),
            Fault::not_found);
}

TEST_F(DiskTest, RemovingWhatIsNotThereIsNoFailureAFolderThatHoldsSomethingIs) {
  file("a");

  disk_.remove(folder_ / "a");
  disk_.remove(folder_ / "a");

  EXPECT_FALSE(fs::exists(folder_ / "a"));
  file("b");
  EXPECT_EQ(fault_of([&] { disk_.remove(folder_); }), Fault::io);
  EXPECT_TRUE(fs::exists(folder_ / "b"));
  disk_.make_folders(folder_ / "empty");
  disk_.remove(folder_ / "empty");
  EXPECT_FALSE(fs::exists(folder_ / "empty"));
}

TEST_F(DiskTest, ReadOnlyTakesTheRightToWriteFromEverybody) {
  file("a");

  disk_.make_read_only(folder_ / "a");

  EXPECT_EQ(mode_of(folder_ / "a") & 0222U, 0U);
  EXPECT_EQ(fault_of([&] { disk_.make_read_only(folder_ / "absent"); }), Fault::not_found);
}

TEST_F(DiskTest, FoldersAreMadeWithTheirParentsAndTwiceIsTheSame) {
  const fs::path deep = folder_ / "a" / "b" / "c";

  disk_.make_folders(deep);
  disk_.make_folders(deep);

  EXPECT_TRUE(fs::is_directory(deep));
  EXPECT_EQ(mode_of(folder_ / "a") & 0077U, 0U) << "papers of children: nobody else may look";
}

TEST_F(DiskTest, AFileInTheWayOfAFolderIsAFault) {
  file("a");

  EXPECT_EQ(fault_of([&] { disk_.make_folders(folder_ / "a"); }), Fault::io);
  EXPECT_EQ(fault_of([&] { disk_.make_folders(folder_ / "a" / "b"); }), Fault::io);
  fs::create_symlink(folder_ / "nowhere", folder_ / "link");
  EXPECT_EQ(fault_of([&] { disk_.make_folders(folder_ / "link"); }), Fault::io);
}

TEST_F(DiskTest, SyncingAFolderThatIsNoneIsAFault) {
  file("a");

  disk_.sync_folder(folder_);
  EXPECT_EQ(fault_of([&] { disk_.sync_folder(folder_ / "a"); }), Fault::io);
  EXPECT_EQ(fault_of([&] { disk_.sync_folder(folder_ / "absent"); }), Fault::not_found);
}

TEST_F(DiskTest, OnlyRegularFilesAreOpened) {
  const fs::path good = file("good");
  ASSERT_EQ(::mkfifo((folder_ / "fifo").c_str(), 0600), 0);
  fs::create_symlink(good, folder_ / "link");
  fs::create_symlink(folder_ / "loop", folder_ / "loop");
  fs::create_symlink(folder_ / "fifo", folder_ / "to-fifo");
  ASSERT_EQ(::mknod((folder_ / "socket").c_str(), S_IFSOCK | 0600, 0), 0);

  EXPECT_TRUE(open_for_reading(good, FollowLinks::no).valid());
  EXPECT_TRUE(open_for_reading(folder_ / "link", FollowLinks::yes).valid());
  const auto start = std::chrono::steady_clock::now();
  EXPECT_EQ(fault_of([&] { open_for_reading(folder_ / "link", FollowLinks::no); }), Fault::usage);
  EXPECT_EQ(fault_of([&] { open_for_reading(folder_ / "fifo"); }), Fault::usage);
  EXPECT_EQ(fault_of([&] { open_for_reading(folder_ / "to-fifo"); }), Fault::usage);
  EXPECT_EQ(fault_of([&] { open_for_reading(folder_ / "socket"); }), Fault::usage);
  EXPECT_EQ(fault_of([&] { open_for_reading(folder_ / "loop"); }), Fault::usage);
  EXPECT_EQ(fault_of([&] { open_for_reading(folder_); }), Fault::usage);
  EXPECT_EQ(fault_of([&] { open_for_reading("/dev/null"); }), Fault::usage);
  EXPECT_EQ(fault_of([&] { open_for_reading(folder_ / "absent"); }), Fault::not_found);
  EXPECT_EQ(fault_of([&] { open_for_reading(""); }), Fault::not_found);
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5)) << "a FIFO hung";
}

TEST_F(DiskTest, AFailedReadNeverLooksLikeAnEmptyFile) {
  const fs::path empty = file("empty", "");

  EXPECT_EQ(read_file(empty), "");
  EXPECT_EQ(fault_of([&] { read_file(folder_ / "absent"); }), Fault::not_found);
  EXPECT_EQ(fault_of([&] { read_file(folder_); }), Fault::usage);
  char byte = 0;
  EXPECT_EQ(fault_of([&] { read_some(-1, &byte, 1, "x"); }), Fault::io);
  EXPECT_EQ(fault_of([&] { size_of(-1, "x"); }), Fault::io);
  EXPECT_EQ(fault_of([&] { free_space(folder_ / "absent"); }), Fault::not_found);
}

TEST_F(DiskTest, TheLimitOfReadingIsExact) {
  const fs::path large = file("large", std::string(200'000, 'x'));

  EXPECT_EQ(read_file(large, 200'000).size(), 200'000U);
  EXPECT_EQ(fault_of([&] { read_file(large, 199'999); }), Fault::io);
  EXPECT_EQ(size_of(open_for_reading(large).get(), "large"), 200'000U);
  EXPECT_GT(free_space(folder_), 0U);
}

TEST_F(DiskTest, AMessageNamesTheFile) {
  try {
    read_file(folder_ / "протокол.pdf");
    FAIL();
  } catch (const Error& error) {
    EXPECT_THAT(error.message(), HasSubstr("протокол.pdf"));
  }
}

// A disk that fails at the n-th step and remembers the order of the steps.
class BreakingDisk : public LocalDisk {
 public:
  int fail_at = 0;
  std::vector<std::string> steps;

  std::unique_ptr<WritableFile> create(const fs::path& path) override {
    step("create");
    return std::make_unique<File>(*this, LocalDisk::create(path));
  }
  void rename(const fs::path& from, const fs::path& to) override {
    step("rename");
    LocalDisk::rename(from, to);
  }
  void sync_folder(const fs::path& folder) override {
    step("sync_folder");
    LocalDisk::sync_folder(folder);
  }

 private:
  class File : public WritableFile {
   public:
    File(BreakingDisk& disk, std::unique_ptr<WritableFile> file)
        : disk_(disk), file_(std::move(file)) {}
    void write(std::string_view bytes) override {
      disk_.step("write");
      file_->write(bytes);
    }
    void sync() override {
      disk_.step("sync");
      file_->sync();
    }
    void close() override {
      disk_.step("close");
      file_->close();
    }

   private:
    BreakingDisk& disk_;
    std::unique_ptr<WritableFile> file_;
  };

  void step(const char* name) {
    steps.emplace_back(name);
    if (static_cast<int>(steps.size()) == fail_at) throw Error(Fault::io, "broken");
  }
};

TEST_F(DiskTest, AnAtomicWriteIsDurableBeforeItIsNamed) {
  BreakingDisk disk;

  write_atomically(disk, folder_ / "a", "new");

  EXPECT_EQ(disk.steps, (std::vector<std::string>{"create", "write", "sync", "close", "rename",
                                                  "sync_folder"}));
  EXPECT_EQ(read_file(folder_ / "a"), "new");
}

TEST_F(DiskTest, AnAtomicWriteThatFailsAnywhereLeavesTheOldOrTheNewContent) {
  for (int step = 1; step <= 6; ++step) {
    fs::remove(folder_ / "a");
    write_atomically(disk_, folder_ / "a", "old");
    BreakingDisk breaking;
    breaking.fail_at = step;

    EXPECT_THROW(write_atomically(breaking, folder_ / "a", "new"), Error) << step;

    EXPECT_EQ(read_file(folder_ / "a"), step <= 5 ? "old" : "new") << step;
    write_atomically(disk_, folder_ / "a", "newer");
    EXPECT_EQ(read_file(folder_ / "a"), "newer") << "what was left behind stood in the way";
    EXPECT_EQ(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()), 1);
  }
}

}  // namespace
}  // namespace fonds
