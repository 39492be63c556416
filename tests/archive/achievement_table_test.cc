#include "archive/achievement_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "archive/card_words.h"

namespace fonds {
namespace {

TEST(AchievementTable, OneRowARecordUnderItsHeadings) {
  const ValueWords words = card_words(DocumentKinds::shipped());
  Achievement record;
  record.accession = "2026-000001";
  record.student = {15};
  record.holder = "Зябликов Прохор";
  record.level = "municipal";
  record.place = "laureate 2";
  record.date = "2024-05-15";
  record.attended = {"Лира", "Парус"};
  const Table table = table_of({record}, words);
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_EQ(table.rows[0].size(), kAchievementFacts.size() + 1);
  EXPECT_EQ(table.rows[0].size(), table.rows[1].size());
  EXPECT_THAT(
      table.rows[1],
      testing::ElementsAre("2026-000001/15", "Зябликов Прохор", "Лира, Парус", "", "", "municipal",
                           "laureate, 2nd degree", "", "2024-05-15", "", "", ""));
  record.collective = "Капель";
  EXPECT_EQ(table_of({record}, words).rows[1][2], "Капель") << "as the paper names it";
  EXPECT_EQ(table_of({}, words).rows.size(), 1U);
}

}  // namespace
}  // namespace fonds
