#include "base/process.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <boost/filesystem/operations.hpp>
#include <csignal>
#include <cstdlib>
#include <thread>

#include "base/disk.h"
#include "base/error.h"
#include "base/message_channel.h"
#include "base/unique_fd.h"
#include "support/temp_folder.h"

namespace fonds {
namespace {

using std::chrono_literals::operator""ms;
using std::chrono_literals::operator""s;
using testing::HasSubstr;

ProcessOptions shell(const std::string& script) {
  return {"/bin/sh", {"-c", script}, clean_environment(), -1};
}

ProcessEnd end_of(const std::string& script) {
  Process process(shell(script));
  return process.wait(10s).value();
}

TEST(Process, TellsHowItEnded) {
  EXPECT_EQ(end_of("exit 3").exit_code, 3);
  EXPECT_EQ(end_of("exit 3").signal, 0);
  EXPECT_EQ(end_of("kill -SEGV $$").signal, SIGSEGV);
}

TEST(Process, PrintsIntoAFileOfTheCallers) {
  const TempFolder folder;
  const auto path = folder.file("printed", "");
  const UniqueFd file(::open(path.c_str(), O_RDWR | O_CLOEXEC));
  ProcessOptions options = shell("echo one; echo two; echo said >&2");
  options.output = file.get();
  Process process(options);
  EXPECT_EQ(process.wait(10s).value().exit_code, 0);
  EXPECT_EQ(read_file(path), "one\ntwo\n");
  EXPECT_THAT(process.said(), HasSubstr("said"));
}

TEST(Process, IsAskedToEnd) {
  Process process(shell("trap 'exit 7' INT; echo ready >&2; while :; do sleep 0.05; done"));
  while (process.said().empty()) std::this_thread::sleep_for(5ms);
  process.interrupt();
  EXPECT_EQ(process.wait(10s).value().exit_code, 7);
  process.interrupt();  // nobody is hit
}

TEST(Process, IsEndedWithItsObject) {
  pid_t id = 0;
  {
    const Process process(shell("sleep 100"));
    id = process.id();
    EXPECT_EQ(::kill(id, 0), 0);
  }
  EXPECT_EQ(::kill(id, 0), -1);
}

TEST(Process, WaitingEndsWithPatience) {
  Process process(shell("sleep 100"));

  EXPECT_FALSE(process.wait(10ms).has_value());
  EXPECT_TRUE(process.running());
  EXPECT_EQ(process.kill().signal, SIGKILL);
  EXPECT_FALSE(process.running());
  EXPECT_EQ(process.kill().signal, SIGKILL);  // its end is kept
}

TEST(Process, KeepsWhatItSaidAsOnePrintableLine) {
  Process process(shell("printf 'one\\ntwo \\033[2J' >&2; echo this is lost"));
  process.wait(10s);

  EXPECT_THAT(process.said(), HasSubstr("one two"));
  EXPECT_THAT(process.said(), testing::Not(HasSubstr("\x1B")));
  EXPECT_THAT(process.said(), testing::Not(HasSubstr("lost")));
}

TEST(Process, HoldsNothingButWhatItWasHanded) {
  auto [ours, theirs] = make_socket_pair();
  constexpr int kUnusual = 57;
  const UniqueFd leaky(::fcntl(0, F_DUPFD, kUnusual));  // not closed on exec
  ProcessOptions options = shell("echo x >&3; ls -C /proc/self/fd >&2");
  options.handed = theirs.get();

  Process process(options);
  theirs.reset();
  ASSERT_TRUE(process.wait(10s).has_value());

  std::string got(10, '\0');
  EXPECT_EQ(::read(ours.get(), got.data(), got.size()), 2);
  EXPECT_THAT(process.said(), HasSubstr("3"));
  EXPECT_THAT(process.said(), testing::Not(HasSubstr(std::to_string(leaky.get()))));
}

TEST(Process, TheEnvironmentIsCleanAndNamesOneThread) {
  ::setenv("FONDS_TEST_SECRET", "password", 1);

  Process process(shell("export >&2"));
  process.wait(10s);

  EXPECT_THAT(process.said(), HasSubstr("OMP_THREAD_LIMIT='1'"));
  EXPECT_THAT(process.said(), testing::Not(HasSubstr("FONDS_TEST_SECRET")));
}

TEST(Process, AProgramThatIsNotThereIsSaid) {
  ProcessOptions options = shell("");
  options.program = "/nonexistent/program";

  try {
    const Process process(options);
    FAIL() << "it was started";
  } catch (const Error& error) {
    EXPECT_EQ(error.fault(), Fault::unavailable);
    EXPECT_THAT(error.message(), HasSubstr("/nonexistent/program"));
  }
}

TEST(Process, ItsMemoryIsSeen) {
  auto [ours, theirs] = make_socket_pair();
  ProcessOptions options = shell("echo >&3; sleep 100");
  options.handed = theirs.get();
  const Process process(options);
  char ready = 0;
  ASSERT_EQ(::read(ours.get(), &ready, 1), 1);

  EXPECT_GT(process.resident_memory(), 100'000U);
  EXPECT_LT(process.resident_memory(), 1U << 30);
}

TEST(EndWithParent, TheChildEndsWhenTheParentIsKilled) {
  auto [ours, theirs] = make_socket_pair();
  const pid_t parent = ::fork();
  if (parent == 0) {
    ours.reset();
    const pid_t me = ::getpid();
    if (::fork() == 0) {
      end_with_parent(me);
      (void)!::write(theirs.get(), "r", 1);
      ::sleep(100);
      ::_exit(0);
    }
    ::sleep(100);
    ::_exit(0);
  }
  theirs.reset();
  char ready = 0;
  ASSERT_EQ(::read(ours.get(), &ready, 1), 1);

  ::kill(parent, SIGKILL);
  ::waitpid(parent, nullptr, 0);

  // The grandchild held the last other end: its death is our end of file.
  EXPECT_EQ(::read(ours.get(), &ready, 1), 0);
}

}  // namespace
}  // namespace fonds
