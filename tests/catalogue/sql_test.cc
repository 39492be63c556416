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

/// Statements are kept prepared: nothing of one use may reach into the next.
TEST_F(SqlTest, AStatementRunsAnewWithOtherValues) {
  for (int round = 0; round < 3; ++round) {
    for (int i = 0; i < 2 * static_cast<int>(kMostPrepared); ++i) {
      const std::string text = "SELECT :value + " + std::to_string(i) + " AS sum";
      EXPECT_EQ(number_from(database_, text, -1, round), round + i);
    }
  }
  std::string name;
  std::vector<std::string> names;
  for (const char* owner : {"x", "yy", ""}) {
    change(database_, "INSERT INTO leases (name, owner, held_until) VALUES (:n, :o, '')",
           std::string("lease ") + owner, owner);
    each_row(
        database_, "SELECT name FROM leases WHERE owner = :owner", std::tie(name),
        [&] { names.push_back(name); }, owner);
  }
  EXPECT_EQ(names, (std::vector<std::string>{"lease x", "lease yy", "lease "}));
}

TEST_F(SqlTest, AStatementThatFailedOrWasLeftHalfReadRunsAnew) {
  const std::string insert = "INSERT INTO leases (name, owner, held_until) VALUES (:n, 'x', '')";
  for (const char* name : {"a", "b", "c"}) change(database_, insert, name);
  EXPECT_THROW(change(database_, insert, "a"), Error);
  EXPECT_EQ(change(database_, insert, "d"), 1);
  std::string name;
  std::string all;
  const auto read = [&](bool stop) {
    each_row(database_, "SELECT name FROM leases ORDER BY name", std::tie(name), [&] {
      if (stop) throw Error(Fault::bug, "enough");
      all += name;
    });
  };
  EXPECT_THROW(read(true), Error);
  read(false);
  EXPECT_EQ(all, "abcd");
  change(database_, "DROP TABLE leases");  // nothing holds it
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
