// WorkerHandle and the process behind it: what it reads, and that no process, however it ends or
// lies, does harm to the one that asked.
#include "ingest/worker.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/filesystem/operations.hpp>
#include <chrono>
#include <csignal>
#include <thread>

#include "base/disk.h"
#include "base/error.h"
#include "support/hostile_archives.h"
#include "support/temp_folder.h"

namespace fonds {
namespace {

namespace fs = boost::filesystem;
using std::chrono_literals::operator""s;
using testing::HasSubstr;

const fs::path kProgram = fs::path(FONDS_BINARY_DIR) / "tests/ingest/fonds_test_worker";
const fs::path kScans = fs::path(FONDS_SOURCE_DIR) / "tests/data/scans";

WorkerOptions good() {
  WorkerOptions options;
  options.program = kProgram;
  return options;
}

struct Pages : RecognitionSink {
  void page(RecognisedPage&& page, std::string&& thumbnail) override {
    pages.push_back(std::move(page));
    thumbnails.push_back(std::move(thumbnail));
  }
  void alto(std::string_view bytes) override {
    ++altos;
    alto_xml = bytes;
  }
  void access_copy(std::string_view bytes) override { pdf += bytes; }

  std::vector<RecognisedPage> pages;
  std::vector<std::string> thumbnails;
  int altos = 0;
  std::string alto_xml;
  std::string pdf;
};

struct Members : MemberSink {
  void begin(const std::string& name) override { names.push_back(name); }
  void write(std::string_view bytes) override { content += bytes; }
  void end() override { ++ended; }
  void refuse(const std::string& name, const std::string&) override { refused.push_back(name); }

  std::vector<std::string> names;
  std::vector<std::string> refused;
  std::string content;
  int ended = 0;
};

std::size_t open_descriptors() {
  return static_cast<std::size_t>(
      std::distance(fs::directory_iterator("/proc/self/fd"), fs::directory_iterator()));
}

Error error_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const Error& error) {
    return error;
  }
  ADD_FAILURE() << "nothing was thrown";
  return {Fault::bug, "nothing was thrown"};
}

class Worker : public testing::Test {
 protected:
  UniqueFd file_of(std::string_view bytes) {
    return open_for_reading(folder_.file("file" + std::to_string(++files_), bytes));
  }
  /// A worker that misbehaves as `kind` says.
  WorkerOptions bad(const std::string& kind) {
    const fs::path link = folder_.path() / kind;
    fs::create_symlink(kProgram, link);
    WorkerOptions options;
    options.program = link;
    options.per_page = 1s;
    return options;
  }
  /// The error of asking such a worker to recognise; it is gone afterwards.
  Error asked(const WorkerOptions& options) {
    WorkerHandle handle(options);
    const UniqueFd file = file_of("x");
    Pages pages;
    const Error error = error_of([&] {
      handle.recognise({{file.get(), FileKind::jpeg}}, "", WorkerHandle::Products::everything,
                       pages);
    });
    EXPECT_FALSE(handle.alive());
    return error;
  }

  TempFolder folder_;
  int files_ = 0;
};

TEST_F(Worker, ReadsAScanIntoEveryProduct) {
  WorkerHandle handle(good());
  const fs::path scan = fs::directory_iterator(kScans)->path();
  const UniqueFd file = open_for_reading(scan);
  const FileKind kind = *tell_kind(read_file(scan).substr(0, kKindBytes));

  Pages made;
  handle.recognise({{file.get(), kind}}, "F-1", WorkerHandle::Products::everything, made);

  ASSERT_GE(made.pages.size(), 1U);
  EXPECT_EQ(made.pages.front().number, 1);
  EXPECT_EQ(made.altos, 1);
  EXPECT_THAT(made.alto_xml, HasSubstr("<alto"));
  EXPECT_THAT(made.pdf.substr(0, 8), HasSubstr("%PDF-1.4"));
  EXPECT_THAT(made.thumbnails.front(), testing::StartsWith("\xFF\xD8"));
  EXPECT_GT(handle.last_usage().cpu_seconds, 0);
  EXPECT_GT(handle.last_usage().peak_memory, 1U << 20);
}

TEST_F(Worker, IsConfinedByTheKernel) {
  const WorkerHandle handle(good());

  EXPECT_THAT(handle.confinement(), HasSubstr("landlock"));
  EXPECT_THAT(handle.confinement(), HasSubstr("seccomp"));
}

TEST_F(Worker, GivesTheMembersOfAContainer) {
  WorkerHandle handle(good());
  const UniqueFd file = file_of(make_zip({{"a/b.txt", "paper"}, {"../c", "no"}}));
  Members members;

  handle.expand({file.get(), FileKind::zip}, members);

  EXPECT_EQ(members.names, std::vector<std::string>{"a/b.txt"});
  EXPECT_EQ(members.content, "paper");
  EXPECT_EQ(members.ended, 1);
  EXPECT_EQ(members.refused.size(), 1U);
}

