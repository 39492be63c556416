/// Disk is the one way Fonds writes files: an interface so that tests can run out of space, fail,
/// or lose power and drop what was not synced.
///
/// A file is durable when its sync() and, after a create or rename, sync_folder() of its folder
/// have returned.
/// Threads:   any, on different paths.
/// Faults:    io (also full and read-only disks), denied, not_found; never an empty answer.
#pragma once

#include <boost/filesystem/path.hpp>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/unique_fd.h"

namespace fonds {

/// A new file being written. Destroyed without close(), it is left as it is for the caller to
/// remove.
class WritableFile {
 public:
  virtual ~WritableFile() = default;
  /// Appends all of `bytes`.
  virtual void write(std::string_view bytes) = 0;
  /// Returns when everything written is on the medium.
  virtual void sync() = 0;
  /// Closes and reports what only closing finds out.
  virtual void close() = 0;
};

class Disk {
 public:
  virtual ~Disk() = default;
  /// Creates `path`, which must not exist, readable and writable by its owner only.
  virtual std::unique_ptr<WritableFile> create(const boost::filesystem::path& path) = 0;
  /// Replaces `to` atomically by `from`; both on one file system.
  virtual void rename(const boost::filesystem::path& from, const boost::filesystem::path& to) = 0;
  /// Makes the names in `folder` durable.
  virtual void sync_folder(const boost::filesystem::path& folder) = 0;
  /// Removes a file or an empty folder. Removing what is not there is no failure.
  virtual void remove(const boost::filesystem::path& path) = 0;
  /// Takes the right to write from everybody.
  virtual void make_read_only(const boost::filesystem::path& path) = 0;
  /// Creates `folder` and its parents, durably (each new name synced).
  virtual void make_folders(const boost::filesystem::path& folder) = 0;
};

/// The machine's own file systems.
class LocalDisk : public Disk {
 public:
  std::unique_ptr<WritableFile> create(const boost::filesystem::path& path) override;
  void rename(const boost::filesystem::path& from, const boost::filesystem::path& to) override;
  void sync_folder(const boost::filesystem::path& folder) override;
  void remove(const boost::filesystem::path& path) override;
  void make_read_only(const boost::filesystem::path& path) override;
  void make_folders(const boost::filesystem::path& folder) override;
};

/// Writes `bytes` to `path` so that after a crash it holds either the old or the new content.
void write_atomically(Disk& disk, const boost::filesystem::path& path, std::string_view bytes);

/// Opens an existing regular file for reading. Symbolic links are followed only when asked.
enum class FollowLinks { no, yes };
UniqueFd open_for_reading(const boost::filesystem::path& path,
                          FollowLinks follow = FollowLinks::yes);

/// Reads up to `buffer.size()` bytes; 0 at the end.
std::size_t read_some(int fd, char* buffer, std::size_t size, std::string_view name);
/// The whole file. Fault io when it is larger than `limit` bytes.
std::string read_file(const boost::filesystem::path& path, std::uint64_t limit = 1ULL << 32);
/// Size in bytes of an open file.
std::uint64_t size_of(int fd, std::string_view name);
/// Bytes an ordinary user may still write on the file system of `folder`.
std::uint64_t free_space(const boost::filesystem::path& folder);

}  // namespace fonds
