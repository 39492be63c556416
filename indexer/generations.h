/// Generations: which index serves, which one is being built (see search.h for the layout).
///
/// Invariant: `current` always names a generation that was whole when it began to serve.
/// Threads: any; changes only by the holder of the "index" lease. Faults: io, corrupt (`current`
/// says something else than a generation).
#pragma once

#include <boost/filesystem/path.hpp>
#include <optional>
#include <vector>

#include "base/disk.h"

namespace fonds {

class Generations {
 public:
  Generations(Disk& disk, boost::filesystem::path root);
  [[nodiscard]] std::optional<int> current() const;
  [[nodiscard]] boost::filesystem::path folder_of(int generation) const;
  /// The generation a rebuild should go on with: one started and not finished, else a new one.
  int begin_rebuild();
  /// Makes `generation` serve, durably, then removes all others.
  void serve(int generation);
  /// Where a copy of a generation is made; nothing stands there.
  [[nodiscard]] boost::filesystem::path new_copy();
  /// Makes the finished copy the newest generation, durably; returns which.
  int adopt_copy();
  /// Removes a generation that does not serve: one begun by a program of another index format.
  void discard(int generation);

 private:
  [[nodiscard]] std::vector<int> all() const;
  void remove_with_files(const boost::filesystem::path& folder);

  Disk& disk_;
  boost::filesystem::path root_;
};

}  // namespace fonds
