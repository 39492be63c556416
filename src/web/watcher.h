/// Watcher: looks once a second at what open pages are about and tells them when it has changed.
///
/// What is looked at is asked of the archive with the rights of whoever watches, every time: a
/// fault (a right was taken away, a paper has gone) ends the stream. A stream ends after some
/// minutes, so that the browser comes in by the gate again. Threads: watch() from any; the looks on
/// one of its own. Faults: busy (too many pages are open).
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "archive/archive.h"
#include "base/clock.h"
#include "web/event_stream.h"

namespace fonds {

class Watcher {
 public:
  /// The state of what a page shows, as one line of JSON.
  using Look = std::function<std::string(Archive& archive)>;

  explicit Watcher(const Archive& archive,
                   std::chrono::milliseconds pause = std::chrono::seconds(1));
  ~Watcher();  ///< ends all streams
  Watcher(const Watcher&) = delete;
  Watcher& operator=(const Watcher&) = delete;

  /// Sends an event "state" at once, and again whenever it differs.
  std::shared_ptr<EventStream> watch(Look look);

 private:
  struct Watched {
    std::shared_ptr<EventStream> stream;
    Look look;
    std::string last{};
    int looks = 0;
  };
  void run(const std::stop_token& stop);
  void look_at(Watched& watched);

  std::unique_ptr<Archive> archive_;
  std::chrono::milliseconds pause_;
  std::mutex mutex_;
  std::condition_variable_any woken_;
  std::vector<Watched> added_;    ///< under mutex_
  std::vector<Watched> watched_;  ///< of the thread
  std::size_t open_ = 0;          ///< under mutex_
  std::jthread thread_;           ///< last: it uses all above
};

}  // namespace fonds
