// The program itself on PostgreSQL, from `fonds init` to two hosts' worth of workers.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdlib>
#include <string>
#include <vector>

#include "base/disk.h"
#include "support/hostile_images.h"
#include "support/private_postgres.h"
#include "support/temp_folder.h"

namespace fonds {
namespace {

using testing::HasSubstr;

std::string shell_word(const std::string& word) {
  std::string safe = "'";
  for (const char c : word) safe += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return safe + "'";
}

int times(const std::string& text, const std::string& wanted) {
  int found = 0;
  for (std::size_t at = text.find(wanted); at != std::string::npos;
       at = text.find(wanted, at + 1)) {
    ++found;
  }
  return found;
}

struct Said {
  int exit_code = -1;
  std::string text;  ///< both streams
};

class ProgramOnPostgres : public testing::Test {
 protected:
  void SetUp() override {
    auto& server = PrivatePostgres::of_this_program();
    ASSERT_EQ(server.problem(), "");  // packages.txt brings the server
    url_ = server.new_database();
  }

  /// Runs the shell's `commands`; $FONDS stands for the program on this archive.
  Said shell(const std::string& commands) {
    const auto out = folder_ / "said";
    const std::string all =
        "FONDS=" + shell_word(FONDS_BINARY_DIR "/src/cli/fonds") +
        "; export FONDS_LANG=en FONDS_ARCHIVE=" + shell_word((folder_ / "archive").string()) +
        "; " + commands;
    const int status = std::system(
        ("sh -c " + shell_word(all) + " >" + shell_word(out.string()) + " 2>&1 </dev/null")
            .c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, read_file(out)};
  }
  /// The same, which must end well.
  std::string done(const std::string& commands) {
    const Said said = shell(commands);
    EXPECT_EQ(said.exit_code, 0) << commands << "\n" << said.text;
    return said.text;
  }
  void init() { done("$FONDS init $FONDS_ARCHIVE --catalogue " + shell_word(url_)); }

  TempFolder folder_;
  std::string url_;
};

TEST_F(ProgramOnPostgres, TakesAPaperInFindsItAndProvesItself) {
  init();
  EXPECT_THAT(done("$FONDS init $FONDS_ARCHIVE"), HasSubstr("up to date"));

  const std::string scan = FONDS_SOURCE_DIR "/tests/data/scans/doc-0066.pdf";
  done("$FONDS add --wait " + shell_word(scan));
  EXPECT_THAT(done("$FONDS search протокол --json"), HasSubstr("\"total\":1"));
  EXPECT_EQ(shell("$FONDS search небываемое").exit_code, 4);
  EXPECT_THAT(done("$FONDS add " + shell_word(scan)), HasSubstr("already"));
  done("$FONDS check");
  done("$FONDS journal verify");
  done("$FONDS index rebuild");
  EXPECT_THAT(done("$FONDS search протокол --json"), HasSubstr("\"total\":1"));
  EXPECT_THAT(done("$FONDS document history 1"), HasSubstr("ecognised"));
}

TEST_F(ProgramOnPostgres, TwoProcessesOfWorkersRecogniseEveryPaperOnce) {
  init();
  constexpr unsigned kPapers = 10;
  const auto inbox = folder_ / "inbox";
  LocalDisk().make_folders(inbox);
  for (unsigned i = 0; i < kPapers; ++i) {
    static_cast<void>(folder_.file("inbox/" + std::to_string(i) + ".png",
                                   white_png(200, 150 + i, PngColour::bilevel)));
  }
  done("$FONDS add " + shell_word(inbox.string()));

  const std::string worked = done(
      "$FONDS work --once --jobs 2 --json & one=$!; $FONDS work --once --jobs 2 --json & two=$!; "
      "wait $one && wait $two");

  EXPECT_EQ(times(worked, "\"state\":\"recognised\""), 10) << worked;
  const std::string jobs = done("$FONDS jobs list --json");
  EXPECT_EQ(times(jobs, "\"state\":\"done\""), 10) << jobs;
  EXPECT_EQ(times(jobs, "\"attempts\":1"), 10) << jobs;
  for (unsigned id = 1; id <= kPapers; ++id) {
    const std::string history = done("$FONDS document history --json " + std::to_string(id));
    EXPECT_EQ(times(history, "\"document.recognised\""), 1) << history;
  }
  done("$FONDS check");
}

TEST_F(ProgramOnPostgres, APasswordMayHoldAnyCharacter) {
  url_ += R"( password='q"uo\\te#d')";
  init();
  done("$FONDS check");
}

TEST_F(ProgramOnPostgres, AServerThatIsAwayIsSaidSoAndLosesNothing) {
  url_ += " password=unspoken";
  init();
  PrivatePostgres::of_this_program().stop();
  const Said said = shell("$FONDS document list");
  PrivatePostgres::of_this_program().start();

  EXPECT_EQ(said.exit_code, 9) << said.text;
  EXPECT_THAT(said.text, HasSubstr("hint: "));
  EXPECT_EQ(said.text.find("unspoken"), std::string::npos) << said.text;
  done("$FONDS check");
}

}  // namespace
}  // namespace fonds
