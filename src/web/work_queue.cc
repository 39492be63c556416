#include "web/work_queue.h"

#include <utility>

namespace fonds {
namespace {

/// So much is done within seconds; whoever comes later is better told at once.
constexpr std::size_t kMostWaiting = 2000;

}  // namespace

WorkQueue::WorkQueue(int workers) {
  for (int worker = 0; worker < workers; ++worker) {
    threads_.emplace_back([this, worker] { run(worker); });
  }
}

void WorkQueue::finish() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  more_.notify_all();
  threads_.clear();  // joins
}

bool WorkQueue::add(Work work) {
  {
    const std::lock_guard lock(mutex_);
    if (ending_ || waiting_.size() >= kMostWaiting) return false;
    waiting_.push_back(std::move(work));
  }
  more_.notify_one();
  return true;
}

void WorkQueue::run(int worker) {
  for (;;) {
    Work work;
    {
      std::unique_lock lock(mutex_);
      more_.wait(lock, [this] { return ending_ || !waiting_.empty(); });
      if (waiting_.empty()) return;
      work = std::move(waiting_.front());
      waiting_.pop_front();
    }
    work(worker);
  }
}

}  // namespace fonds
