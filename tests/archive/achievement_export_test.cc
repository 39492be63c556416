#include "archive/achievement_export.h"

#include <gmock/gmock.h>

#include "archive/achievement_snapshots.h"
#include "archive/consent_fixture.h"

namespace fonds {
namespace {

using testing::HasSubstr;

class ExportTest : public ConsentFixture {
 protected:
  AchievementExport take_out(std::optional<std::int64_t> snapshot = {}) {
    return ArchiveAchievementExport(temp_.archive()).take_out(archivist_, {}, snapshot, "xlsx");
  }
  const Actor archivist_ = local_archivist();
};

TEST_F(ExportTest, TheTableComesWithTheJournalEntryAboutIt) {
  const AchievementExport taken = take_out();
  ASSERT_EQ(taken.records.rows.size(), 2U);
  EXPECT_EQ(taken.records.rows[1][1], "Зябликов Прохор Ильич");
  EXPECT_EQ(last_entry().event, "achievement.exported");
  EXPECT_EQ(last_entry().details, R"({"records":1,"form":"xlsx"})");
  EXPECT_EQ(last_entry().number, taken.entry);
  EXPECT_EQ(last_entry().hash, taken.hash);
  EXPECT_EQ(taken.about.rows.back().back(), taken.hash);
}

TEST_F(ExportTest, ASnapshotIsTakenOutAsItWasFrozen) {
  ArchiveSnapshots(temp_.archive()).freeze(archivist_);
  const Table frozen = take_out(1).records;
  review().set(clerk_, document_.accession, "level", "всероссийский");
  EXPECT_EQ(take_out(1).records.rows, frozen.rows);
  EXPECT_NE(take_out().records.rows, frozen.rows);
  EXPECT_EQ(fault_of([&] { take_out(2); }), Fault::not_found);
  EXPECT_THAT(last_entry().details, HasSubstr("\"form\""));
}

TEST_F(ExportTest, OnlyWhoMayTakeTablesOutGetsOne) {
  EXPECT_EQ(
      fault_of([&] { ArchiveAchievementExport(temp_.archive()).take_out(clerk_, {}, {}, "csv"); }),
      Fault::denied);
}

}  // namespace
}  // namespace fonds
