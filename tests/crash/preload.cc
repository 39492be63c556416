// fonds_crash_preload: loaded before the C library, it counts the calls by which a program changes
// what is on the disk, and ends the program or lets the disk fail at the n-th.
//
//   FONDS_CRASH_AT=n        the process is killed (SIGKILL) just before its n-th counted call
//   FONDS_FAIL_AT=n         the n-th counted call and all later ones fail, changing nothing,
//   FONDS_FAIL_ERRNO=name   with ENOSPC, EIO or EROFS
//   FONDS_CRASH_CALLS=set   "names" (fsync, fdatasync, rename, link, unlink: the standard) or
//                           "writes" (those, and write, pwrite, ftruncate, creating a file or a
//                           folder)
//   FONDS_CRASH_REPORT=file the number of counted calls, written when the program ends by itself
//
// Only the process it is first loaded into is counted: forked children are told by their number,
// and programs they start find neither the variables nor the library in their environment.
// Descriptors 0-2, pipes and sockets are never counted: the program must be able to say what
// failed.
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace {

enum class Class { name, write };

struct Plan {
  pid_t process = 0;  // 0: nothing is counted
  long crash_at = 0;
  long fail_at = 0;
  int fail_errno = EIO;
  bool writes = false;
  char report[4096] = "";
};

Plan plan;  // filled once, before main
std::atomic<long> counted{0};

int errno_named(const char* name) {
  if (std::strcmp(name, "ENOSPC") == 0) return ENOSPC;
  if (std::strcmp(name, "EROFS") == 0) return EROFS;
  return EIO;
}

const char* setting(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

__attribute__((constructor)) void begin() {
  plan.crash_at = std::atol(setting("FONDS_CRASH_AT"));
  plan.fail_at = std::atol(setting("FONDS_FAIL_AT"));
  plan.fail_errno = errno_named(setting("FONDS_FAIL_ERRNO"));
  plan.writes = std::strcmp(setting("FONDS_CRASH_CALLS"), "writes") == 0;
  std::snprintf(plan.report, sizeof plan.report, "%s", setting("FONDS_CRASH_REPORT"));
  for (const char* name : {"LD_PRELOAD", "FONDS_CRASH_AT", "FONDS_FAIL_AT", "FONDS_FAIL_ERRNO",
                           "FONDS_CRASH_CALLS", "FONDS_CRASH_REPORT"}) {
    ::unsetenv(name);
  }
  plan.process = ::getpid();
}

__attribute__((destructor)) void end() {
  if (plan.process != ::getpid() || plan.report[0] == '\0') return;
  plan.process = 0;
  if (std::FILE* file = std::fopen(plan.report, "w")) {
    std::fprintf(file, "%ld\n", counted.load());
    std::fclose(file);
  }
}

/// Counts one call. True when it must fail, errno set.
bool fails(Class what) {
  if (plan.process == 0 || plan.process != ::getpid()) return false;
  if (what == Class::write && !plan.writes) return false;
  const long number = ++counted;
  if (number == plan.crash_at) ::kill(plan.process, SIGKILL);
  if (plan.fail_at == 0 || number < plan.fail_at) return false;
  errno = plan.fail_errno;
  return true;
}

bool is_file(int fd) {
  struct stat status {};
  return fd > 2 && ::fstat(fd, &status) == 0 && S_ISREG(status.st_mode);
}

/// The function of the next library; `Own` is the one that stands before it.
template <class Function>
Function* next(const char* name, Function* /*own*/) {
  return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

mode_t mode_of(int flags, va_list arguments) {
  return (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(arguments, mode_t) : 0;
}

bool creates(int flags, const char* path) {
  return (flags & O_CREAT) != 0 && ::access(path, F_OK) != 0;
}

}  // namespace

#define FONDS_NEXT(function) next(#function, function)

extern "C" {

int fsync(int fd) { return fails(Class::name) ? -1 : FONDS_NEXT(fsync)(fd); }
int fdatasync(int fd) { return fails(Class::name) ? -1 : FONDS_NEXT(fdatasync)(fd); }

int rename(const char* from, const char* to) noexcept {
  return fails(Class::name) ? -1 : FONDS_NEXT(rename)(from, to);
}
int renameat(int from_folder, const char* from, int to_folder, const char* to) noexcept {
  return fails(Class::name) ? -1 : FONDS_NEXT(renameat)(from_folder, from, to_folder, to);
}
int renameat2(int from_folder, const char* from, int to_folder, const char* to,
              unsigned flags) noexcept {
  return fails(Class::name) ? -1 : FONDS_NEXT(renameat2)(from_folder, from, to_folder, to, flags);
}
int link(const char* from, const char* to) noexcept {
  return fails(Class::name) ? -1 : FONDS_NEXT(link)(from, to);
}
int linkat(int from_folder, const char* from, int to_folder, const char* to, int flags) noexcept {
  return fails(Class::name) ? -1 : FONDS_NEXT(linkat)(from_folder, from, to_folder, to, flags);
}
int unlink(const char* path) noexcept { return fails(Class::name) ? -1 : FONDS_NEXT(unlink)(path); }
int unlinkat(int folder, const char* path, int flags) noexcept {
  return fails(Class::name) ? -1 : FONDS_NEXT(unlinkat)(folder, path, flags);
}
int remove(const char* path) noexcept { return fails(Class::name) ? -1 : FONDS_NEXT(remove)(path); }

ssize_t write(int fd, const void* bytes, size_t size) {
  return is_file(fd) && fails(Class::write) ? -1 : FONDS_NEXT(write)(fd, bytes, size);
}
ssize_t pwrite(int fd, const void* bytes, size_t size, off_t at) {
  return is_file(fd) && fails(Class::write) ? -1 : FONDS_NEXT(pwrite)(fd, bytes, size, at);
}
ssize_t pwrite64(int fd, const void* bytes, size_t size, off64_t at) {
  return is_file(fd) && fails(Class::write) ? -1 : FONDS_NEXT(pwrite64)(fd, bytes, size, at);
}
int ftruncate(int fd, off_t size) noexcept {
  return fails(Class::write) ? -1 : FONDS_NEXT(ftruncate)(fd, size);
}
int ftruncate64(int fd, off64_t size) noexcept {
  return fails(Class::write) ? -1 : FONDS_NEXT(ftruncate64)(fd, size);
}

int open(const char* path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  const mode_t mode = mode_of(flags, arguments);
  va_end(arguments);
  return creates(flags, path) && fails(Class::write) ? -1 : FONDS_NEXT(open)(path, flags, mode);
}
int open64(const char* path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  const mode_t mode = mode_of(flags, arguments);
  va_end(arguments);
  return creates(flags, path) && fails(Class::write) ? -1 : FONDS_NEXT(open64)(path, flags, mode);
}
int mkdir(const char* path, mode_t mode) noexcept {
  return fails(Class::write) ? -1 : FONDS_NEXT(mkdir)(path, mode);
}

}  // extern "C"
