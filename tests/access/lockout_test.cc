#include "access/lockout.h"

#include <gtest/gtest.h>

namespace fonds {
namespace {

using namespace std::chrono_literals;

const Moment kNow = moment_from_text("2026-03-01T09:00:00.000Z");

/// `count` failures, each at the moment the lock before it ends.
FailedSignIns failed(int count) {
  FailedSignIns state;
  for (int i = 0; i < count; ++i) state = after_failure(state, state.locked_until.value_or(kNow));
  return state;
}

std::chrono::milliseconds lock_after(int count) {
  const FailedSignIns state = failed(count);
  return state.locked_until ? *state.locked_until - *state.last : 0ms;
}

TEST(Lockout, NobodyIsLockedBeforeTheFifthFailure) {
  EXPECT_FALSE(locked_until({}, kNow));
  for (int count = 1; count <= 4; ++count) {
    EXPECT_EQ(failed(count).count, count);
    EXPECT_FALSE(failed(count).locked_until) << count;
  }
}

TEST(Lockout, TheLockDoublesWithEachFurtherFailureUpToADay) {
  EXPECT_EQ(lock_after(5), 1min);
  EXPECT_EQ(lock_after(6), 2min);
  EXPECT_EQ(lock_after(7), 4min);
  EXPECT_EQ(lock_after(15), 1024min);
  EXPECT_EQ(lock_after(16), 24h);
  EXPECT_EQ(lock_after(17), 24h);
  EXPECT_EQ(lock_after(100), 24h);
}

TEST(Lockout, ALockHoldsUntilItsMomentAndNotLonger) {
  const FailedSignIns state = failed(5);

  EXPECT_EQ(locked_until(state, kNow), kNow + 1min);
  EXPECT_EQ(locked_until(state, kNow + 1min - 1ms), kNow + 1min);
  EXPECT_FALSE(locked_until(state, kNow + 1min));
}

TEST(Lockout, ATryWhileItIsLockedDoesNotCount) {
  const FailedSignIns state = failed(5);

  EXPECT_EQ(after_failure(state, kNow + 30s), state);
  EXPECT_EQ(after_failure(state, kNow + 1min).count, 6);
}

TEST(Lockout, FailuresDoNotGrowOldByThemselves) {
  FailedSignIns state = failed(4);
  state = after_failure(state, kNow + 240h);

  EXPECT_EQ(state.first, kNow);
  EXPECT_EQ(state.last, kNow + 240h);
  EXPECT_TRUE(locked_until(state, kNow + 240h));
}

TEST(Lockout, AnyNumberOfFailuresIsCountedWithoutOverflow) {
  FailedSignIns state;
  state.count = 2'000'000'000;
  state = after_failure(state, kNow);

  EXPECT_EQ(state.locked_until, kNow + 24h);
}

}  // namespace
}  // namespace fonds
