#include "indexer/date_query.h"

#include <gtest/gtest.h>

namespace fonds {
namespace {

std::string meaning(std::string_view typed) {
  const auto query = date_query(typed);
  return query ? query->get_description() : "none";
}

TEST(DateQuery, KnowsDaysMonthsYearsAndSchoolYears) {
  const std::string day = "Query((VALUE_GE 5 20240515 AND VALUE_RANGE 4 0 20240515))";
  EXPECT_EQ(meaning("2024-05-15"), day);
  EXPECT_EQ(meaning("15.05.2024"), day);
  EXPECT_EQ(meaning("15.5.2024"), day);
  const std::string month = "Query((VALUE_GE 5 20240501 AND VALUE_RANGE 4 0 20240531))";
  EXPECT_EQ(meaning("2024-05"), month);
  EXPECT_EQ(meaning("05.2024"), month);
  EXPECT_EQ(meaning("2024"), "Query((VALUE_GE 5 20240101 AND VALUE_RANGE 4 0 20241231))");
  EXPECT_EQ(meaning("2023/2024"), "Query((VALUE_GE 5 20230901 AND VALUE_RANGE 4 0 20240831))");
}

TEST(DateQuery, KnowsRangesOpenOnOneSide) {
  EXPECT_EQ(meaning("2023..2024-05"), "Query((VALUE_GE 5 20230101 AND VALUE_RANGE 4 0 20240531))");
  EXPECT_EQ(meaning("..15.05.2024"), "Query(VALUE_RANGE 4 0 20240515)");
  EXPECT_EQ(meaning("2023.."), "Query(VALUE_GE 5 20230101)");
}

TEST(DateQuery, WhatIsNoDateIsNone) {
  for (const char* typed : {"", "..", "вчера", "31.02.2024", "2024-13", "15.05.24", "1.2.3.2024",
                            "2023..вчера", "вчера..2023", "20240515", "0-0-0"}) {
    EXPECT_EQ(meaning(typed), "none") << typed;
  }
}

}  // namespace
}  // namespace fonds
