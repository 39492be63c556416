/// IndexKeeper: while workers run, keeps the index level with the journal and well
/// (index_care.h). Damage it meets is mended beside: recognition goes on, searches say what is
/// wrong until the new index serves. It tries once: damage that is met again right after is thrown.
///
/// Threads: the caller's for catch_up(), one of its own for everything that takes long. Faults of
/// that one are logged, not thrown.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

#include "archive/archive.h"
#include "archive/index.h"
#include "archive/index_care.h"

namespace fonds {

class IndexKeeper {
 public:
  /// `pause`: between looks for what is due.
  explicit IndexKeeper(Archive& archive, std::chrono::milliseconds pause = std::chrono::hours(1));
  ~IndexKeeper();  ///< stops what runs: it goes on another time
  IndexKeeper(const IndexKeeper&) = delete;
  IndexKeeper& operator=(const IndexKeeper&) = delete;

  /// Follows the journal; an index that is damaged is handed to the other thread. Faults: those of
  /// ArchiveIndex.
  void catch_up();
  /// Returns when the index is level; one that is damaged is mended first, unless a stop comes.
  void wait_until_level(const std::stop_token& stop);

 private:
  void look_after(const std::stop_token& stop);
  void suspect(const Error& error);
  ArchiveIndex index_;
  std::unique_ptr<Archive> archive_;  ///< of the other thread
  IndexCareLimits limits_;
  std::chrono::milliseconds pause_;
  std::mutex mutex_;
  std::condition_variable_any woken_;
  enum class Damage { none, met, treated };
  Damage damage_ = Damage::none;  ///< under mutex_
  std::jthread thread_;           ///< last: it uses all above
};

}  // namespace fonds
