#include "base/process.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <memory>

#include "base/disk.h"
#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"

namespace fonds {
namespace {

constexpr std::size_t kSaidBytes = 4096;

/// The lists posix_spawn() takes, freed at the end of the scope.
class SpawnPlan {
 public:
  SpawnPlan() {
    ::posix_spawn_file_actions_init(&actions_);
    ::posix_spawnattr_init(&attributes_);
  }
  SpawnPlan(const SpawnPlan&) = delete;
  SpawnPlan& operator=(const SpawnPlan&) = delete;
  ~SpawnPlan() {
    ::posix_spawnattr_destroy(&attributes_);
    ::posix_spawn_file_actions_destroy(&actions_);
  }

  void set_descriptors(int errors, int handed, int output) {
    ::posix_spawn_file_actions_addopen(&actions_, 0, "/dev/null", O_RDONLY, 0);
    if (output >= 0) {
      ::posix_spawn_file_actions_adddup2(&actions_, output, 1);
    } else {
      ::posix_spawn_file_actions_addopen(&actions_, 1, "/dev/null", O_WRONLY, 0);
    }
    ::posix_spawn_file_actions_adddup2(&actions_, errors, 2);
    if (handed >= 0) ::posix_spawn_file_actions_adddup2(&actions_, handed, kHandedDescriptor);
    const int first_closed = handed >= 0 ? kHandedDescriptor + 1 : kHandedDescriptor;
    ::posix_spawn_file_actions_addclosefrom_np(&actions_, first_closed);
  }
  /// No signal blocked or ignored; a group of its own, so that Ctrl-C reaches only the parent,
  /// which decides.
  void set_signals() {
    sigset_t all;
    sigset_t none;
    ::sigfillset(&all);
    ::sigemptyset(&none);
    ::posix_spawnattr_setsigdefault(&attributes_, &all);
    ::posix_spawnattr_setsigmask(&attributes_, &none);
    ::posix_spawnattr_setpgroup(&attributes_, 0);
    ::posix_spawnattr_setflags(
        &attributes_, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP);
  }
  [[nodiscard]] const posix_spawn_file_actions_t* actions() const { return &actions_; }
  [[nodiscard]] const posix_spawnattr_t* attributes() const { return &attributes_; }

