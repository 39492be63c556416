#include "web/api/achievement_records.h"

#include <gtest/gtest.h>

#include "base/error.h"

namespace fonds {
namespace {

Achievement record() {
  Achievement made;
  made.document = {3};
  made.accession = "2026-000003";
  made.student = {15};
  made.holder = "Кравец Тимофей";
  made.level = "municipal";
  made.date = "2024-05-15";
  made.attended = {"Юный техник"};
  return made;
}

TEST(AchievementRecords, FactsThatAreNotKnownAreNull) {
  Json made = record_of(record());
  EXPECT_EQ(made["id"], "2026-000003/15");
  EXPECT_EQ(made["student"], 15);
  EXPECT_EQ(made["level"], "municipal");
  EXPECT_EQ(made["place"], nullptr);
  EXPECT_EQ(made["attended"], Json::array({"Юный техник"}));
  EXPECT_EQ(made["members"], Json::array());
  Achievement of_collective = record();
  of_collective.student = {};
  of_collective.members = {{15}, {16}};
  made = record_of(of_collective);
  EXPECT_EQ(made["student"], nullptr);
  EXPECT_EQ(made["members"], Json::array({15, 16}));
}

TEST(AchievementRecords, Sums) {
  const Json made = record_of(totals_of({record()}));
  EXPECT_EQ(made["records"], 1);
  EXPECT_EQ(made["counts"][0]["level"], "municipal");
  EXPECT_EQ(made["counts"][0]["place"], nullptr);
}

TEST(AchievementRecords, AFrozenBankAndWhatHasChangedSince) {
  SnapshotComparison comparison;
  comparison.before.number = 1;
  comparison.before.taken_by = "osipova";
  EXPECT_EQ(record_of(comparison.before)["by"], "osipova");
  Achievement after = record();
  after.place = "1";
  comparison.difference.added = {record()};
  comparison.difference.changed = {{record(), after, {"place"}}};
  const Json made = record_of(comparison);
  EXPECT_EQ(made["after"], nullptr);
  EXPECT_EQ(made["added"].size(), 1U);
  EXPECT_EQ(made["removed"], Json::array());
  EXPECT_EQ(made["changed"][0]["facts"].dump(), R"({"place":{"before":null,"after":"1"}})");
}

TEST(AchievementRecords, AFactIsFoundByItsName) {
  EXPECT_EQ(fact_named("scope").value, &Achievement::scope);
  EXPECT_THROW(fact_named("colour"), Error);
}

}  // namespace
}  // namespace fonds
