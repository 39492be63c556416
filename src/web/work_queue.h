/// WorkQueue: a fixed number of threads that do pieces of work in the order they came.
///
/// Threads: add() from any thread; made and destroyed by one. A piece of work must not throw.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace fonds {

class WorkQueue {
 public:
  /// `worker`: the number of the thread, from 0.
  using Work = std::function<void(int worker)>;

  explicit WorkQueue(int workers);
  ~WorkQueue() { finish(); }
  WorkQueue(const WorkQueue&) = delete;
  WorkQueue& operator=(const WorkQueue&) = delete;

  /// False when very much waits already: nothing was added.
  bool add(Work work);
  /// Does what waits, takes nothing more, returns when all is done.
  void finish();

 private:
  void run(int worker);
  std::mutex mutex_;
  std::condition_variable more_;
  std::deque<Work> waiting_;
  bool ending_ = false;
  std::vector<std::jthread> threads_;
};

}  // namespace fonds
