/// WatchedFolder: the folder a network scanner writes into. A file is ready when its size and time
/// have stood still for `settle` and its end is whole (PDF %%EOF, TIFF directory chain, JPEG EOI,
/// PNG IEND, ZIP end record). Links, FIFOs and devices are refused; a taken file is moved to
/// DIR/.taken/.
///
/// Threads: one; polling, so network shares work too. Faults: not_found (the folder is gone), io.
#pragma once

#include <boost/filesystem/path.hpp>
#include <chrono>
#include <map>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/disk.h"

namespace fonds {

class WatchedFolder {
 public:
  struct Options {
    std::chrono::milliseconds settle{2000};
    /// A file that stands still but never becomes whole is reported after this time.
    std::chrono::milliseconds give_up{60000};
  };
  struct Refusal {
    boost::filesystem::path file;
    std::string why;
  };
  struct Look {
    std::vector<boost::filesystem::path> ready;  ///< oldest first
    std::vector<Refusal> refused;                ///< each told once
  };

  WatchedFolder(Disk& disk, const Clock& clock, boost::filesystem::path folder, Options options);
  /// One look at the folder (not its sub-folders).
  Look look();
  /// Moves a file that is safe to .taken/, never over another one; durable.
  void taken(const boost::filesystem::path& file);

 private:
  struct Seen {
    std::uint64_t size = 0;
    std::int64_t modified = 0;
    Moment since{};
    bool told = false;
  };
  Disk& disk_;
  const Clock& clock_;
  boost::filesystem::path folder_;
  Options options_;
  std::map<std::string, Seen> seen_;
};

/// Whether the end of the file says it was written to the end. Unknown kinds are taken as whole.
bool is_whole(const boost::filesystem::path& file);

}  // namespace fonds
