// fonds_crash_preload: loaded before the C library, it counts the calls by which a program changes
// what is on the disk, and ends the program or lets the disk fail at the n-th.
//
//   FONDS_CRASH_AT=n        the process is killed (SIGKILL) just before its n-th counted call
//   FONDS_FAIL_AT=n         the n-th counted call and all later ones fail, changing nothing,
//   FONDS_FAIL_ERRNO=name   with ENOSPC, EIO or EROFS
//   FONDS_CRASH_CALLS=set   "names" (fsync, fdatasync, rename, link, unlink: the standard) or
//                           "writes" (those, and write, pwrite, ftruncate, creating a file or a
//                           folder)
//   FONDS_CRASH_KEEP=folder the kill is a power cut (power_cut.h); the folder is its own, empty and
//                           on the same file system
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

#include "crash/power_cut.h"

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
fonds::PowerCut* power = nullptr;
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
  // Never destroyed: the program's last calls come after its destructors.
  if (*setting("FONDS_CRASH_KEEP") != '\0')
    power = new fonds::PowerCut(setting("FONDS_CRASH_KEEP"));
  for (const char* name : {"LD_PRELOAD", "FONDS_CRASH_AT", "FONDS_FAIL_AT", "FONDS_FAIL_ERRNO",
                           "FONDS_CRASH_CALLS", "FONDS_CRASH_REPORT", "FONDS_CRASH_KEEP"}) {
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
  if (number == plan.crash_at) {
    if (power != nullptr) power->happen();
    ::kill(plan.process, SIGKILL);
  }
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
  const bool makes = (flags & O_CREAT) != 0 || (flags & O_TMPFILE) == O_TMPFILE;
  return makes ? va_arg(arguments, mode_t) : 0;
}

bool creates(int flags, const char* path) {
  return (flags & O_CREAT) != 0 && ::access(path, F_OK) != 0;
}

/// The power cut that watches this process, if one does.
fonds::PowerCut* watching() { return plan.process == ::getpid() ? power : nullptr; }

int after_sync(int result, int fd) {
  if (result == 0 && watching() != nullptr) watching()->synced(fd);
  return result;
}

int after_making(int result, int folder, const char* path) {
  if (result >= 0 && watching() != nullptr) watching()->made(folder, path);
  return result;
}

bool write_fails(int fd) {
  if (!is_file(fd)) return false;
  if (fails(Class::write)) return true;
  if (watching() != nullptr) watching()->writing(fd);
  return false;
}

bool removal_fails(int folder, const char* path) {
  if (fails(Class::name)) return true;
  if (watching() != nullptr) watching()->removing(folder, path);
  return false;
}

bool move_fails(int from_folder, const char* from, int to_folder, const char* to) {
  if (fails(Class::name)) return true;
  if (watching() != nullptr) watching()->moving(from_folder, from, to_folder, to);
  return false;
}

}  // namespace

#define FONDS_NEXT(function) next(#function, function)

extern "C" {

int fsync(int fd) { return fails(Class::name) ? -1 : after_sync(FONDS_NEXT(fsync)(fd), fd); }
int fdatasync(int fd) {
  return fails(Class::name) ? -1 : after_sync(FONDS_NEXT(fdatasync)(fd), fd);
}

int rename(const char* from, const char* to) noexcept {
  return move_fails(AT_FDCWD, from, AT_FDCWD, to) ? -1 : FONDS_NEXT(rename)(from, to);
}
int renameat(int from_folder, const char* from, int to_folder, const char* to) noexcept {
  return move_fails(from_folder, from, to_folder, to)
             ? -1
             : FONDS_NEXT(renameat)(from_folder, from, to_folder, to);
}
int renameat2(int from_folder, const char* from, int to_folder, const char* to,
              unsigned flags) noexcept {
  return move_fails(from_folder, from, to_folder, to)
             ? -1
             : FONDS_NEXT(renameat2)(from_folder, from, to_folder, to, flags);
}
int link(const char* from, const char* to) noexcept {
  return fails(Class::name) ? -1 : after_making(FONDS_NEXT(link)(from, to), AT_FDCWD, to);
}
int linkat(int from_folder, const char* from, int to_folder, const char* to, int flags) noexcept {
  if (fails(Class::name)) return -1;
  return after_making(FONDS_NEXT(linkat)(from_folder, from, to_folder, to, flags), to_folder, to);
}
int unlink(const char* path) noexcept {
  return removal_fails(AT_FDCWD, path) ? -1 : FONDS_NEXT(unlink)(path);
}
int unlinkat(int folder, const char* path, int flags) noexcept {
  return removal_fails(folder, path) ? -1 : FONDS_NEXT(unlinkat)(folder, path, flags);
}
int remove(const char* path) noexcept {
  return removal_fails(AT_FDCWD, path) ? -1 : FONDS_NEXT(remove)(path);
}

ssize_t write(int fd, const void* bytes, size_t size) {
  return write_fails(fd) ? -1 : FONDS_NEXT(write)(fd, bytes, size);
}
ssize_t pwrite(int fd, const void* bytes, size_t size, off_t at) {
  return write_fails(fd) ? -1 : FONDS_NEXT(pwrite)(fd, bytes, size, at);
}
ssize_t pwrite64(int fd, const void* bytes, size_t size, off64_t at) {
  return write_fails(fd) ? -1 : FONDS_NEXT(pwrite64)(fd, bytes, size, at);
}
int ftruncate(int fd, off_t size) noexcept {
  return write_fails(fd) ? -1 : FONDS_NEXT(ftruncate)(fd, size);
}
int ftruncate64(int fd, off64_t size) noexcept {
  return write_fails(fd) ? -1 : FONDS_NEXT(ftruncate64)(fd, size);
}

int open(const char* path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  const mode_t mode = mode_of(flags, arguments);
  va_end(arguments);
  if (!creates(flags, path)) return FONDS_NEXT(open)(path, flags, mode);
  if (fails(Class::write)) return -1;
  return after_making(FONDS_NEXT(open)(path, flags, mode), AT_FDCWD, path);
}
int open64(const char* path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  const mode_t mode = mode_of(flags, arguments);
  va_end(arguments);
  if (!creates(flags, path)) return FONDS_NEXT(open64)(path, flags, mode);
  if (fails(Class::write)) return -1;
  return after_making(FONDS_NEXT(open64)(path, flags, mode), AT_FDCWD, path);
}
int mkdir(const char* path, mode_t mode) noexcept {
  if (fails(Class::write)) return -1;
  return after_making(FONDS_NEXT(mkdir)(path, mode), AT_FDCWD, path);
}

}  // extern "C"
