/// FaultyDisk: the real disk under one folder, that fails at a chosen operation, and remembers what
/// was synced, so that a power cut can drop everything that was not.
///
/// Model: a file's content survives from its last sync(); a name (or its absence) survives from the
/// last sync_folder() of its folder. Everything under the root must be written through this object.
/// Threads: one.
/// Faults:  those it is told to make.
#pragma once

#include <boost/filesystem/path.hpp>
#include <limits>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/disk.h"

namespace fonds {

class FaultyDisk : public Disk {
 public:
  /// Takes what lies in `root` as durable.
  explicit FaultyDisk(boost::filesystem::path root);
  ~FaultyDisk() override;

  enum class Trouble {
    no_space,      ///< ENOSPC for everything that needs room, from then on; half a write is done
    input_output,  ///< EIO, once
    read_only,     ///< EROFS for everything, from then on
    power_cut,     ///< nothing is done any more
  };
  /// The `operation`-th operation from now on (1: the next) fails.
  void fail_at(int operation, Trouble trouble);
  /// No more troubles.
  void heal();
  /// Operations so far.
  [[nodiscard]] int operations() const { return operations_; }
  [[nodiscard]] bool has_failed() const { return failing_; }

  /// What the machine finds after the power returns. Unsynced content is always lost; unsynced
  /// names may be lost or, as a journalling file system does on a good day, kept.
  enum class UnsyncedNames { lost, kept };
  /// Puts the folder into that state and works again.
  void restart_after_power_cut(UnsyncedNames names);

  std::unique_ptr<WritableFile> create(const boost::filesystem::path& path) override;
  void rename(const boost::filesystem::path& from, const boost::filesystem::path& to) override;
  void sync_folder(const boost::filesystem::path& folder) override;
  void remove(const boost::filesystem::path& path) override;
  void make_read_only(const boost::filesystem::path& path) override;
  void make_folders(const boost::filesystem::path& folder) override;

 private:
  struct Node;
  class File;
  enum class Needs { room, nothing };

  void step(Needs needs);
  bool strikes(Needs needs);
  [[noreturn]] void strike(const char* doing) const;
  Node* find(const boost::filesystem::path& path);
  Node& folder_of(const boost::filesystem::path& path);
  void adopt(Node& folder, const boost::filesystem::path& path);
  static void restore(Node& node, const boost::filesystem::path& path, UnsyncedNames names);

  LocalDisk disk_;
  boost::filesystem::path root_;
  std::vector<std::unique_ptr<Node>> nodes_;
  Node* top_;
  int operations_ = 0;
  int fails_at_ = std::numeric_limits<int>::max();
  Trouble trouble_ = Trouble::input_output;
  bool failing_ = false;
};

}  // namespace fonds
