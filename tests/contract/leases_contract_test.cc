#include "catalogue/leases.h"

#include <atomic>
#include <thread>
#include <vector>

#include "catalogue_fixture.h"

namespace fonds {
namespace {

using namespace std::chrono_literals;

class LeasesContract : public CatalogueFixture {
 protected:
  bool acquire(std::string_view owner, std::string_view name = "index-writer") {
    return Leases(database()).acquire(name, owner, 60s);
  }
};
FONDS_ON_BOTH_ENGINES(LeasesContract);

TEST_P(LeasesContract, OnlyOneHoldsARight) {
  EXPECT_TRUE(acquire("one"));
  EXPECT_FALSE(acquire("two"));
  EXPECT_TRUE(acquire("two", "scheduler"));
}

TEST_P(LeasesContract, ItsHolderMayExtendIt) {
  acquire("one");
  clock_.advance(50s);
  EXPECT_TRUE(acquire("one"));
  clock_.advance(50s);
  EXPECT_FALSE(acquire("two"));
}

TEST_P(LeasesContract, ARightThatRanOutIsFree) {
  acquire("one");
  clock_.advance(60s);
  EXPECT_TRUE(acquire("two"));
  EXPECT_FALSE(acquire("one"));
}

TEST_P(LeasesContract, OnlyItsHolderReleasesIt) {
  acquire("one");
  Leases(database()).release("index-writer", "two");
  EXPECT_FALSE(acquire("two"));
  Leases(database()).release("index-writer", "one");
  EXPECT_TRUE(acquire("two"));
}

TEST_P(LeasesContract, OfManyAskingAtOnceOneGetsIt) {
  std::atomic<int> holders{0};
  std::vector<std::thread> threads;
  for (int t = 0; t < 6; ++t) {
    threads.emplace_back([&, t] {
      const auto own = other_connection();
      if (Leases(*own).acquire("index-writer", "owner-" + std::to_string(t), 60s)) ++holders;
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(holders, 1);
}

}  // namespace
}  // namespace fonds
