#include "ingest/watched_folder.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <boost/filesystem/operations.hpp>
#include <cerrno>
#include <string_view>
#include <system_error>
#include <utility>

#include "base/error.h"
#include "base/messages.h"
#include "ingest/whole_file.h"

namespace fonds {
namespace {

namespace fs = boost::filesystem;

constexpr const char* kTakenFolder = ".taken";

bool is_work_in_progress(std::string_view name) {
  if (name.starts_with(".") || name.starts_with("~$") || name.ends_with("~")) return true;
  std::string lower(name);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  constexpr std::array<std::string_view, 4> kEndings{".tmp", ".part", ".partial", ".crdownload"};
  return std::any_of(kEndings.begin(), kEndings.end(),
                     [&](std::string_view ending) { return lower.ends_with(ending); });
}

/// Why a thing of this type is never taken; nothing for a regular file.
std::optional<std::string> why_refused(std::uint32_t type) {
  switch (type) {
    case S_IFREG:
      return std::nullopt;
    case S_IFLNK:
      return tr("it is a symbolic link; put the file itself into the folder");
    case S_IFIFO:
      return tr("it is a FIFO, not a file; remove it");
    default:
      return tr("it is a device or a socket, not a file; remove it");
  }
}

/// All names in `folder`; the entries that vanish meanwhile do not matter.
std::vector<std::string> names_in(const fs::path& folder) {
  boost::system::error_code error;
  std::vector<std::string> names;
  fs::directory_iterator entry(folder, error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
    names.push_back(entry->path().filename().string());
  }
  if (error) {
    throw system_error(error.value(), say(tr("cannot look into the folder {}"), folder.string()));
  }
  return names;
}

/// `name` in `folder`, or "name (2).pdf", "name (3).pdf", … where that is taken.
fs::path free_name(const fs::path& folder, const fs::path& name) {
  fs::path candidate = folder / name;
  for (int n = 2; fs::symlink_status(candidate).type() != fs::file_not_found; ++n) {
    candidate = folder /
                (name.stem().string() + " (" + std::to_string(n) + ")" + name.extension().string());
  }
  return candidate;
}

/// What a look into one file finds out.
struct Finding {
  bool whole = false;
  bool gone = false;
  int error = 0;  ///< errno when it could not be read
};

Finding look_into(const fs::path& file) {
  Finding finding;
  // O_NONBLOCK: should it have become a FIFO by now, opening must not hang.
  const UniqueFd fd(::open(file.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  if (!fd.valid()) {
    finding.gone = errno == ENOENT || errno == ELOOP;
    finding.error = errno;
    return finding;
  }
  FileBytes bytes(size_of(fd.get(), file.string()),
                  [&](std::uint64_t offset, char* buffer, std::size_t size) -> std::size_t {
                    const ssize_t got = ::pread(fd.get(), buffer, size, static_cast<off_t>(offset));
                    if (got < 0) finding.error = errno;
                    return got < 0 ? 0 : static_cast<std::size_t>(got);
                  });
  const bool whole = is_whole(bytes);
  finding.whole = whole && finding.error == 0;
  return finding;
}

std::string why_unreadable(int error) {
  if (error == EACCES || error == EPERM) {
    return tr("it may not be read; check the owner and the rights of the file");
  }
  return say(tr("it cannot be read ({}); check the disk or the network and copy it again"),
             std::generic_category().message(error));
}

}  // namespace

WatchedFolder::WatchedFolder(Disk& disk, const Clock& clock, fs::path folder, Options options)
    : disk_(disk), clock_(clock), folder_(std::move(folder)), options_(options) {}

WatchedFolder::Look WatchedFolder::look() {
  const Moment now = clock_.now();
  std::map<std::string, Seen> present;
  std::vector<std::pair<std::int64_t, fs::path>> ready;
  Look look;
  for (const std::string& name : names_in(folder_)) {
    const fs::path file = folder_ / name;
    if (is_work_in_progress(name)) continue;
    const std::optional<State> state = state_of(file);
    if (!state || state->type == S_IFDIR) continue;

    Seen seen = compare(name, *state, now);
    Verdict verdict;
    if (!seen.told) verdict = judge(file, seen, now);
    if (verdict.ready) ready.emplace_back(state->modified, file);
    if (verdict.why) look.refused.push_back({file, *verdict.why});
    if (!seen.told && !verdict.ready && !verdict.why) ++look.waiting;
    seen.told = seen.told || verdict.why;
    present.emplace(name, seen);
  }
  seen_ = std::move(present);
  std::sort(ready.begin(), ready.end());
  for (auto& [modified, file] : ready) look.ready.push_back(std::move(file));
  return look;
}

bool WatchedFolder::taken(const fs::path& file) {
  const auto seen = seen_.find(file.filename().string());
  const std::optional<State> state = state_of(file);
  if (seen == seen_.end() || !state || seen->second.state != *state) return false;

  const fs::path target = folder_ / kTakenFolder;
  if (fs::symlink_status(target).type() == fs::symlink_file) {
    throw Error(Fault::io, say(tr("{} is a symbolic link"), target.string()),
                tr("remove the link; the folder is then made by itself"));
  }
  disk_.make_folders(target);
  disk_.rename(file, free_name(target, file.filename()));
  disk_.sync_folder(target);
  disk_.sync_folder(folder_);
  seen_.erase(seen);
  return true;
}

void WatchedFolder::refused(const fs::path& file) {
  const auto seen = seen_.find(file.filename().string());
  if (seen != seen_.end()) seen->second.told = true;
}

WatchedFolder::Seen WatchedFolder::compare(const std::string& name, const State& state,
                                           Moment now) const {
  const auto before = seen_.find(name);
  if (before == seen_.end() || before->second.state != state) return {state, now, false};
  Seen seen = before->second;
  seen.since = std::min(seen.since, now);  // the clock was set back: begin to wait anew
  return seen;
}

WatchedFolder::Verdict WatchedFolder::judge(const fs::path& file, const Seen& seen,
                                            Moment now) const {
  if (auto why = why_refused(seen.state.type)) return {false, why};
  const auto stood = now - seen.since;
  const bool first_look = seen_.find(file.filename().string()) == seen_.end();
  if (first_look || stood < options_.settle) return {};

  const bool long_enough = stood >= options_.give_up;
  if (seen.state.size == 0) {
    if (!long_enough) return {};
    return {false, tr("it is empty; scan or copy it again")};
  }
  const Finding finding = look_into(file);
  // Gone, or written to while it was looked into: the next look sees what it is now.
  if (finding.gone || state_of(file) != seen.state) return {};
  if (finding.error != 0) return {false, why_unreadable(finding.error)};
  if (finding.whole) return {true, std::nullopt};
  if (!long_enough) return {};
  return {false, tr("it was not written to its end; scan or copy it again (if it is complete all "
                    "the same, take it in with \"fonds add\")")};
}

std::optional<WatchedFolder::State> WatchedFolder::state_of(const fs::path& file) {
  struct stat status {};
  if (::lstat(file.c_str(), &status) != 0) {
    if (errno == ENOENT || errno == ENOTDIR) return std::nullopt;
    throw system_error(errno, say(tr("cannot read {}"), file.string()));
  }
  State state;
  state.inode = status.st_ino;
  state.size = static_cast<std::uint64_t>(status.st_size);
  state.modified = std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec;
  state.type = status.st_mode & S_IFMT;
  return state;
}

bool is_whole(const fs::path& file) {
  const UniqueFd fd = open_for_reading(file, FollowLinks::no);
  FileBytes bytes(size_of(fd.get(), file.string()),
                  [&](std::uint64_t offset, char* buffer, std::size_t size) {
                    const ssize_t got = ::pread(fd.get(), buffer, size, static_cast<off_t>(offset));
                    if (got < 0)
                      throw system_error(errno, say(tr("cannot read {}"), file.string()));
                    return static_cast<std::size_t>(got);
                  });
  return is_whole(bytes);
}

}  // namespace fonds
