#include "store/folder.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <boost/filesystem/operations.hpp>
#include <cerrno>
#include <random>

#include "base/error.h"
#include "base/messages.h"

namespace fonds {

using boost::filesystem::path;

EntryKind kind_of(const path& entry) {
  struct stat status {};
  if (::lstat(entry.c_str(), &status) != 0) {
    if (errno == ENOENT || errno == ENOTDIR) return EntryKind::absent;
    throw system_error(errno, fmt::format("{} {}", tr("cannot read"), entry.string()));
  }
  if (S_ISREG(status.st_mode)) return EntryKind::file;
  return S_ISDIR(status.st_mode) ? EntryKind::folder : EntryKind::other;
}

std::vector<path> entries_of(const path& folder) {
  std::vector<path> found;
  boost::system::error_code error;
  boost::filesystem::directory_iterator next(folder, error);
  for (; !error && next != boost::filesystem::directory_iterator(); next.increment(error)) {
    found.push_back(next->path());
  }
  if (error) {
    throw system_error(error.value(), fmt::format("{} {}", tr("cannot read"), folder.string()));
  }
  std::sort(found.begin(), found.end());
  return found;
}

Moment last_written(const path& entry) {
  struct stat status {};
  if (::lstat(entry.c_str(), &status) != 0) {
    if (errno == ENOENT) return {};
    throw system_error(errno, fmt::format("{} {}", tr("cannot read"), entry.string()));
  }
  return Moment(std::chrono::seconds(status.st_mtim.tv_sec));
}

std::string unique_name(std::string_view prefix) {
  std::random_device random;  // the kernel's generator
  return fmt::format("{}{}-{:08x}{:08x}", prefix, ::getpid(), random(), random());
}

void remove_folder(Disk& disk, const path& folder) {
  if (kind_of(folder) == EntryKind::absent) return;
  std::vector<path> entries;
  try {
    entries = entries_of(folder);
  } catch (const Error& error) {
    if (error.fault() != Fault::not_found) throw;
    return;  // another process removes it, too, and was faster
  }
  for (const path& entry : entries) {
    if (kind_of(entry) == EntryKind::folder) {
      remove_folder(disk, entry);
    } else {
      disk.remove(entry);
    }
  }
  disk.remove(folder);
}

}  // namespace fonds