 private:
  posix_spawn_file_actions_t actions_{};
  posix_spawnattr_t attributes_{};
};

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  pointers.reserve(texts.size() + 1);
  for (std::string& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
}

ProcessEnd end_of(int status, const rusage& used) {
  ProcessEnd end;
  if (WIFSIGNALED(status)) {
    end.signal = WTERMSIG(status);
  } else {
    end.exit_code = WEXITSTATUS(status);
  }
  end.peak_memory = static_cast<std::uint64_t>(used.ru_maxrss) * 1024;
  end.cpu_seconds = seconds(used.ru_utime) + seconds(used.ru_stime);
  return end;
}

/// A file without a name for the child's standard error, written at its end by all who hold it.
UniqueFd make_error_buffer() {
  UniqueFd buffer(::memfd_create("said", MFD_CLOEXEC));
  if (!buffer.valid() || ::fcntl(buffer.get(), F_SETFL, O_APPEND) != 0) {
    throw system_error(errno, tr("making room for a helper process"));
  }
  return buffer;
}

}  // namespace

Process::Process(const ProcessOptions& options) : errors_(make_error_buffer()) {
  SpawnPlan plan;
  // dup2 onto 2 or 3 must not hit what is yet to be duplicated: keep sources above.
  const UniqueFd errors(::fcntl(errors_.get(), F_DUPFD_CLOEXEC, 10));
  UniqueFd handed;
  UniqueFd output;
  if (options.handed >= 0) handed = UniqueFd(::fcntl(options.handed, F_DUPFD_CLOEXEC, 10));
  if (options.output >= 0) output = UniqueFd(::fcntl(options.output, F_DUPFD_CLOEXEC, 10));
  if (!errors.valid() || (options.handed >= 0 && !handed.valid()) ||
      (options.output >= 0 && !output.valid())) {
    throw system_error(errno, tr("starting a helper process"));
  }
  plan.set_descriptors(errors.get(), handed.get(), output.get());
  plan.set_signals();

  std::vector<std::string> arguments{options.program.string()};
  arguments.insert(arguments.end(), options.arguments.begin(), options.arguments.end());
  std::vector<std::string> environment = options.environment;
  const int failed =
      ::posix_spawn(&pid_, options.program.c_str(), plan.actions(), plan.attributes(),
                    pointers_to(arguments).data(), pointers_to(environment).data());
  if (failed != 0) {
    throw Error(Fault::unavailable,
                system_error(failed, say(tr("cannot start {}"), options.program.string())).what(),
                tr("install the program again"));
  }
  // Not pidfd_open(): the header of glibc 2.36 does not declare it for C++.
  pid_descriptor_ = UniqueFd(static_cast<int>(::syscall(SYS_pidfd_open, pid_, 0)));
  if (!pid_descriptor_.valid()) {
    const int reason = errno;
    kill();
    throw system_error(reason, tr("watching a helper process"));
  }
}

Process::~Process() { kill(); }

bool Process::running() { return !wait(std::chrono::milliseconds(0)); }

std::optional<ProcessEnd> Process::wait(std::chrono::milliseconds patience) {
  if (end_) return end_;
  pollfd waiting{pid_descriptor_.get(), POLLIN, 0};
  const auto deadline = std::chrono::steady_clock::now() + patience;
  int ready = 0;
  do {
    const auto left =
        std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
    ready = ::poll(&waiting, 1, static_cast<int>(std::max<std::int64_t>(left.count(), 0)));
  } while (ready < 0 && errno == EINTR);
  if (ready == 0) return std::nullopt;
  int status = 0;
  rusage used{};
  while (::wait4(pid_, &status, 0, &used) < 0 && errno == EINTR) {
  }
  end_ = end_of(status, used);
  return end_;
}

void Process::interrupt() {
  // Not reaped yet, so the number is still this process's and nobody else's.
  if (!end_) ::kill(pid_, SIGINT);
}

ProcessEnd Process::kill() {
  if (end_) return *end_;
  // Not reaped yet, so the number is still this process's and nobody else's.
  ::kill(pid_, SIGKILL);
  int status = 0;
  rusage used{};
  while (::wait4(pid_, &status, 0, &used) < 0 && errno == EINTR) {
  }
  end_ = end_of(status, used);
  return *end_;
}

std::uint64_t Process::resident_memory() const {
  if (end_) return 0;
  const UniqueFd file(
      ::open(("/proc/" + std::to_string(pid_) + "/statm").c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.valid()) return 0;
  std::array<char, 128> text{};
  if (::read(file.get(), text.data(), text.size() - 1) <= 0) return 0;
  char* rest = nullptr;
  std::strtoull(text.data(), &rest, 10);  // the first number is address space
  return std::strtoull(rest, nullptr, 10) * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
}

std::string Process::said() const {
  struct stat about {};
  if (::fstat(errors_.get(), &about) != 0) return {};
  const auto size = static_cast<std::size_t>(about.st_size);
  std::string text(std::min(size, kSaidBytes), '\0');
  const ssize_t got =
      ::pread(errors_.get(), text.data(), text.size(), static_cast<off_t>(size - text.size()));
  text.resize(static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
  std::replace(text.begin(), text.end(), '\n', ' ');
  return printable(text);
}

std::vector<std::string> clean_environment() {
  std::vector<std::string> environment{"LANG=C.UTF-8", "OMP_THREAD_LIMIT=1", "OMP_NUM_THREADS=1",
                                       "HOME=/nonexistent"};
  for (const char* name : {"TZ", "ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS"}) {
    const char* const value = std::getenv(name);
    if (value != nullptr) environment.push_back(std::string(name) + "=" + value);
  }
  return environment;
}

void end_with_parent(pid_t parent) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != parent) ::_exit(0);
}

}  // namespace fonds
