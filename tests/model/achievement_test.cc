#include "model/achievement.h"

#include <gtest/gtest.h>

#include <set>

namespace fonds {
namespace {

Achievement dated(std::string date) {
  Achievement made;
  made.accession = "2026-000123";
  made.student = {15};
  made.date = std::move(date);
  return made;
}

TEST(Achievement, ItsIdNamesThePaperAndWhoseItIs) {
  Achievement record = dated("");
  EXPECT_EQ(id_of(record), "2026-000123/15");
  record.student = {};
  EXPECT_EQ(id_of(record), "2026-000123/c");
}

TEST(Achievement, ItCountsForASchoolYearWhereItsDateTellsOne) {
  EXPECT_EQ(year_of(dated("2024-05-15")), "2023/2024");
  EXPECT_EQ(year_of(dated("2024-09-01")), "2024/2025");
  EXPECT_EQ(year_of(dated("2024-08-31/2024-09-02")), "2023/2024");
  EXPECT_EQ(year_of(dated("2024-11")), "2024/2025");
  EXPECT_EQ(year_of(dated("2023/2024")), "2023/2024");
  EXPECT_EQ(year_of(dated("2024")), "2024");
  EXPECT_EQ(year_of(dated("")), "");
  EXPECT_EQ(year_of(dated("весной")), "");
}

TEST(Achievement, EveryFactHasANameOfItsOwn) {
  std::set<std::string_view> names;
  for (const AchievementFact& fact : kAchievementFacts) names.insert(fact.name);
  EXPECT_EQ(names.size(), kAchievementFacts.size());
}

TEST(Achievement, WhoAttendedOnADay) {
  const DateSpan may = *date_span_from("2024-05-15");
  Membership by_year{"Лира", "", "", 2023, {}, {}};
  EXPECT_TRUE(attended_on(by_year, may));
  by_year.school_year = 2024;
  EXPECT_FALSE(attended_on(by_year, may));
  by_year.school_year = 0;
  EXPECT_FALSE(attended_on(by_year, may)) << "nobody said when";
  Membership by_days{"Лира", "", "", 2023, CalendarDate{2024, 5, 16}, {}};
  EXPECT_FALSE(attended_on(by_days, may)) << "came later";
  by_days.from = CalendarDate{2024, 5, 15};
  EXPECT_TRUE(attended_on(by_days, may));
  by_days.to = CalendarDate{2024, 5, 15};
  EXPECT_TRUE(attended_on(by_days, may));
  by_days.from.reset();
  by_days.to = CalendarDate{2024, 5, 14};
  EXPECT_FALSE(attended_on(by_days, may)) << "had left";
}

}  // namespace
}  // namespace fonds
