#include "model/calendar_date.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/in_zone.h"

namespace fonds {
namespace {

TEST(CalendarDateTest, ADayThatDoesNotExistIsNoDate) {
  for (const char* text :
       {"2023-02-29", "1900-02-29", "2024-04-31", "2024-13-01", "2024-00-10", "2024-01-00",
        "0000-01-01", "2024-1-01", "24-01-01", "2024-01-01x", "", "2024/01/01", "-024-01-01"}) {
    EXPECT_FALSE(calendar_date_from(text)) << text;
  }
  EXPECT_EQ(calendar_date_from("2024-02-29"), (CalendarDate{2024, 2, 29}));
  EXPECT_EQ(calendar_date_from("2000-02-29"), (CalendarDate{2000, 2, 29}));
}

TEST(CalendarDateTest, TodayIsThatOfThePlaceNotOfGreenwich) {
  const Moment late = moment_from_text("2026-12-31T16:30:00.000Z");
  {
    const InZone kamchatka("KAM-12");
    EXPECT_EQ(day_here(late), (CalendarDate{2027, 1, 1}));
  }
  {
    const InZone kaliningrad("KLG-2");
    EXPECT_EQ(day_here(late), (CalendarDate{2026, 12, 31}));
  }
}

TEST(CalendarDateTest, EveryFormOfASpanComesBackFromItsText) {
  for (const char* text : {"2024-05-15", "2024-04-12/2024-04-14", "2024-05", "2024", "2023/2024",
                           "2024-12-31/2025-01-02"}) {
    const auto span = date_span_from(text);
    ASSERT_TRUE(span) << text;
    EXPECT_EQ(to_text(*span), text);
    EXPECT_LE(span->from, span->to);
  }
}

TEST(CalendarDateTest, ASpanThatRunsBackwardsOrSkipsAYearIsNone) {
  for (const char* text : {"2024-04-14/2024-04-12", "2023/2025", "2024-13", "2024-05-", "/2024",
                           "2024-04-14/", "abcd"}) {
    EXPECT_FALSE(date_span_from(text)) << text;
  }
}

TEST(CalendarDateTest, AMonthEndsOnItsLastDayAndASchoolYearInAugust) {
  EXPECT_EQ(date_span_from("2024-02")->to, (CalendarDate{2024, 2, 29}));
  EXPECT_EQ(date_span_from("2023/2024")->from, (CalendarDate{2023, 9, 1}));
  EXPECT_EQ(date_span_from("2023/2024")->to, (CalendarDate{2024, 8, 31}));
  EXPECT_EQ(school_year_of({2024, 8, 31}), 2023);
  EXPECT_EQ(school_year_of({2024, 9, 1}), 2024);
}

TEST(CalendarDateTest, AgeGrowsOnTheBirthdayItself) {
  const CalendarDate birth{2010, 6, 15};
  EXPECT_EQ(years_between(birth, {2024, 6, 14}), 13);
  EXPECT_EQ(years_between(birth, {2024, 6, 15}), 14);
}

}  // namespace
}  // namespace fonds
