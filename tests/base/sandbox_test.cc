// A confined process tries what a hostile file would have it do.
#include "base/sandbox.h"

#include <arpa/inet.h>
#include <dirent.h>
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <pthread.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <stdexcept>
#include <string>

#include "support/temp_folder.h"

namespace fonds {
namespace {

constexpr int kSignalled = 1000;  // plus the signal
constexpr int kThrew = 200;

/// errno where `result` says the call failed, 0 where it succeeded.
int outcome(long result) { return result < 0 ? errno : 0; }

/// What `attempt` returns in a process of its own that was confined before.
int confined(const SandboxOptions& options, const std::function<int(const std::string&)>& attempt) {
  const pid_t child = ::fork();
  if (child == 0) {
    try {
      const std::string means = confine(options);
      ::_exit(attempt(means));
    } catch (const std::exception& error) {  // must not come back into the test program's copy
      std::fprintf(stderr, "%s\n", error.what());
      ::_exit(kThrew);
    }
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFSIGNALED(status) ? kSignalled + WTERMSIG(status) : WEXITSTATUS(status);
}

int confined(const SandboxOptions& options, const std::function<int()>& attempt) {
  return confined(options, [&](const std::string&) { return attempt(); });
}

int confined(const std::function<int()>& attempt) { return confined(SandboxOptions{}, attempt); }

int connect_to(int family, const sockaddr* address, socklen_t size) {
  const int made = ::socket(family, SOCK_STREAM, 0);
  return made < 0 ? errno : outcome(::connect(made, address, size));
}

TEST(Sandbox, SaysByWhatItConfines) {
  const auto tell = [](const std::string& means) {
    return means.starts_with("landlock seccomp rlimits") ? 0 : 1;
  };

  EXPECT_EQ(confined(SandboxOptions{}, tell), 0);
}

TEST(Sandbox, NoFileOfTheSystemIsRead) {
  EXPECT_EQ(confined([] { return outcome(::open("/etc/passwd", O_RDONLY)); }), EACCES);
  EXPECT_EQ(confined([] { return outcome(::open("/proc/self/environ", O_RDONLY)); }), EACCES);
  EXPECT_EQ(confined([] { return ::opendir("/") == nullptr ? errno : 0; }), EACCES);
}

TEST(Sandbox, OnlyTheReadablePathsAreRead) {
  const TempFolder folder;
  const auto inside = folder.file("inside", "language data");
  const TempFolder other;
  const auto outside = other.file("outside", "somebody's paper");
  SandboxOptions options;
  options.readable = {folder.path(), "/nonexistent/is/left/out"};

  EXPECT_EQ(confined(options, [&] { return outcome(::open(inside.c_str(), O_RDONLY)); }), 0);
  EXPECT_EQ(confined(options, [&] { return outcome(::open(outside.c_str(), O_RDONLY)); }), EACCES);
}

TEST(Sandbox, NothingIsWrittenEvenBelowReadablePaths) {
  const TempFolder folder;
  const std::string inside = folder.file("inside", "language data").string();
  const std::string fresh = (folder / "new").string();
  SandboxOptions options;
  options.readable = {folder.path()};
  const auto tried = [&](const std::function<long()>& call) {
    return confined(options, [&] { return outcome(call()); });
  };

  EXPECT_EQ(tried([&] { return ::open(inside.c_str(), O_WRONLY); }), EPERM);
  EXPECT_EQ(tried([&] { return ::open(inside.c_str(), O_RDONLY | O_TRUNC); }), EPERM);
  EXPECT_EQ(tried([&] { return ::open(fresh.c_str(), O_RDWR | O_CREAT, 0600); }), EPERM);
  EXPECT_EQ(tried([&] { return ::open(folder.path().c_str(), O_TMPFILE | O_RDWR, 0600); }), EPERM);
  EXPECT_EQ(tried([&] { return ::unlink(inside.c_str()); }), EPERM);
  EXPECT_EQ(tried([&] { return ::rename(inside.c_str(), fresh.c_str()); }), EPERM);
  EXPECT_EQ(tried([&] { return ::link(inside.c_str(), fresh.c_str()); }), EPERM);
  EXPECT_EQ(tried([&] { return ::mkdir(fresh.c_str(), 0700); }), EPERM);
  EXPECT_EQ(tried([&] { return ::chmod(inside.c_str(), 0777); }), EPERM);
  EXPECT_EQ(tried([&] { return ::truncate(inside.c_str(), 0); }), EPERM);
}

TEST(Sandbox, WhatWasOpenBeforeStaysReadable) {
  const TempFolder folder;
  const int held = ::open(folder.file("paper", "words").c_str(), O_RDONLY | O_CLOEXEC);

  const int read = confined([&] {
    char first = 0;
    return ::pread(held, &first, 1, 0) == 1 && first == 'w' ? 0 : errno;
  });

  EXPECT_EQ(read, 0);
  ::close(held);
}

TEST(Sandbox, NoNetworkIsReached) {
  sockaddr_in internet{};
  internet.sin_family = AF_INET;
  internet.sin_port = htons(80);
  internet.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  sockaddr_un local{};
  local.sun_family = AF_UNIX;
  std::snprintf(local.sun_path, sizeof local.sun_path, "/run/dbus/system_bus_socket");

  EXPECT_EQ(confined([&] {
              return connect_to(AF_INET, reinterpret_cast<const sockaddr*>(&internet),
                                sizeof internet);
            }),
            EPERM);
  EXPECT_EQ(confined([&] {
              return connect_to(AF_UNIX, reinterpret_cast<const sockaddr*>(&local), sizeof local);
            }),
            EPERM);
}

TEST(Sandbox, NoProgramIsStarted) {
  const char* const arguments[] = {"/bin/true", nullptr};

  EXPECT_EQ(confined([] { return outcome(::fork()); }), EPERM);
  EXPECT_EQ(
      confined([&] { return outcome(::execv(arguments[0], const_cast<char* const*>(arguments))); }),
      EPERM);
}

TEST(Sandbox, NoOtherProcessIsTouched) {
  const pid_t parent = ::getpid();

  EXPECT_EQ(confined([&] { return outcome(::kill(parent, SIGKILL)); }), EPERM);
  EXPECT_EQ(confined([&] {
              ::ptrace(PTRACE_ATTACH, parent, nullptr, nullptr);
              return 0;
            }),
            kSignalled + SIGSYS);
}

TEST(Sandbox, MemoryNeverBecomesCode) {
  EXPECT_EQ(confined([] {
              void* const made = ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC,
                                        MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
              return made == MAP_FAILED ? errno : 0;
            }),
            EPERM);
}

TEST(Sandbox, LimitsCannotBeRaised) {
  EXPECT_EQ(confined([] {
              const rlimit more{1 << 30, RLIM_INFINITY};
              return outcome(::setrlimit(RLIMIT_FSIZE, &more));
            }),
            EPERM);
}

TEST(Sandbox, StandardErrorHoldsNoMoreThanItsLimit) {
  const int buffer = ::memfd_create("errors", MFD_CLOEXEC);
  SandboxOptions options;
  options.file_bytes = 1000;

  const int ended = confined(options, [&] {
    const std::string much(4000, 'x');
    for (int i = 0; i < 3; ++i) {
      if (::write(buffer, much.data(), much.size()) < 0) return errno;
    }
    return 0;
  });

  EXPECT_EQ(ended, EFBIG);
  EXPECT_EQ(::lseek(buffer, 0, SEEK_END), 1000);
  ::close(buffer);
}

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
TEST(Sandbox, MemoryEndsAtItsLimit) {
  SandboxOptions options;
  options.memory = 64U << 20;

  EXPECT_EQ(confined(options,
                     [] {
                       void* const made = ::mmap(nullptr, 100U << 20, PROT_READ | PROT_WRITE,
                                                 MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
                       return made == MAP_FAILED ? errno : 0;
                     }),
            ENOMEM);
}
#endif

TEST(Sandbox, ExceptionsAndAbortWorkAsEver) {
  EXPECT_EQ(confined([] {
              try {
                throw std::runtime_error("inside");
              } catch (const std::runtime_error&) {
                return 7;
              }
            }),
            7);
  EXPECT_EQ(confined([] {
              std::signal(SIGABRT, SIG_DFL);
              std::abort();
              return 0;
            }),
            kSignalled + SIGABRT);
}

}  // namespace
}  // namespace fonds
