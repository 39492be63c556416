#include "retention/bag_folder.h"

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>

#include "base/disk.h"
#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"
#include "retention/bag_text.h"

namespace fonds {
namespace {

constexpr int kFolderFlags = O_RDONLY | O_DIRECTORY | O_CLOEXEC;
constexpr std::size_t kBuffer = 64 * 1024;

struct CloseFolder {
  void operator()(DIR* folder) const { ::closedir(folder); }
};
using OpenFolder = std::unique_ptr<DIR, CloseFolder>;

[[noreturn]] void fail(int reason, const std::string& path) {
  throw system_error(reason, fmt::format("{} {}", tr("cannot read"), printable(path)));
}

Error too_much(const std::string& what) {
  return {Fault::corrupt, what, tr("this is no package that can be checked here")};
}

/// Walks through one folder after the other; each is open only while its names are read.
class Walk {
 public:
  explicit Walk(int root) : root_(root) {}

  BagFolderContent result() {
    enter("", 0);
    for (auto* const list : {&content_.folders, &content_.others, &content_.closed}) {
      std::sort(list->begin(), list->end());
    }
    return std::move(content_);
  }

 private:
  /// The descriptor of a folder whose path was found by this walk.
  [[nodiscard]] UniqueFd descend(const std::string& path) const {
    UniqueFd fd(::openat(root_, ".", kFolderFlags));
    std::string_view rest = path;
    while (fd.valid() && !rest.empty()) {
      const std::string part(rest.substr(0, rest.find('/')));
      rest.remove_prefix(part.size() + (part.size() < rest.size() ? 1 : 0));
      fd = UniqueFd(::openat(fd.get(), part.c_str(), kFolderFlags | O_NOFOLLOW));
    }
    return fd;
  }

  void enter(const std::string& path, std::size_t depth) {
    UniqueFd fd = descend(path);
    if (!fd.valid()) {
      if (path.empty()) fail(errno, ".");
      content_.closed.push_back(path);
      return;
    }
    std::vector<std::string> inner;
    read_names(std::move(fd), path, inner);
    if (depth == kDeepestBagFolder && !inner.empty()) {
      throw too_much(tr("its folders lie too deep in each other"));
    }
    for (const std::string& each : inner) enter(each, depth + 1);
  }

  void read_names(UniqueFd fd, const std::string& path, std::vector<std::string>& inner) {
    const OpenFolder folder(::fdopendir(fd.get()));
    if (!folder) fail(errno, path);
    const int descriptor = fd.release();  // the stream closes it
    for (;;) {
      errno = 0;
      const dirent* const entry = ::readdir(folder.get());  // NOLINT(concurrency-mt-unsafe): own
      if (entry == nullptr) break;
      const std::string name = static_cast<const char*>(entry->d_name);
      if (name == "." || name == "..") continue;
      add(descriptor, name, path.empty() ? name : fmt::format("{}/{}", path, name), inner);
    }
    if (errno != 0) fail(errno, path);
  }

  void add(int folder, const std::string& name, std::string path, std::vector<std::string>& inner) {
    if (++entries_ > kMostBagFiles) {
      throw too_much(say(tr("it holds more than {} files"), kMostBagFiles));
    }
    struct stat status {};
    if (::fstatat(folder, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) fail(errno, path);
    if (S_ISREG(status.st_mode)) {
      content_.files.emplace(std::move(path), static_cast<std::uint64_t>(status.st_size));
    } else if (S_ISDIR(status.st_mode)) {
      content_.folders.push_back(path);
      inner.push_back(std::move(path));
    } else {
      content_.others.push_back(std::move(path));
    }
  }

  int root_;
  std::size_t entries_ = 0;
  BagFolderContent content_;
};

}  // namespace

BagFolder::BagFolder(boost::filesystem::path folder) : folder_(std::move(folder)) {
  const UniqueFd fd(::open(folder_.c_str(), kFolderFlags));
  if (fd.valid()) return;
  if (errno == ENOTDIR) {
    throw Error(Fault::usage, say(tr("{} is not a folder"), folder_.string()),
                tr("unpack the package and give its folder"));
  }
  fail(errno, folder_.string());
}

BagFolderContent BagFolder::content() const {
  const UniqueFd root(::open(folder_.c_str(), kFolderFlags));
  if (!root.valid()) fail(errno, folder_.string());
  return Walk(root.get()).result();
}

UniqueFd BagFolder::open(std::string_view path) const {
  const auto refuse = [&] {
    return Error(Fault::corrupt, say(tr("{} is not a file of the package"), printable(path)));
  };
  if (!stays_inside(path)) throw refuse();
  UniqueFd fd(::open(folder_.c_str(), kFolderFlags));
  std::string_view rest = path;
  for (std::size_t slash = rest.find('/'); fd.valid() && slash != std::string_view::npos;
       slash = rest.find('/')) {
    const std::string part(rest.substr(0, slash));
    rest.remove_prefix(slash + 1);
    fd = UniqueFd(::openat(fd.get(), part.c_str(), kFolderFlags | O_NOFOLLOW));
  }
  // O_NONBLOCK: opening a pipe must not hang; regular files ignore it.
  if (fd.valid()) {
    fd = UniqueFd(::openat(fd.get(), std::string(rest).c_str(),
                           O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
  }
  if (!fd.valid()) {
    if (errno == ELOOP || errno == ENOTDIR || errno == ENXIO) throw refuse();
    fail(errno, std::string(path));
  }
  struct stat status {};
  if (::fstat(fd.get(), &status) != 0) fail(errno, std::string(path));
  if (!S_ISREG(status.st_mode)) throw refuse();
  return fd;
}

std::string BagFolder::read(std::string_view path, std::uint64_t limit) const {
  const UniqueFd fd = open(path);
  const std::string name = printable(path);
  std::string bytes;
  std::string buffer(kBuffer, '\0');
  while (const std::size_t got = read_some(fd.get(), buffer.data(), buffer.size(), name)) {
    if (bytes.size() + got > limit) {
      throw too_much(say(tr("{} is larger than {} bytes"), name, limit));
    }
    bytes.append(buffer, 0, got);
  }
  return bytes;
}

}  // namespace fonds
