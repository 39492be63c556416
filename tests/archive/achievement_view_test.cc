#include "archive/achievement_view.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Achievement record(std::int64_t document, std::int64_t student, std::string holder,
                   std::string date) {
  Achievement made;
  made.document = {document};
  made.accession = "2026-00000" + std::to_string(document);
  made.student = {student};
  made.holder = std::move(holder);
  made.date = std::move(date);
  made.level = "zonal";
  made.place = "2";
  return made;
}

StudentId same(StudentId id) { return id; }

TEST(AchievementView, OfAStudentOwnRecordsAndThoseOfCollectivesAreTaken) {
  Achievement own = record(1, 15, "Зябликов", "2024");
  Achievement team = record(2, 0, "Лира", "2024");
  team.members = {{15}, {16}};
  AchievementFilter filter;
  filter.student = StudentId{15};
  EXPECT_TRUE(filter.takes(own));
  EXPECT_TRUE(filter.takes(team));
  filter.student = StudentId{17};
  EXPECT_FALSE(filter.takes(own));
  EXPECT_FALSE(filter.takes(team));
}

TEST(AchievementView, TheCollectiveOnThePaperOutweighsThoseAttended) {
  Achievement each = record(1, 15, "Зябликов", "2024");
  each.attended = {"Лира", "Парус"};
  AchievementFilter filter;
  filter.collective = "лира";
  EXPECT_TRUE(filter.takes(each));
  each.collective = "Парус";
  EXPECT_FALSE(filter.takes(each));
  filter.collective = "ПАРУС";
  EXPECT_TRUE(filter.takes(each));
}

TEST(AchievementView, APeriodTakesWhatTouchesIt) {
  AchievementFilter filter;
  filter.from = CalendarDate{2024, 5, 1};
  filter.to = CalendarDate{2024, 5, 31};
  for (const char* date :
       {"2024-05-01", "2024-05-31", "2024-05", "2024", "2023/2024", "2024-04-28/2024-05-02"}) {
    EXPECT_TRUE(filter.takes(record(1, 15, "З", date))) << date;
  }
  for (const char* date : {"2024-04-30", "2024-06-01", "2023", "2024/2025", "", "весна"}) {
    EXPECT_FALSE(filter.takes(record(1, 15, "З", date))) << date;
  }
}

TEST(AchievementView, TheOrderIsByNameThenDateThenPaper) {
  AchievementBank bank{record(4, 1, "Чижова", "2023"), record(3, 2, "зябликов", "2024"),
                       record(2, 2, "Зябликов", "2024"), record(1, 2, "Зябликов", "2022")};
  put_in_order(bank);
  std::vector<std::int64_t> order;
  for (const Achievement& each : bank) order.push_back(each.document.value);
  EXPECT_THAT(order, ElementsAre(1, 2, 3, 4));
}

TEST(AchievementView, TotalsCountByYearLevelAndPlaceTheHighestFirst) {
  AchievementBank bank{record(1, 1, "А", "2024-05-15"), record(1, 2, "Б", "2024-05-15"),
                       record(2, 1, "А", "2022-05-15"), record(3, 0, "Лира", "2024-01-01"),
                       record(4, 0, "ЛИРА", "2024-01-01")};
  bank[2].place = "";
  bank[3].level = "national";
  bank[3].place = "grand_prix";
  bank[4].level = "";
  const AchievementTotals totals = totals_of(bank);
  EXPECT_EQ(totals.records, 5);
  EXPECT_EQ(totals.papers, 4);
  EXPECT_EQ(totals.students, 2);
  EXPECT_EQ(totals.collectives, 1);
  ASSERT_EQ(totals.counts.size(), 4U);
  EXPECT_EQ(totals.counts[0].place, "grand_prix");
  EXPECT_EQ(totals.counts[1].count, 2);
  EXPECT_EQ(totals.counts[2].level, "") << "an unknown level last";
  EXPECT_EQ(totals.counts[3].year, "2021/2022");
  EXPECT_THAT(totals_of({}).counts, IsEmpty());
}

TEST(AchievementView, ADifferenceTellsWhatCameWentAndChanged) {
  const AchievementBank before{record(1, 1, "А", "2024"), record(2, 1, "А", "2024")};
  AchievementBank after{record(1, 1, "А", "2024"), record(3, 0, "Лира", "2024")};
  after[0].level = "regional";
  after[0].control = "final";
  const AchievementDifference found = difference_of(before, after, same);
  ASSERT_EQ(found.added.size(), 1U);
  EXPECT_EQ(found.added[0].document, DocumentId{3});
  ASSERT_EQ(found.removed.size(), 1U);
  EXPECT_EQ(found.removed[0].document, DocumentId{2});
  ASSERT_EQ(found.changed.size(), 1U);
  EXPECT_THAT(found.changed[0].facts, ElementsAre("level", "control"));
  const AchievementDifference none = difference_of(after, after, same);
  EXPECT_TRUE(none.added.empty() && none.removed.empty() && none.changed.empty());
}

TEST(AchievementView, MergingTheRecordsOfAStudentIsNoDifference) {
  const AchievementBank before{record(1, 2, "А", "2024")};
  const AchievementBank after{record(1, 1, "А", "2024")};
  const auto merged = [](StudentId id) { return id.value == 2 ? StudentId{1} : id; };
  const AchievementDifference found = difference_of(before, after, merged);
  EXPECT_TRUE(found.added.empty() && found.removed.empty() && found.changed.empty());
}

}  // namespace
}  // namespace fonds
