/// WatchedFolder: the folder a network scanner writes into. A file is ready when its size and time
/// have stood still for `settle` and its end is whole (PDF %%EOF, TIFF directory chain, JPEG EOI,
/// PNG IEND, ZIP end record). Links, FIFOs and devices are refused; a taken file is moved to
/// DIR/.taken/. Names that begin with a dot or "~$", or end in .tmp, .part, .crdownload or "~", are
/// somebody's work in progress and passed over.
///
/// Invariant: two looks at least `settle` apart saw the same file before it is ready; what happens
///            to the clock or to the file's own time makes nothing ready sooner.
/// Threads: one; polling, so network shares work too. Faults: not_found (the folder is gone),
/// denied, io.
#pragma once

#include <boost/filesystem/path.hpp>
#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
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
    std::string why;  ///< with what to do
  };
  struct Look {
    std::vector<boost::filesystem::path> ready;  ///< oldest first; again at each look until taken
    std::vector<Refusal> refused;                ///< each told once, again only when it changed
    int waiting = 0;                             ///< files not judged yet
  };

  WatchedFolder(Disk& disk, const Clock& clock, boost::filesystem::path folder, Options options);
  /// One look at the folder (not its sub-folders).
  Look look();
  /// Moves a file that was ready and is safe to .taken/, never over another one; durable. False
  /// when the file is no longer the one that was ready (gone, or replaced while it was being taken
  /// in): it stays where it is and the next looks judge it anew.
  bool taken(const boost::filesystem::path& file);
  /// The archive would not have a file that was ready: it is not offered again until it changes.
  void refused(const boost::filesystem::path& file);

 private:
  /// What tells one state of a file from another.
  struct State {
    std::uint64_t inode = 0;
    std::uint64_t size = 0;
    std::int64_t modified = 0;  ///< nanoseconds since 1970
    std::uint32_t type = 0;     ///< S_IFMT bits
    bool operator==(const State&) const = default;
  };
  struct Seen {
    State state;
    Moment since{};
    bool told = false;
  };
  struct Verdict {
    bool ready = false;
    std::optional<std::string> why;  ///< refused
  };
  [[nodiscard]] Seen compare(const std::string& name, const State& state, Moment now) const;
  [[nodiscard]] Verdict judge(const boost::filesystem::path& file, const Seen& seen,
                              Moment now) const;
  static std::optional<State> state_of(const boost::filesystem::path& file);

  Disk& disk_;
  const Clock& clock_;
  boost::filesystem::path folder_;
  Options options_;
  std::map<std::string, Seen> seen_;
};

/// Whether the end of the file says it was written to the end. Unknown kinds are taken as whole.
/// Faults as open_for_reading(); links are not followed.
bool is_whole(const boost::filesystem::path& file);

}  // namespace fonds
