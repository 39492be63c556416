#include "base/sandbox.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <memory>

#include "base/error.h"
#include "base/messages.h"
#include "base/unique_fd.h"

namespace fonds {
namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kSanitized = true;  // reserves terabytes of address space for its own
#else
constexpr bool kSanitized = false;
#endif

void lower_limit(__rlimit_resource which, rlim_t value) {
  rlimit limit{};
  ::getrlimit(which, &limit);
  limit.rlim_max = std::min(limit.rlim_max, value);
  limit.rlim_cur = limit.rlim_max;
  ::setrlimit(which, &limit);
}

void set_limits(const SandboxOptions& options) {
  // Past the limit write() fails; without this it would end the process.
  std::signal(SIGXFSZ, SIG_IGN);
  lower_limit(RLIMIT_FSIZE, options.file_bytes);
  lower_limit(RLIMIT_CORE, 0);
  lower_limit(RLIMIT_NOFILE, options.descriptors);
  if (options.memory != 0 && !kSanitized) lower_limit(RLIMIT_DATA, options.memory);
}

// Landlock. Debian 12's header knows the first interface only; numbers of the later ones are the
// kernel's (Documentation/userspace-api/landlock.rst).
struct LandlockRuleset {
  std::uint64_t files = 0;
  std::uint64_t network = 0;  // from interface 4
  std::uint64_t scoped = 0;   // from interface 6
};
constexpr std::uint64_t kFilesV1 = (1ULL << 13) - 1;
constexpr std::uint64_t kRefer = 1ULL << 13;        // 2
constexpr std::uint64_t kTruncate = 1ULL << 14;     // 3
constexpr std::uint64_t kDeviceIoctl = 1ULL << 15;  // 5
constexpr std::uint64_t kBindAndConnectTcp = 3;
constexpr std::uint64_t kAbstractSocketsAndSignals = 3;

std::size_t size_known_to(long interface) {
  if (interface >= 6) return sizeof(LandlockRuleset);
  return interface >= 4 ? 2 * sizeof(std::uint64_t) : sizeof(std::uint64_t);
}

LandlockRuleset everything(long interface) {
  LandlockRuleset set{kFilesV1, 0, 0};
  if (interface >= 2) set.files |= kRefer;
  if (interface >= 3) set.files |= kTruncate;
  if (interface >= 4) set.network = kBindAndConnectTcp;
  if (interface >= 5) set.files |= kDeviceIoctl;
  if (interface >= 6) set.scoped = kAbstractSocketsAndSignals;
  return set;
}

void allow_reading(int ruleset, const boost::filesystem::path& path) {
  const UniqueFd place(::open(path.c_str(), O_PATH | O_CLOEXEC));
  struct stat about {};
  if (!place.valid() || ::fstat(place.get(), &about) != 0) return;
  landlock_path_beneath_attr rule{};
  rule.parent_fd = place.get();
  rule.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE;
  if (S_ISDIR(about.st_mode)) rule.allowed_access |= LANDLOCK_ACCESS_FS_READ_DIR;
  ::syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
}

bool restrict_files(const std::vector<boost::filesystem::path>& readable) {
  const long interface =
      ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
  if (interface < 1) return false;
  const LandlockRuleset set = everything(interface);
  const UniqueFd ruleset(
      static_cast<int>(::syscall(SYS_landlock_create_ruleset, &set, size_known_to(interface), 0)));
  if (!ruleset.valid()) return false;
  for (const auto& path : readable) allow_reading(ruleset.get(), path);
  return ::syscall(SYS_landlock_restrict_self, ruleset.get(), 0) == 0;
}

// seccomp. What is not named fails with EPERM, so that a library asking for something needless goes
// on without it; what only an attacker asks for ends the process.
constexpr std::array kAllowed{
    // memory
    SCMP_SYS(brk), SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(madvise), SCMP_SYS(mincore),
    SCMP_SYS(membarrier),
    // descriptors it has, and reading below the readable paths
    SCMP_SYS(read), SCMP_SYS(readv), SCMP_SYS(pread64), SCMP_SYS(preadv), SCMP_SYS(write),
    SCMP_SYS(writev), SCMP_SYS(lseek), SCMP_SYS(close), SCMP_SYS(close_range), SCMP_SYS(dup),
    SCMP_SYS(fstat), SCMP_SYS(stat), SCMP_SYS(lstat), SCMP_SYS(newfstatat), SCMP_SYS(statx),
    SCMP_SYS(fstatfs), SCMP_SYS(statfs), SCMP_SYS(access), SCMP_SYS(faccessat),
    SCMP_SYS(faccessat2), SCMP_SYS(readlink), SCMP_SYS(readlinkat), SCMP_SYS(getcwd),
    SCMP_SYS(getdents64), SCMP_SYS(fadvise64), SCMP_SYS(poll), SCMP_SYS(ppoll), SCMP_SYS(select),
    SCMP_SYS(pselect6), SCMP_SYS(recvmsg), SCMP_SYS(sendmsg),
    // threads and time
    SCMP_SYS(futex), SCMP_SYS(set_robust_list), SCMP_SYS(get_robust_list), SCMP_SYS(rseq),
    SCMP_SYS(set_tid_address), SCMP_SYS(sched_yield), SCMP_SYS(sched_getaffinity), SCMP_SYS(getcpu),
    SCMP_SYS(nanosleep), SCMP_SYS(clock_nanosleep), SCMP_SYS(clock_gettime), SCMP_SYS(clock_getres),
    SCMP_SYS(gettimeofday), SCMP_SYS(time), SCMP_SYS(times), SCMP_SYS(restart_syscall),
    // what it is
    SCMP_SYS(getpid), SCMP_SYS(gettid), SCMP_SYS(getppid), SCMP_SYS(getuid), SCMP_SYS(geteuid),
    SCMP_SYS(getgid), SCMP_SYS(getegid), SCMP_SYS(uname), SCMP_SYS(sysinfo), SCMP_SYS(getrusage),
    SCMP_SYS(getrlimit), SCMP_SYS(getrandom),
    // its own signals and its end
    SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn), SCMP_SYS(sigaltstack),
    SCMP_SYS(exit), SCMP_SYS(exit_group)};

