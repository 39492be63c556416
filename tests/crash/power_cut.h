/// PowerCut takes back what a program changed on the disk without making it durable, as a power cut
/// may: names made, moved or removed in a folder that was not synced since, and what was appended
/// to a file since its last sync. Bytes overwritten in place stay as they are.
///
/// "May": a real disk can keep any part of it; this is the state that keeps the least.
/// Threads: any; after happen() has begun, every other call waits for ever.
#pragma once

#include <sys/types.h>

#include <map>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace fonds {

class PowerCut {
 public:
  /// `kept`: a folder on the same file system, where what is removed waits for being taken back.
  explicit PowerCut(std::string kept) : kept_(std::move(kept)) {}

  // Each is told of a change; `removing` and `moving` before it happens, the others after it.
  void made(int folder, const char* path);
  void removing(int folder, const char* path);
  void moving(int from_folder, const char* from, int to_folder, const char* to);
  void writing(int fd);
  void synced(int fd);

  /// The power goes.
  void happen();

 private:
  using Inode = std::pair<dev_t, ino_t>;
  enum class Kind { made, removed, moved };
  struct NameChange {
    Kind kind;
    Inode folder;       ///< whose sync makes it durable
    std::string path;   ///< made, removed; of a move its target
    std::string from;   ///< of a move
    std::string saved;  ///< another name of what stood at `path` before; may be empty
  };
  struct File {
    int fd = -1;       ///< our own
    off_t synced = 0;  ///< size at the last sync
  };

  std::string save(const std::string& path);

  std::string kept_;
  int saved_ = 0;
  std::mutex mutex_;
  std::vector<NameChange> changes_;
  std::map<Inode, File> files_;
};

}  // namespace fonds
