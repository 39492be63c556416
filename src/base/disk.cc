#include "base/disk.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>

#include <array>
#include <boost/filesystem/operations.hpp>
#include <cerrno>
#include <cstdio>

#include "base/error.h"
#include "base/messages.h"

namespace fonds {
namespace {

using boost::filesystem::path;

[[noreturn]] void fail(const char* what, const path& file) {
  throw system_error(errno, fmt::format("{} {}", what, file.string()));
}

Error not_regular(const path& file) {
  return {Fault::usage, say(tr("{} is not a regular file"), file.string()),
          tr("give a file with a scan")};
}

class LocalFile : public WritableFile {
 public:
  LocalFile(UniqueFd fd, path file) : fd_(std::move(fd)), path_(std::move(file)) {}

  void write(std::string_view bytes) override {
    while (!bytes.empty()) {
      const ssize_t written = ::write(fd_.get(), bytes.data(), bytes.size());
      if (written < 0) {
        if (errno == EINTR) continue;
        fail(tr("cannot write"), path_);
      }
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
  }

  void sync() override {
    if (::fsync(fd_.get()) != 0) fail(tr("cannot write"), path_);
  }

  void close() override {
    if (::close(fd_.release()) != 0) fail(tr("cannot write"), path_);
  }

 private:
  UniqueFd fd_;
  path path_;
};

}  // namespace

std::unique_ptr<WritableFile> LocalDisk::create(const path& file) {
  UniqueFd fd(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
  if (!fd.valid()) fail(tr("cannot create"), file);
  return std::make_unique<LocalFile>(std::move(fd), file);
}

void LocalDisk::rename(const path& from, const path& to) {
  if (::rename(from.c_str(), to.c_str()) != 0) fail(tr("cannot rename"), from);
}

void LocalDisk::sync_folder(const path& folder) {
  const UniqueFd fd(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!fd.valid() || ::fsync(fd.get()) != 0) fail(tr("cannot write folder"), folder);
}

void LocalDisk::remove(const path& file) {
  if (std::remove(file.c_str()) != 0 && errno != ENOENT) fail(tr("cannot remove"), file);
}

void LocalDisk::make_read_only(const path& file) {
  if (::chmod(file.c_str(), 0400) != 0) fail(tr("cannot protect"), file);
}

void LocalDisk::make_folders(const path& folder) {
  boost::system::error_code ignored;  // what is wrong with the path, mkdir says below
  if (folder.empty() || boost::filesystem::is_directory(folder, ignored)) return;
  const path parent = folder.parent_path();
  make_folders(parent);
  if (::mkdir(folder.c_str(), 0700) != 0) {
    const int reason = errno;
    if (reason != EEXIST || !boost::filesystem::is_directory(folder, ignored)) {
      errno = reason;
      fail(tr("cannot create"), folder);
    }
  }
  sync_folder(parent.empty() ? path(".") : parent);
}

void write_atomically(Disk& disk, const path& target, std::string_view bytes) {
  const path temporary = target.string() + ".tmp";
  disk.remove(temporary);
  const auto file = disk.create(temporary);
  file->write(bytes);
  file->sync();
  file->close();
  disk.rename(temporary, target);
  disk.sync_folder(target.parent_path().empty() ? path(".") : target.parent_path());
}

UniqueFd open_for_reading(const path& file, FollowLinks follow) {
  // O_NONBLOCK: opening a FIFO must not hang; regular files ignore it.
  const int flags =
      O_RDONLY | O_CLOEXEC | O_NONBLOCK | (follow == FollowLinks::no ? O_NOFOLLOW : 0);
  UniqueFd fd(::open(file.c_str(), flags));
  if (!fd.valid()) {
    if (errno == ELOOP) {
      throw Error(Fault::usage, say(tr("{} is a symbolic link"), file.string()),
                  tr("give the file itself"));
    }
    if (errno == ENXIO) throw not_regular(file);  // a socket
    fail(tr("cannot read"), file);
  }
  struct stat status {};
  if (::fstat(fd.get(), &status) != 0) fail(tr("cannot read"), file);
  if (!S_ISREG(status.st_mode)) throw not_regular(file);
  return fd;
}

std::size_t read_some(int fd, char* buffer, std::size_t size, std::string_view name) {
  for (;;) {
    const ssize_t got = ::read(fd, buffer, size);
    if (got >= 0) return static_cast<std::size_t>(got);
    if (errno != EINTR) throw system_error(errno, fmt::format("{} {}", tr("cannot read"), name));
  }
}

std::string read_file(const path& file, std::uint64_t limit) {
  const UniqueFd fd = open_for_reading(file);
  std::string bytes;
  std::array<char, 65536> buffer;  // NOLINT(cppcoreguidelines-pro-type-member-init): filled by read
  while (const std::size_t got = read_some(fd.get(), buffer.data(), buffer.size(), file.string())) {
    if (bytes.size() + got > limit) {
      throw Error(Fault::io, say(tr("{} is larger than {} bytes"), file.string(), limit));
    }
    bytes.append(buffer.data(), got);
  }
  return bytes;
}

std::uint64_t size_of(int fd, std::string_view name) {
  struct stat status {};
  if (::fstat(fd, &status) != 0) {
    throw system_error(errno, fmt::format("{} {}", tr("cannot read"), name));
  }
  return static_cast<std::uint64_t>(status.st_size);
}

std::uint64_t free_space(const path& folder) {
  struct statvfs status {};
  if (::statvfs(folder.c_str(), &status) != 0) fail(tr("cannot read"), folder);
  return static_cast<std::uint64_t>(status.f_bavail) * status.f_frsize;
}

}  // namespace fonds
