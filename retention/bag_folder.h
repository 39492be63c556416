/// BagFolder: a folder that came from elsewhere, looked through and read without ever leaving it:
/// no symbolic link is followed, no pipe or device is opened.
///
/// Threads: open() from any thread. Faults: not_found (there is no such folder), io, denied,
/// corrupt (a path that is no file below the folder, more entries than may be).
#pragma once

#include <boost/filesystem/path.hpp>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/unique_fd.h"

namespace fonds {

inline constexpr std::size_t kMostBagFiles = 500'000;
inline constexpr std::size_t kDeepestBagFolder = 64;

struct BagFolderContent {
  /// Size by path below the folder, '/' between its parts, in any encoding.
  std::map<std::string, std::uint64_t, std::less<>> files;
  std::vector<std::string> folders;  ///< sorted
  std::vector<std::string> others;   ///< links, pipes, sockets, devices; sorted
  std::vector<std::string> closed;   ///< folders that cannot be looked into; sorted
};

class BagFolder {
 public:
  /// A link to the folder itself is followed.
  explicit BagFolder(boost::filesystem::path folder);

  [[nodiscard]] BagFolderContent content() const;
  /// Opens a regular file for reading.
  [[nodiscard]] UniqueFd open(std::string_view path) const;
  /// The whole of a file of at most `limit` bytes.
  [[nodiscard]] std::string read(std::string_view path, std::uint64_t limit) const;

 private:
  boost::filesystem::path folder_;
};

}  // namespace fonds
