/// ObjectStore keeps original bytes until an act destroys them, each named by the SHA-256 of its
/// content: ROOT/ab/cd/abcd….  Plain files, so `sha256sum` alone can check them. Bytes on their way
/// in lie in ROOT/.incoming, on the same file system, until they are renamed into place.
///
/// Invariant: a name that put() returned is a durable, read-only file that hashes to that name.
/// Threads:   put() and open() may run concurrently, also from several processes.
/// Faults:    io (disk), corrupt (bytes no longer match their name), not_found.
#pragma once

#include <bitset>
#include <boost/filesystem/path.hpp>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>

#include "base/disk.h"
#include "base/unique_fd.h"

namespace fonds {

class ObjectStore {
 public:
  struct Stored {
    std::string sha256;
    std::uint64_t size = 0;
    bool was_there = false;  ///< the same bytes had been stored before
  };

  /// Opens the store at `root`, which must exist. `disk` must outlive the store.
  ObjectStore(Disk& disk, boost::filesystem::path root);

  /// Copies everything readable from `fd` (from its present position), hashing while writing.
  /// Returns when the bytes are durable. Storing the same bytes again changes nothing, but reads
  /// what lies there: fault corrupt when it is no longer what its name says.
  Stored put(int fd, std::string_view name_for_messages);
  Stored put(std::string_view bytes);

  [[nodiscard]] bool contains(std::string_view sha256) const;
  [[nodiscard]] UniqueFd open(std::string_view sha256) const;
  [[nodiscard]] boost::filesystem::path path_of(std::string_view sha256) const;

  /// Returns when the object is gone for good; an absent one is no failure. Only an act of
  /// destruction ends what is kept for ever, and only the caller knows who else needs the bytes.
  void remove(std::string_view sha256);

  enum class Fixity { intact, missing, altered };
  /// Reads the object whole and compares.
  [[nodiscard]] Fixity check(std::string_view sha256) const;
  /// Every stored name, in order; foreign files are passed to `stray`.
  void for_each(const std::function<void(const std::string& sha256)>& visit,
                const std::function<void(const boost::filesystem::path&)>& stray) const;
  /// Removes half-written files older than an hour, left by a crash. Returns how many.
  int remove_leftovers();

 private:
  class Arrival;
  Stored settle(Arrival& arrival);
  void make_durable(const std::string& sha256);

  Disk& disk_;
  boost::filesystem::path root_;
  std::mutex mutex_;
  /// Folders whose names this object has seen to be durable: 256 outer, then 65 536 inner ones.
  std::bitset<256 + 65536> durable_;
};

}  // namespace fonds
