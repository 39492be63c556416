#include "cli/command_line.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/temp_folder.h"

namespace fonds {
namespace {

using ::testing::HasSubstr;

/// Runs a command line in this process; what it printed where, and its exit code.
struct Ran {
  int exit_code;
  std::string out;
  std::string err;
};

Ran run(const std::vector<std::string>& arguments) {
  ::unsetenv("FONDS_ARCHIVE");
  Session session;
  ::testing::internal::CaptureStdout();
  ::testing::internal::CaptureStderr();
  const int exit_code = run_command_line(session, arguments);
  return {exit_code, ::testing::internal::GetCapturedStdout(),
          ::testing::internal::GetCapturedStderr()};
}

TEST(CommandLine, WrongCallsSayWhatAndWhereToReadAndExitWithTwo) {
  for (const auto& wrong : std::vector<std::vector<std::string>>{
           {"nonsense"},
           {"add"},
           {"add", "--nonsense", "x"},
           {"export", "1"},
           {"export", "1", "--pdf", "--text"},
           {"search", "--limit", "0", "x"},
           {"search", "--limit", "many", "x"},
           {"scan", "--dpi", "1"},
           {"scan", "--source", "glass"},
           {"document"},
           {"document", "list", "--state", "lost"},
           {"jobs", "quarantine"},
           {"init"},
           {"check", "surplus"},
       }) {
    const Ran ran = run(wrong);
    EXPECT_EQ(ran.exit_code, 2) << wrong[0];
    EXPECT_TRUE(ran.out.empty()) << ran.out;
    EXPECT_THAT(ran.err, HasSubstr("error: ")) << wrong[0];
    EXPECT_THAT(ran.err, HasSubstr("hint: ")) << wrong[0];
    EXPECT_EQ(std::count(ran.err.begin(), ran.err.end(), '\n'), 2) << ran.err;
  }
}

TEST(CommandLine, WithoutAnArchiveItSaysHowToNameOne) {
  for (const char* command : {"check", "work"}) {
    const Ran ran = run({command});
    EXPECT_EQ(ran.exit_code, 2);
    EXPECT_THAT(ran.err, HasSubstr("--archive"));
  }
}

TEST(CommandLine, AnArchiveThatIsNotThereIsNotFound) {
  const TempFolder folder;
  const Ran ran = run({"--archive", (folder / "none").string(), "document", "list"});
  EXPECT_EQ(ran.exit_code, 4);
}

TEST(CommandLine, ErrorsAreRecordsWithJson) {
  const Ran ran = run({"--json", "check"});
  const Json record = Json::parse(ran.err);
  EXPECT_EQ(record["error"]["fault"], "usage");
  EXPECT_FALSE(record["error"]["hint"].is_null());
}

TEST(CommandLine, HelpIsAskedForInAnyPlaceAndIsNoError) {
  for (const auto& call : std::vector<std::vector<std::string>>{
           {"--help"}, {"-h"}, {}, {"help"}, {"add", "--help"}, {"document", "list", "-h"}}) {
    const Ran ran = run(call);
    EXPECT_EQ(ran.exit_code, 0);
    EXPECT_THAT(ran.out, HasSubstr("fonds"));
  }
  EXPECT_THAT(run({"add", "--help"}).out, HasSubstr("--wait"));
}

TEST(CommandLine, AWordAfterTheDashesIsAQueryNotAnOption) {
  const TempFolder folder;
  const std::string archive = (folder / "a").string();
  ASSERT_EQ(run({"init", archive}).exit_code, 0);
  const Ran ran = run({"--archive", archive, "search", "--", "--help", "-слово"});
  EXPECT_EQ(ran.exit_code, 4) << ran.err;  // nothing found, not a wrong call
}

TEST(CommandLine, AnEmptyArchiveAnswersEveryQuestion) {
  const TempFolder folder;
  const std::string archive = (folder / "a").string();
  ASSERT_EQ(run({"init", archive}).exit_code, 0);
  EXPECT_EQ(run({"--archive", archive, "document", "list"}).exit_code, 0);
  EXPECT_EQ(run({"--archive", archive, "check"}).exit_code, 0);
  EXPECT_EQ(run({"--archive", archive, "journal", "verify"}).exit_code, 0);
  EXPECT_EQ(run({"--archive", archive, "jobs", "list"}).exit_code, 0);
  EXPECT_EQ(run({"--archive", archive, "config", "check"}).exit_code, 0);
  EXPECT_EQ(run({"--archive", archive, "index", "rebuild"}).exit_code, 0);
  EXPECT_EQ(run({"--archive", archive, "show", "1"}).exit_code, 4);
  EXPECT_EQ(run({"--archive", archive, "jobs", "retry", "1"}).exit_code, 4);
  EXPECT_EQ(run({"--archive", archive, "work", "--once"}).exit_code, 0);
}

}  // namespace
}  // namespace fonds
