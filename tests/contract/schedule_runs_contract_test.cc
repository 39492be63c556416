#include "catalogue/schedule_runs.h"

#include <gmock/gmock.h>

#include "catalogue_fixture.h"

namespace fonds {
namespace {

using testing::SizeIs;

class ScheduleRunsContract : public CatalogueFixture {
 protected:
  ScheduleRuns runs() { return ScheduleRuns(database()); }
  void record(ScheduledJob job, const CalendarDate& day, RunOutcome outcome) {
    Transaction transaction(database());
    runs().record(transaction,
                  {job, day, moment_from_text("2026-11-30T02:30:00.000Z"),
                   moment_from_text("2026-11-30T02:31:00.000Z"), outcome, R"({"volumes":3})"});
    transaction.commit();
  }
};
FONDS_ON_BOTH_ENGINES(ScheduleRunsContract);

TEST_P(ScheduleRunsContract, TheLastRunIsTold) {
  EXPECT_FALSE(runs().last(ScheduledJob::fixity, false));
  record(ScheduledJob::fixity, {2026, 11, 29}, RunOutcome::alarm);
  record(ScheduledJob::fixity, {2026, 11, 30}, RunOutcome::failed);
  record(ScheduledJob::acts, {2026, 12, 1}, RunOutcome::done);
  const ScheduleRun last = runs().last(ScheduledJob::fixity, false).value();
  EXPECT_EQ(last.due_on, (CalendarDate{2026, 11, 30}));
  EXPECT_EQ(last.outcome, RunOutcome::failed);
  EXPECT_EQ(last.report, R"({"volumes":3})");
  EXPECT_EQ(to_text(last.ended_at), "2026-11-30T02:31:00.000Z");
  EXPECT_EQ(runs().last(ScheduledJob::fixity, true).value().due_on, (CalendarDate{2026, 11, 29}));
  EXPECT_THAT(runs().list(2), SizeIs(2));
  EXPECT_EQ(runs().list(2).front().job, ScheduledJob::acts);
}

TEST_P(ScheduleRunsContract, ARepeatedRunTakesTheFailedOnesPlace) {
  record(ScheduledJob::fixity, {2026, 11, 30}, RunOutcome::failed);
  record(ScheduledJob::fixity, {2026, 11, 30}, RunOutcome::done);
  EXPECT_THAT(runs().list(10), SizeIs(1));
  EXPECT_EQ(runs().last(ScheduledJob::fixity, false).value().outcome, RunOutcome::done);
}

}  // namespace
}  // namespace fonds
