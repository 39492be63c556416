#include "crash/power_cut.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>

// The calls that are counted are made here as bare system calls, so that they are not counted.
namespace fonds {
namespace {

std::string absolute(int folder, const char* path) {
  if (path[0] == '/') return path;
  const std::string link =
      folder == AT_FDCWD ? "/proc/self/cwd" : "/proc/self/fd/" + std::to_string(folder);
  char base[4096];
  const ssize_t length = ::readlink(link.c_str(), base, sizeof base);
  return std::string(base, static_cast<std::size_t>(std::max<ssize_t>(length, 0))) + "/" + path;
}

std::string folder_of(const std::string& path) { return path.substr(0, path.rfind('/')); }

std::pair<dev_t, ino_t> inode_of(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 ? std::pair{status.st_dev, status.st_ino}
                                            : std::pair<dev_t, ino_t>{};
}

void move(const std::string& from, const std::string& to) {
  ::syscall(SYS_renameat2, AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), 0U);
}

void remove_file(const std::string& path) { ::syscall(SYS_unlinkat, AT_FDCWD, path.c_str(), 0); }

}  // namespace

void PowerCut::made(int folder, const char* path) {
  const std::lock_guard lock(mutex_);
  const std::string whole = absolute(folder, path);
  changes_.push_back({Kind::made, inode_of(folder_of(whole)), whole, {}, {}});
}

void PowerCut::removing(int folder, const char* path) {
  const std::lock_guard lock(mutex_);
  const std::string whole = absolute(folder, path);
  const std::string saved = save(whole);
  if (!saved.empty()) {
    changes_.push_back({Kind::removed, inode_of(folder_of(whole)), whole, {}, saved});
  }
}

void PowerCut::moving(int from_folder, const char* from, int to_folder, const char* to) {
  const std::lock_guard lock(mutex_);
  const std::string source = absolute(from_folder, from);
  const std::string target = absolute(to_folder, to);
  changes_.push_back({Kind::moved, inode_of(folder_of(target)), target, source, save(target)});
}

/// Gives what stands at `path` a second name, which is returned; empty when nothing can be named
/// so.
std::string PowerCut::save(const std::string& path) {
  const std::string name = kept_ + "/" + std::to_string(++saved_);
  const bool named = ::syscall(SYS_linkat, AT_FDCWD, path.c_str(), AT_FDCWD, name.c_str(), 0) == 0;
  return named ? name : std::string();
}

void PowerCut::writing(int fd) {
  const std::lock_guard lock(mutex_);
  struct stat status {};
  if (::fstat(fd, &status) != 0 || !S_ISREG(status.st_mode)) return;
  File& file = files_[{status.st_dev, status.st_ino}];
  if (file.fd >= 0) return;
  file.fd = ::fcntl(fd, F_DUPFD_CLOEXEC, 500);  // out of the way of the program's own numbers
  file.synced = status.st_size;
}

void PowerCut::synced(int fd) {
  const std::lock_guard lock(mutex_);
  struct stat status {};
  if (::fstat(fd, &status) != 0) return;
  const Inode inode{status.st_dev, status.st_ino};
  const auto file = files_.find(inode);
  if (file != files_.end()) file->second.synced = status.st_size;
  std::vector<NameChange> left;
  for (NameChange& change : changes_) {
    if (change.folder != inode) left.push_back(std::move(change));
  }
  changes_ = std::move(left);
}

void PowerCut::happen() {
  mutex_.lock();  // and never unlocked: nobody changes anything any more
  for (const auto& [inode, file] : files_) {
    struct stat status {};
    if (::fstat(file.fd, &status) == 0 && status.st_size > file.synced) {
      ::syscall(SYS_ftruncate, file.fd, file.synced);
    }
  }
  for (auto change = changes_.rbegin(); change != changes_.rend(); ++change) {
    switch (change->kind) {
      case Kind::made: {
        struct stat status {};
        const bool folder = ::lstat(change->path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
        if (folder) {
          move(change->path, kept_ + "/" + std::to_string(++saved_));
        } else {
          remove_file(change->path);
        }
        break;
      }
      case Kind::removed:
        move(change->saved, change->path);
        break;
      case Kind::moved:
        move(change->path, change->from);
        if (!change->saved.empty()) move(change->saved, change->path);
        break;
    }
  }
}

}  // namespace fonds
