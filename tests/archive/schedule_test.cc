#include "archive/schedule.h"

#include <gmock/gmock.h>

#include <atomic>
#include <thread>

#include "archive/destruction_fixture.h"
#include "archive/holds.h"
#include "archive/stock_checks.h"
#include "catalogue/leases.h"
#include "catalogue/nomenclatures.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using Which = ArchiveSchedule::Which;

class ScheduleTest : public DestructionFixture {
 protected:
  std::vector<ScheduleRun> run(const std::vector<ScheduledJob>& jobs = {},
                               Which which = Which::due) {
    std::vector<ScheduleRun> found;
    ArchiveSchedule(*archive_).run(archivist_, jobs, which,
                                   [&](const ScheduleRun& each) { found.push_back(each); }, {});
    return found;
  }
  static std::vector<ScheduledJob> jobs_of(const std::vector<ScheduleRun>& runs) {
    std::vector<ScheduledJob> found;
    for (const ScheduleRun& each : runs) found.push_back(each.job);
    return found;
  }
};

TEST_F(ScheduleTest, EveryJobRunsOnceOnItsDay) {
  const auto first = run();
  EXPECT_THAT(first, SizeIs(kScheduledJobs.size()));
  for (const ScheduleRun& each : first) {
    EXPECT_NE(each.outcome, RunOutcome::failed) << name_of(each.job) << each.report;
  }
  EXPECT_EQ(last_entry().event, "schedule.run");
  EXPECT_EQ(last_entry().actor, "schedule");
  EXPECT_THAT(run(), IsEmpty()) << "nothing is due any more";
  EXPECT_THAT(run({ScheduledJob::fixity}, Which::all), SizeIs(1));
  for (const auto& each : ArchiveSchedule(*archive_).list(archivist_)) {
    EXPECT_FALSE(each.is_due) << name_of(each.job);
    EXPECT_TRUE(each.last);
  }
}

TEST_F(ScheduleTest, MissedDaysAreCaughtUpOnce) {
  (void)run();
  clock_.set("2025-02-08T09:00:00.000Z");  // five days later, a Saturday
  const auto later = run({ScheduledJob::retention_plan, ScheduledJob::fixity});
  EXPECT_THAT(jobs_of(later), ElementsAre(ScheduledJob::retention_plan, ScheduledJob::fixity));
  EXPECT_THAT(later.at(1).report, HasSubstr(R"("shelves":5)")) << "of all the days";
  EXPECT_THAT(run({ScheduledJob::retention_plan}), IsEmpty());
}

TEST_F(ScheduleTest, WhatFailedIsRepeated) {
  (void)run();
  const Filed paper = filed("Звездоклюев");
  approve_act();
  withdraw();
  const std::int64_t hold =
      ArchiveHolds(*archive_)
          .set(director_, {HoldSubject::volume, paper.volume, "запрос суда", {}})
          .hold.id;
  const auto failed = run({ScheduledJob::acts});
  ASSERT_THAT(failed, SizeIs(1));
  EXPECT_EQ(failed.at(0).outcome, RunOutcome::failed);
  EXPECT_THAT(failed.at(0).report, HasSubstr(paper.volume)) << "it says what stopped it";
  (void)ArchiveHolds(*archive_).lift(director_, hold, "окончено");
  const auto again = run({ScheduledJob::acts});
  ASSERT_THAT(again, SizeIs(1)) << "on the same day";
  EXPECT_EQ(again.at(0).outcome, RunOutcome::done);
}

TEST_F(ScheduleTest, TwoHostsNeverRunOneJobAtOnce) {
  Leases leases(archive_->catalogue());
  ASSERT_TRUE(leases.acquire("schedule/fixity", "another host", std::chrono::seconds(100)));
  EXPECT_THAT(jobs_of(run({ScheduledJob::fixity, ScheduledJob::acts})),
              ElementsAre(ScheduledJob::acts));
  leases.release("schedule/fixity", "another host");
  std::atomic<int> ran = 0;
  const auto attempt = [&] {
    const auto other = archive_->reopen();
    ArchiveSchedule(*other).run(archivist_, {ScheduledJob::fixity}, Which::due,
                                [&](const ScheduleRun&) { ++ran; }, {});
  };
  std::thread first(attempt);
  std::thread second(attempt);
  first.join();
  second.join();
  EXPECT_EQ(ran, 1);
}