TEST_F(Worker, ADamagedFileIsThePapersFaultAndTheNextOneIsRead) {
  WorkerHandle handle(good());
  const UniqueFd damaged = file_of("%PDF-1.4 and nothing more");

  const Error error = error_of([&] { handle.probe({damaged.get(), FileKind::pdf}); });

  EXPECT_EQ(error.fault(), Fault::corrupt) << error.what();
  EXPECT_TRUE(handle.alive());
  const Error again = error_of([&] { handle.probe({damaged.get(), FileKind::pdf}); });
  EXPECT_EQ(again.fault(), Fault::corrupt) << again.what();
}

TEST_F(Worker, LeavesNoDescriptorsBehind) {
  const UniqueFd damaged = file_of("%PDF-1.4 and nothing more");
  const std::size_t before = open_descriptors();
  {
    WorkerHandle handle(good());
    const std::size_t with_handle = open_descriptors();
    for (int i = 0; i < 50; ++i) {
      error_of([&] { handle.probe({damaged.get(), FileKind::pdf}); });
    }
    EXPECT_EQ(open_descriptors(), with_handle);
  }
  EXPECT_EQ(open_descriptors(), before);
}

TEST_F(Worker, AMissingProgramIsSaid) {
  WorkerOptions options;
  options.program = "/nonexistent/fonds";

  const Error error = error_of([&] { const WorkerHandle handle(options); });

  EXPECT_EQ(error.fault(), Fault::unavailable);
  EXPECT_THAT(error.message(), HasSubstr("/nonexistent/fonds"));
}

TEST_F(Worker, ACrashIsToldAsOne) {
  const Error error = asked(bad("crash"));

  EXPECT_EQ(error.fault(), Fault::unavailable);
  EXPECT_THAT(error.message(), HasSubstr("crashed"));
}

TEST_F(Worker, AnEarlyEndIsToldWithItsCode) {
  const Error error = asked(bad("vanish"));

  EXPECT_EQ(error.fault(), Fault::unavailable);
  EXPECT_THAT(error.message(), HasSubstr("code 5"));
}

TEST_F(Worker, AnEndlessPageIsCutOff) {
  const Error error = asked(bad("hang"));

  EXPECT_EQ(error.fault(), Fault::unavailable);
  EXPECT_THAT(error.message(), HasSubstr("longer than 1 s"));
}

TEST_F(Worker, BytesWithoutAMessageAreNoProgress) {
  EXPECT_THAT(asked(bad("trickle")).message(), HasSubstr("longer than 1 s"));
}

TEST_F(Worker, APageThatEatsMemoryIsCutOff) {
  WorkerOptions options = bad("eat");
  options.memory = 100U << 20;
  options.per_page = 60s;

  const Error error = asked(options);

  EXPECT_EQ(error.fault(), Fault::unavailable);
  EXPECT_THAT(error.message(), HasSubstr("more than 0.1 GB"));
}

TEST_F(Worker, NonsenseIsRefused) {
  for (const char* kind : {"noise", "huge", "disorder", "climb"}) {
    const Error error = asked(bad(kind));
    EXPECT_EQ(error.fault(), Fault::unavailable) << kind;
    EXPECT_THAT(error.message(), HasSubstr("nonsense")) << kind;
  }
}

TEST_F(Worker, AMessageCutOffByTheEndIsAnEnd) {
  EXPECT_THAT(asked(bad("cut")).message(), HasSubstr("code 0"));
}

TEST_F(Worker, AFloodEndsAtTheLimitOfResults) {
  WorkerOptions options = bad("flood");
  options.result_bytes = 20U << 20;

  EXPECT_THAT(asked(options).message(), HasSubstr("too much"));
}

TEST_F(Worker, EndlessPagesEndAtTheLimitOfPages) {
  WorkerOptions options = bad("pages");
  options.reading.limits.pages = 10;

  EXPECT_THAT(asked(options).message(), HasSubstr("page out of order"));
}

TEST_F(Worker, AMemberOutsideItsContainerIsRefused) {
  const WorkerOptions options = bad("climb");
  WorkerHandle handle(options);
  const UniqueFd file = file_of("x");
  Members members;

  const Error error = error_of([&] { handle.expand({file.get(), FileKind::zip}, members); });

  EXPECT_THAT(error.message(), HasSubstr("nonsense"));
  EXPECT_TRUE(members.names.empty());
}

TEST_F(Worker, AProcessCannotBlameTheDiskNorPaintTheTerminal) {
  const Error error = asked(bad("blame"));

  EXPECT_EQ(error.fault(), Fault::unavailable);
  EXPECT_THAT(error.message(), testing::Not(HasSubstr("\x1B")));
}

TEST_F(Worker, ASinkThatFailsEndsTheConversation) {
  struct Full : Pages {
    void page(RecognisedPage&&, std::string&&) override { throw Error(Fault::io, "disk full"); }
  };
  WorkerHandle handle(bad("pages"));
  const UniqueFd file = file_of("x");
  Full sink;

  const Error error = error_of([&] {
    handle.recognise({{file.get(), FileKind::jpeg}}, "", WorkerHandle::Products::pages_only, sink);
  });

  EXPECT_EQ(error.message(), "disk full");
  EXPECT_FALSE(handle.alive());
}

}  // namespace
}  // namespace fonds
