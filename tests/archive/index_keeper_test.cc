#include "archive/index_keeper.h"

#include <gtest/gtest.h>

#include "archive/indexed_archive.h"
#include "catalogue/journal.h"
#include "catalogue/leases.h"
#include "support/fault_of.h"

namespace fonds {
namespace {

class IndexKeeperTest : public IndexedArchive {
 protected:
  /// Something the index must know of.
  void change_the_archive() {
    Transaction transaction(temp_.archive().catalogue());
    Journal(temp_.archive().catalogue())
        .append(transaction, local_archivist(), "document.corrected", "document/1");
    transaction.commit();
  }
};

TEST_F(IndexKeeperTest, FollowsAndEndsAtOnce) {
  IndexKeeper keeper(temp_.archive());
  change_the_archive();
  keeper.catch_up();
  keeper.wait_until_level({});
  EXPECT_EQ(ArchiveIndex(temp_.archive()).lag(), 0);
}

TEST_F(IndexKeeperTest, ADamagedIndexIsMendedWhileItsOwnerGoesOn) {
  spoil_index();
  change_the_archive();
  IndexKeeper keeper(temp_.archive());
  keeper.catch_up();  // throws nothing
  keeper.wait_until_level({});
  EXPECT_EQ(found(), 1);
  EXPECT_EQ(about_index().back().event, "index.rebuilt");
}

TEST_F(IndexKeeperTest, DamageThatCanNotBeMendedIsToldInsteadOfTriedForEver) {
  Leases leases(temp_.archive().catalogue());
  ASSERT_TRUE(leases.acquire("index", "another host", std::chrono::seconds(600)));
  spoil_index();
  change_the_archive();
  IndexKeeper keeper(temp_.archive());
  EXPECT_EQ(fault_of([&] { keeper.wait_until_level({}); }), Fault::corrupt);
  EXPECT_EQ(fault_of([&] { keeper.wait_until_level({}); }), Fault::corrupt) << "at once";
}

TEST_F(IndexKeeperTest, AStopEndsTheWaitingForIt) {
  spoil_index();
  change_the_archive();
  std::stop_source stop;
  stop.request_stop();
  IndexKeeper keeper(temp_.archive());
  keeper.wait_until_level(stop.get_token());
  SUCCEED() << "it returned";
}

TEST_F(IndexKeeperTest, WhatIsDueIsDoneByItself) {
  spoil_index();
  IndexKeeper keeper(temp_.archive(), std::chrono::milliseconds(10));
  const auto is_rebuilt = [&] {
    const auto entries = about_index();
    return !entries.empty() && entries.back().event == "index.rebuilt";
  };
  for (int i = 0; i < 600 && !is_rebuilt(); ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
  EXPECT_TRUE(is_rebuilt());
  EXPECT_EQ(found(), 1);
}

}  // namespace
}  // namespace fonds
