#include "web/rate_limit.h"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

#include "support/fixed_clock.h"

namespace fonds {
namespace {

using namespace std::chrono_literals;

TEST(RateLimit, SoManyAtOnceThenOneEachPause) {
  RateLimit limit(3, 10s);
  FixedClock clock;
  for (int i = 0; i < 3; ++i) EXPECT_TRUE(limit.take("a", clock.now()));
  EXPECT_FALSE(limit.take("a", clock.now()));
  EXPECT_TRUE(limit.take("b", clock.now())) << "each has a bucket of their own";
  clock.advance(9s);
  EXPECT_FALSE(limit.take("a", clock.now()));
  clock.advance(2s);
  EXPECT_TRUE(limit.take("a", clock.now()));
  EXPECT_FALSE(limit.take("a", clock.now()));
}

TEST(RateLimit, ABucketFillsNoFurtherThanToItsRim) {
  RateLimit limit(2, 1s);
  FixedClock clock;
  EXPECT_TRUE(limit.take("a", clock.now()));
  clock.advance(24h);
  for (int i = 0; i < 2; ++i) EXPECT_TRUE(limit.take("a", clock.now()));
  EXPECT_FALSE(limit.take("a", clock.now()));
}

TEST(RateLimit, AClockThatIsSetBackGivesNothingAndTakesNothing) {
  RateLimit limit(2, 1s);
  FixedClock clock;
  EXPECT_TRUE(limit.take("a", clock.now()));
  clock.advance(-1h);
  EXPECT_TRUE(limit.take("a", clock.now()));
  EXPECT_FALSE(limit.take("a", clock.now()));
  clock.advance(1s);
  EXPECT_TRUE(limit.take("a", clock.now())) << "nobody is shut out for the hour";
}

TEST(RateLimit, VeryManyAddressesAreForgottenAgain) {
  RateLimit limit(1, 1s);
  FixedClock clock;
  EXPECT_TRUE(limit.take("guesser", clock.now()));
  for (int i = 0; i < 9'000; ++i) EXPECT_TRUE(limit.take(std::to_string(i), clock.now()));
  EXPECT_FALSE(limit.take("guesser", clock.now()));
  for (int i = 0; i < 30'000; ++i) limit.take("x" + std::to_string(i), clock.now());
  SUCCEED() << "memory is bounded: 10 000 buckets";
}

TEST(RateLimit, ThreadsShareABucket) {
  RateLimit limit(100, 1h);
  const Moment now = FixedClock().now();
  std::atomic<int> let_in = 0;
  {
    std::vector<std::jthread> threads;
    for (int t = 0; t < 4; ++t) {
      threads.emplace_back([&] {
        for (int i = 0; i < 50; ++i) let_in += limit.take("a", now) ? 1 : 0;
      });
    }
  }
  EXPECT_EQ(let_in, 100);
}

}  // namespace
}  // namespace fonds
