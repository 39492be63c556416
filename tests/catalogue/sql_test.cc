#include "catalogue/sql.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "catalogue/journal.h"
#include "support/fixed_clock.h"
#include "support/temp_folder.h"

namespace fonds {
namespace {

class SqlTest : public testing::Test {
 protected:
  SqlTest() { database_.migrate(); }
  TempFolder folder_;
  FixedClock clock_;
  std::string url_ = "sqlite:" + (folder_ / "catalogue.sqlite").string();
  Database database_{url_, clock_};
};

TEST_F(SqlTest, ChangeTellsHowManyRowsItChanged) {
  for (const char* name : {"a", "b"}) {
    EXPECT_EQ(change(database_, "INSERT INTO leases (name, owner, held_until) VALUES (:n, 'x', '')",
                     name),
              1);
  }
  EXPECT_EQ(change(database_, "DELETE FROM leases WHERE owner = :owner", "x"), 2);
  EXPECT_EQ(change(database_, "DELETE FROM leases WHERE owner = :owner", "x"), 0);
}

TEST_F(SqlTest, ACounterCountsFromOneAndEachNameForItself) {
  Transaction transaction(database_);
  EXPECT_EQ(next_number(transaction, "a"), 1);
  EXPECT_EQ(next_number(transaction, "a"), 2);
  EXPECT_EQ(next_number(transaction, "b"), 1);
}

TEST_F(SqlTest, ANumberNotCommittedIsGivenAgain) {
  {
    Transaction transaction(database_);
    next_number(transaction, "a");
  }
  Transaction transaction(database_);
  EXPECT_EQ(next_number(transaction, "a"), 1);
}

TEST_F(SqlTest, AnEmptyAnswerIsTheNumberAskedFor) {
  EXPECT_EQ(number_from(database_, "SELECT value FROM counters WHERE name = 'none'", -7), -7);
}

TEST_F(SqlTest, ASnapshotDoesNotSeeWhatIsCommittedMeanwhile) {
  Database other(url_, clock_);
  {
    const Snapshot snapshot(database_);
    EXPECT_EQ(Journal(database_).head(), 0);
    Transaction transaction(other);
    Journal(other).append(transaction, local_archivist(), "x", "y");
    transaction.commit();
    EXPECT_EQ(Journal(database_).head(), 0);
  }
  EXPECT_EQ(Journal(database_).head(), 1);
}

TEST_F(SqlTest, ASnapshotWithinATransactionLeavesItOpen) {
  Transaction transaction(database_);
  { const Snapshot snapshot(database_); }
  Journal(database_).append(transaction, local_archivist(), "x", "y");
  transaction.commit();
  EXPECT_EQ(Journal(database_).head(), 1);
}

}  // namespace
}  // namespace fonds
