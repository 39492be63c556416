#include "archive/scheduled_work.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>
#include <set>

#include "archive/cases_fixture.h"
#include "catalogue/consents.h"

namespace fonds {
namespace {

using testing::SizeIs;

TEST(ShelvesDue, OneADayAndAllWithinAYear) {
  EXPECT_THAT(shelves_due({2026, 11, 30}, {}), SizeIs(1));
  EXPECT_THAT(shelves_due({2026, 11, 30}, CalendarDate{2026, 11, 29}), SizeIs(1));
  EXPECT_THAT(shelves_due({2026, 11, 30}, CalendarDate{2026, 11, 27}), SizeIs(3)) << "a weekend";
  EXPECT_THAT(shelves_due({2026, 11, 30}, CalendarDate{2020, 1, 1}), SizeIs(256));
  EXPECT_THAT(shelves_due({2026, 11, 30}, CalendarDate{2027, 1, 1}), SizeIs(1)) << "set back";
  std::set<int> read;
  CalendarDate before{2026, 1, 1};
  // Mondays to Fridays of a year.
  for (int day = 0; day < 365; ++day) {
    if (day % 7 > 4) continue;
    const CalendarDate today = days_after({2026, 1, 2}, day);
    for (const int shelf : shelves_due(today, before)) read.insert(shelf);
    before = today;
  }
  EXPECT_EQ(read.size(), 256U);
  EXPECT_EQ(*read.begin(), 0);
  EXPECT_EQ(*read.rbegin(), 255);
}

class ScheduledWorkTest : public CasesFixture {
 protected:
  nlohmann::json expiry(const CalendarDate& today, const CalendarDate& before) {
    return nlohmann::json::parse(
        do_scheduled(*archive_, ScheduledJob::expiry, today, before).details);
  }
};

TEST_F(ScheduledWorkTest, ConsentsThatEndedAreToldOnce) {
  Consent consent;
  consent.student = student("Клюев");
  consent.given_on = {2024, 1, 1};
  consent.until = CalendarDate{2025, 2, 2};
  Transaction transaction(archive_->catalogue());
  Consents(archive_->catalogue()).add(transaction, clerk_, consent);
  transaction.commit();
  EXPECT_EQ(expiry({2025, 2, 2}, {2025, 2, 1})["consents_ended"], 0) << "its last day";
  const auto report = expiry({2025, 2, 3}, {2025, 2, 2});
  EXPECT_EQ(report["consents_ended"], 1);
  EXPECT_EQ(report["students"].at(0), consent.student.value);
  EXPECT_EQ(expiry({2025, 2, 4}, {2025, 2, 3})["consents_ended"], 0);
  EXPECT_EQ(expiry({2025, 2, 9}, {2025, 1, 31})["consents_ended"], 1) << "days were missed";
}

TEST_F(ScheduledWorkTest, WhoComesOfAgeIsTold) {
  Student made;
  made.name = {"Клюев", "Прохор", ""};
  made.birth_date = CalendarDate{2007, 2, 3};
  Transaction transaction(archive_->catalogue());
  const StudentId id = Students(archive_->catalogue()).add(transaction, made);
  transaction.commit();
  EXPECT_EQ(expiry({2025, 2, 2}, {2025, 2, 1})["came_of_age"], 0);
  EXPECT_EQ(expiry({2025, 2, 3}, {2025, 2, 2})["of_age"].at(0), id.value) << "the birthday";
  EXPECT_EQ(expiry({2025, 2, 4}, {2025, 2, 3})["came_of_age"], 0);
}

}  // namespace
}  // namespace fonds