constexpr std::array kFatal{
    SCMP_SYS(ptrace),      SCMP_SYS(process_vm_readv), SCMP_SYS(process_vm_writev),
    SCMP_SYS(bpf),         SCMP_SYS(keyctl),           SCMP_SYS(add_key),
    SCMP_SYS(mount),       SCMP_SYS(pivot_root),       SCMP_SYS(setns),
    SCMP_SYS(userfaultfd), SCMP_SYS(perf_event_open),  SCMP_SYS(io_uring_setup),
    SCMP_SYS(init_module), SCMP_SYS(finit_module),     SCMP_SYS(kexec_load)};

/// The list of allowed calls while it is being made; every rule that fails is remembered.
class CallFilter {
 public:
  CallFilter() : context_(::seccomp_init(SCMP_ACT_ERRNO(EPERM))) {}
  CallFilter(const CallFilter&) = delete;
  CallFilter& operator=(const CallFilter&) = delete;
  ~CallFilter() {
    if (context_ != nullptr) ::seccomp_release(context_);
  }

  template <class... Conditions>
  void rule(std::uint32_t action, int call, Conditions... conditions) {
    if (context_ == nullptr) return;
    const std::array<scmp_arg_cmp, sizeof...(Conditions)> list{conditions...};
    whole_ =
        ::seccomp_rule_add_array(context_, action, call, sizeof...(Conditions), list.data()) == 0 &&
        whole_;
  }
  [[nodiscard]] bool load() {
    if (context_ == nullptr || !whole_) return false;
    ::seccomp_attr_set(context_, SCMP_FLTATR_CTL_TSYNC, 1);
    ::seccomp_attr_set(context_, SCMP_FLTATR_CTL_OPTIMIZE, 2);  // a tree: found in few steps
    return ::seccomp_load(context_) == 0;
  }

