#include "web/api/schedule_records.h"

#include <gtest/gtest.h>

namespace fonds {
namespace {

TEST(ScheduleRecords, AJobThatNeverRanAndOneThatDid) {
  ArchiveSchedule::Entry entry;
  entry.job = ScheduledJob::fixity;
  entry.due_on = {2026, 2, 1};
  entry.is_due = true;
  EXPECT_EQ(record_of(entry).dump(),
            R"({"job":"fixity","due_on":"2026-02-01","is_due":true,"last":null})");
  ScheduleRun run;
  run.job = ScheduledJob::fixity;
  run.outcome = RunOutcome::alarm;
  run.report = R"({"damaged":1})";
  entry.last = run;
  const Json last = record_of(entry)["last"];
  EXPECT_EQ(last, record_of(run));
  EXPECT_EQ(last["outcome"], "alarm");
  EXPECT_EQ(last["report"]["damaged"], 1);
}

}  // namespace
}  // namespace fonds
