#include "model/scheduled_job.h"

#include <gtest/gtest.h>

namespace fonds {
namespace {

TEST(ScheduledJob, MostAreDueEveryDay) {
  for (const ScheduledJob job :
       {ScheduledJob::retention_plan, ScheduledJob::fixity, ScheduledJob::acts,
        ScheduledJob::expiry, ScheduledJob::snapshots}) {
    EXPECT_EQ(last_due(job, {2027, 1, 1}), (CalendarDate{2027, 1, 1})) << name_of(job);
  }
}

TEST(ScheduledJob, TheIndexIsLookedAtOnMondays) {
  const auto due = [](const CalendarDate& day) { return last_due(ScheduledJob::index_check, day); };
  EXPECT_EQ(due({2026, 11, 30}), (CalendarDate{2026, 11, 30})) << "a Monday";
  EXPECT_EQ(due({2026, 12, 6}), (CalendarDate{2026, 11, 30})) << "the Sunday after";
  EXPECT_EQ(due({2027, 1, 1}), (CalendarDate{2026, 12, 28})) << "a Friday of another year";
}

TEST(ScheduledJob, TheDraftIsDueInDecember) {
  const auto due = [](const CalendarDate& day) { return last_due(ScheduledJob::rollover, day); };
  EXPECT_EQ(due({2026, 12, 1}), (CalendarDate{2026, 12, 1}));
  EXPECT_EQ(due({2026, 12, 31}), (CalendarDate{2026, 12, 1}));
  EXPECT_EQ(due({2026, 11, 30}), (CalendarDate{2025, 12, 1}));
}

TEST(ScheduledJob, ChecksOfPresenceAreLookedAtOnceAMonth) {
  EXPECT_EQ(last_due(ScheduledJob::stock_checks, {2026, 11, 30}), (CalendarDate{2026, 11, 1}));
  EXPECT_EQ(last_due(ScheduledJob::stock_checks, {2027, 1, 1}), (CalendarDate{2027, 1, 1}));
}

TEST(ScheduledJob, NamesAreReadBack) {
  for (const std::string_view name : kScheduledJobs) {
    EXPECT_EQ(name_of(scheduled_job_from(name).value()), name);
  }
  for (const std::string_view name : kRunOutcomes) {
    EXPECT_EQ(name_of(run_outcome_from(name).value()), name);
  }
  EXPECT_FALSE(scheduled_job_from("coffee"));
  EXPECT_FALSE(run_outcome_from(""));
}

}  // namespace
}  // namespace fonds