 private:
  scmp_filter_ctx context_;
  bool whole_ = true;
};

/// Calls allowed with some arguments only.
void allow_in_part(CallFilter& filter) {
  constexpr std::uint32_t kAllow = SCMP_ACT_ALLOW;
  constexpr std::uint64_t kWriting = O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND;
  filter.rule(kAllow, SCMP_SYS(open), SCMP_A1(SCMP_CMP_MASKED_EQ, kWriting, 0));
  filter.rule(kAllow, SCMP_SYS(openat), SCMP_A2(SCMP_CMP_MASKED_EQ, kWriting, 0));
  // No memory becomes code: every library was loaded before.
  filter.rule(kAllow, SCMP_SYS(mmap), SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
  filter.rule(kAllow, SCMP_SYS(mprotect), SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
  for (const int command : {F_GETFD, F_SETFD, F_GETFL, F_DUPFD_CLOEXEC}) {
    filter.rule(kAllow, SCMP_SYS(fcntl), SCMP_A1(SCMP_CMP_EQ, static_cast<scmp_datum_t>(command)));
  }
  // Threads, never processes. The flags of clone3 cannot be seen here; glibc then takes clone.
  filter.rule(kAllow, SCMP_SYS(clone), SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_THREAD, CLONE_THREAD));
  filter.rule(SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3));
  filter.rule(SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(openat2));
  // abort() signals its own thread.
  const auto self = static_cast<scmp_datum_t>(::getpid());
  filter.rule(kAllow, SCMP_SYS(tgkill), SCMP_A0(SCMP_CMP_EQ, self));
  // Limits may be read, not changed.
  filter.rule(kAllow, SCMP_SYS(prlimit64), SCMP_A0(SCMP_CMP_EQ, 0), SCMP_A2(SCMP_CMP_EQ, 0));
  filter.rule(kAllow, SCMP_SYS(prctl), SCMP_A0(SCMP_CMP_EQ, PR_SET_NAME));
  if (kSanitized) {  // UBSan asks through a pipe whether memory may be read
    filter.rule(kAllow, SCMP_SYS(pipe));
    filter.rule(kAllow, SCMP_SYS(pipe2));
  }
}

bool restrict_calls() {
  CallFilter filter;
  for (const int call : kAllowed) filter.rule(SCMP_ACT_ALLOW, call);
  for (const int call : kFatal) filter.rule(SCMP_ACT_KILL_PROCESS, call);
  allow_in_part(filter);
  return filter.load();
}

}  // namespace

std::string confine(const SandboxOptions& options) {
  using Unconfined = SandboxOptions::Unconfined;
  std::string means;
  const auto done = [&means](const char* what) {
    if (!means.empty()) means += ' ';
    means += what;
  };
  const auto missing = [&](const char* what) {
    if (options.unconfined == Unconfined::allow) return;
    throw Error(
        Fault::unavailable,
        say(tr("this computer cannot lock in the process that reads papers: {} is missing"), what),
        tr("use Linux 5.13 or later with seccomp and Landlock, or allow reading "
           "unsandboxed, knowing that a hostile file may then harm the archive"));
  };
  // A network without devices; an ordinary user gets it only with a user namespace. A bonus.
  const bool namespaces =
      ::unshare(CLONE_NEWUSER | CLONE_NEWNET | CLONE_NEWIPC | CLONE_NEWUTS) == 0;
  ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  set_limits(options);
  if (restrict_files(options.readable)) {
    done("landlock");
  } else {
    missing("Landlock");
  }
  if (restrict_calls()) {
    done("seccomp");
  } else {
    missing("seccomp");
  }
  done("rlimits");
  if (namespaces) done("namespaces");
  return means;
}

}  // namespace fonds
