#include "web/work_queue.h"

#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <set>

namespace fonds {
namespace {

TEST(WorkQueue, OneThreadDoesWhatCameInItsOrder) {
  std::vector<int> done;
  WorkQueue queue(1);
  for (int i = 0; i < 100; ++i) {
    EXPECT_TRUE(queue.add([&done, i](int worker) {
      EXPECT_EQ(worker, 0);
      done.push_back(i);
    }));
  }
  queue.finish();
  ASSERT_EQ(done.size(), 100U);
  EXPECT_TRUE(std::is_sorted(done.begin(), done.end()));
}

TEST(WorkQueue, SlowWorkHoldsUpNoOther) {
  std::promise<void> other_done;
  std::promise<void> slow_ended;
  WorkQueue queue(2);
  std::set<int> workers;
  std::mutex mutex;
  const auto note = [&](int worker) {
    const std::lock_guard lock(mutex);
    workers.insert(worker);
  };
  queue.add([&](int worker) {
    note(worker);
    other_done.get_future().wait();
    slow_ended.set_value();
  });
  queue.add([&](int worker) {
    note(worker);
    other_done.set_value();
  });
  slow_ended.get_future().wait();
  EXPECT_EQ(workers, (std::set<int>{0, 1}));
}

TEST(WorkQueue, FinishingDoesAllThatWaitsAndTakesNothingMore) {
  std::atomic<int> done = 0;
  WorkQueue queue(3);
  for (int i = 0; i < 500; ++i) queue.add([&](int) { ++done; });
  queue.finish();
  EXPECT_EQ(done, 500);
  EXPECT_FALSE(queue.add([&](int) { ++done; }));
  queue.finish();
  EXPECT_EQ(done, 500);
}

TEST(WorkQueue, WhoeverComesToAVeryLongQueueIsToldAtOnce) {
  std::promise<void> go_on;
  const std::shared_future<void> waiting = go_on.get_future().share();
  std::atomic<int> done = 0;
  WorkQueue queue(1);
  queue.add([&](int) { waiting.wait(); });
  int taken = 0;
  while (taken < 100'000 && queue.add([&](int) { ++done; })) ++taken;
  EXPECT_LT(taken, 100'000) << "memory is bounded";
  EXPECT_GT(taken, 100);
  go_on.set_value();
  queue.finish();
  EXPECT_EQ(done, taken) << "what was taken is done";
}

}  // namespace
}  // namespace fonds