TEST_F(ScheduleTest, ADamagedOriginalIsAnAlarm) {
  const Document paper = secret_paper("Звездоклюев");
  const auto file = archive_->originals().path_of(paper.originals.at(0).sha256);
  boost::filesystem::remove(file);
  RunOutcome outcome = RunOutcome::done;
  clock_.set("2025-11-03T09:00:00.000Z");
  (void)run({ScheduledJob::fixity});  // the first run reads the shelf of its day
  clock_.set("2026-11-03T09:00:00.000Z");
  for (const ScheduleRun& each : run({ScheduledJob::fixity})) outcome = each.outcome;
  EXPECT_EQ(outcome, RunOutcome::alarm) << "a year later all shelves were read";
}

TEST_F(ScheduleTest, ADraftOfNextYearIsMadeInDecember) {
  (void)run();
  EXPECT_FALSE(Nomenclatures(archive_->catalogue()).card(2026));
  clock_.set("2025-12-02T09:00:00.000Z");
  const auto runs = run({ScheduledJob::rollover});
  ASSERT_THAT(runs, SizeIs(1));
  EXPECT_EQ(runs.at(0).outcome, RunOutcome::alarm) << "a person must look at it";
  EXPECT_EQ(Nomenclatures(archive_->catalogue()).card(2026).value().state,
            NomenclatureState::draft);
}

TEST_F(ScheduleTest, ChecksOfPresenceAreRemindedOfInGoodTime) {
  const auto outcome = [&](const std::string& day) {
    clock_.set(day + "T09:00:00.000Z");
    const auto runs = run({ScheduledJob::stock_checks});
    return runs.empty() ? std::optional<RunOutcome>() : runs.at(0).outcome;
  };
  const CalendarDate begun = day_here(clock_.now());
  EXPECT_EQ(outcome(to_text(CalendarDate{begun.year + 4, begun.month, 1})), RunOutcome::done);
  const std::string late = to_text(CalendarDate{begun.year + 5, begun.month, 1});
  EXPECT_EQ(outcome(late), RunOutcome::alarm);
  for (const StockCheck each : {StockCheck::presence, StockCheck::electronic}) {
    (void)ArchiveStockChecks(*archive_).record(archivist_, each, "№ 3", *calendar_date_from(late));
  }
  EXPECT_EQ(outcome(to_text(CalendarDate{begun.year + 6, begun.month, 1})), RunOutcome::done);
}

TEST_F(ScheduleTest, AnActSomebodyHasBegunIsEnded) {
  const Filed paper = filed("Звездоклюев");
  approve_act();
  (void)run({ScheduledJob::acts});
  EXPECT_EQ(state(), ActState::approved) << "nobody has begun";
  withdraw();
  const auto runs = run({ScheduledJob::acts});
  ASSERT_THAT(runs, SizeIs(1));
  EXPECT_EQ(runs.at(0).outcome, RunOutcome::done) << runs.at(0).report;
  EXPECT_EQ(state(), ActState::carried_out);
  EXPECT_THAT(places_of("Звездоклюев"), IsEmpty());
}

TEST_F(ScheduleTest, WhoMayNotRunItMayNot) {
  EXPECT_EQ(fault_of([&] { ArchiveSchedule(*archive_).run(clerk_, {}, Which::due, {}, {}); }),
            Fault::denied);
  EXPECT_EQ(fault_of([&] { (void)ArchiveSchedule(*archive_).list(clerk_); }), Fault::denied);
}

}  // namespace
}  // namespace fonds
