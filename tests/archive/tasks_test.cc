#include "archive/tasks.h"

#include <gmock/gmock.h>

#include "archive/blocks.h"
#include "archive/cases_fixture.h"
#include "archive/loans.h"
#include "archive/review.h"
#include "catalogue/acts.h"
#include "catalogue/disclosures.h"
#include "catalogue/inventories.h"
#include "catalogue/jobs.h"
#include "catalogue/planned_steps.h"
#include "catalogue/schedule_runs.h"
#include "catalogue/transfers.h"

namespace fonds {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

class TasksTest : public CasesFixture {
 protected:
  std::vector<WaitingTask> waiting(const Actor& actor) {
    return ArchiveTasks(*archive_).waiting(actor);
  }
  WaitingTask task(const Actor& actor, TaskKind kind) {
    for (const WaitingTask& each : waiting(actor)) {
      if (each.kind == kind) return each;
    }
    return {kind};
  }
  std::int64_t count(const Actor& actor, TaskKind kind) { return task(actor, kind).count; }
  Database& database() { return archive_->catalogue(); }
  template <class Action>
  void in_transaction(const Action& action) {
    Transaction transaction(database());
    action(transaction);
    transaction.commit();
  }
  /// A draft of a person who is told apart from the head, agreed by the commission.
  void agreed_act(const Actor& author) {
    DestructionAct act;
    act.drawn_up_on = {2025, 2, 1};
    act.units = {open("02-05", 2024).id};
    in_transaction([&](Transaction& t) {
      act = Acts(database()).find(Acts(database()).add(t, author, act)).value();
      act.state = ActState::agreed;
      Acts(database()).update(t, author, act);
    });
  }
  void applied(const CalendarDate& day) {
    Disclosure made;
    made.student = student("Зябликов");
    made.applicant.name = "Зябликов Прохор";
    made.applied_on = day;
    in_transaction([&](Transaction& t) { Disclosures(database()).open(t, clerk_, made); });
  }
  void ran(ScheduledJob job, const CalendarDate& day, RunOutcome outcome) {
    in_transaction([&](Transaction& t) {
      ScheduleRuns(database()).record(t, {job, day, clock_.now(), clock_.now(), outcome, "{}"});
    });
  }
  /// Whom a person has to decide on.
  static StudentLink offered(StudentId student) {
    StudentLink made = linked(student);
    made.state = LinkState::offered;
    made.mention = 2;
    made.probability = 0.6;
    return made;
  }
  const Actor methodist_{"luzhin", Role::methodist, "task"};
  const Actor administrator_{"root", Role::administrator};
};

TEST_F(TasksTest, InAnEmptyArchiveNothingWaitsForAnybody) {
  for (const Role role : kRoles) {
    EXPECT_THAT(waiting({"zz.top", role, "task"}), IsEmpty()) << name_of(role);
  }
}

TEST_F(TasksTest, PapersAreCountedAsTheirListsGiveThem) {
  paper("", "2024-05-15", 1, {offered(student("Сойкин"))});
  const Document filed = paper("02-05", "2024-05-15");
  open("02-05", 2024);
  EXPECT_EQ(count(clerk_, TaskKind::inbox), 2);
  filing().file(clerk_, "02-05/2024/1", filed.accession);
  EXPECT_EQ(count(clerk_, TaskKind::inbox), 1);
  EXPECT_EQ(count(clerk_, TaskKind::inbox), filing().inbox(clerk_, 100, [](const auto&) {}));
  EXPECT_EQ(count(clerk_, TaskKind::review), 1);
  EXPECT_EQ(count(clerk_, TaskKind::review),
            ArchiveReview(*archive_).list(clerk_, 0, [](const auto&) {}));

  EXPECT_EQ(count(director_, TaskKind::inbox), 0) << "the head files nothing";
  EXPECT_THAT(waiting({"t.lira", Role::teacher}), IsEmpty());
  Actor token = clerk_;
  token.scope = {"search"};
  EXPECT_THAT(waiting(token), IsEmpty()) << "a token does what it is for";
}

TEST_F(TasksTest, WhatIsBlockedIsCountedForThoseAloneWhoSeeIt) {
  const StudentId hidden = student("Скрытнев");
  const StudentLink perhaps = offered(student("Сойкин"));
  paper("", "2024-05-15", 1, {linked(hidden), perhaps});
  paper("", "2024-05-16", 1, {perhaps});
  EXPECT_EQ(count(clerk_, TaskKind::review), 2);
  ArchiveBlocks(*archive_).block(archivist_, BlockSubject::student, std::to_string(hidden.value),
                                 "отзыв согласия");
  EXPECT_EQ(count(clerk_, TaskKind::inbox), 1);
  EXPECT_EQ(count(archivist_, TaskKind::inbox), 2);
  EXPECT_EQ(count(clerk_, TaskKind::review), 1);
  EXPECT_EQ(ArchiveReview(*archive_).list(clerk_, 0, [](const auto&) {}), 1);
  EXPECT_EQ(count(archivist_, TaskKind::review), 2);
}

TEST_F(TasksTest, AVolumeThatShouldBeBackIsToldTheDayAfter) {
  for (const char* due : {"10", "12"}) {
    const Volume out = open("02-05", 2024);
    Loan loan;
    loan.taker = "Выдумкина А. Б.";
    loan.due_on = {2025, 2, std::stoi(due)};
    ArchiveLoans(*archive_).issue(clerk_, to_text(out.key), loan);
  }
  clock_.set("2025-02-10T09:00:00.000Z");
  EXPECT_EQ(count(clerk_, TaskKind::loans), 0);
  clock_.set("2025-02-20T09:00:00.000Z");
  const WaitingTask late = task(clerk_, TaskKind::loans);
  EXPECT_EQ(late.count, 2);
  EXPECT_TRUE(late.late);
  EXPECT_EQ(late.due, (CalendarDate{2025, 2, 10}));
  EXPECT_EQ(to_text(late.volume.value()), "02-05/2024/1");
  EXPECT_EQ(count(director_, TaskKind::loans), 0);
}

TEST_F(TasksTest, OpenApplicationsAreToldWithTheFirstDayForAnAnswer) {
  applied({2025, 2, 3});
  applied({2025, 1, 9});
  const WaitingTask open = task(clerk_, TaskKind::applications);
  EXPECT_EQ(open.count, 2);
  EXPECT_TRUE(open.late);
  ASSERT_TRUE(open.due);
  EXPECT_LT(*open.due, (CalendarDate{2025, 2, 3}));
  EXPECT_EQ(count(methodist_, TaskKind::applications), 2);
  EXPECT_EQ(count({"luzhin", Role::methodist}, TaskKind::applications), 0) << "without a purpose";
  EXPECT_EQ(count(administrator_, TaskKind::applications), 0);

  in_transaction([&](Transaction& t) {
    Disclosure refused = Disclosures(database()).find(2).value();
    refused.state = DisclosureState::refused;
    refused.decided_on = CalendarDate{2025, 2, 3};
    Disclosures(database()).set_outcome(t, refused);
  });
  EXPECT_EQ(count(clerk_, TaskKind::applications), 1);
  EXPECT_FALSE(task(clerk_, TaskKind::applications).late);
}

TEST_F(TasksTest, TheHeadIsToldWhatOthersHaveDrawnUp) {
  agreed_act(archivist_);
  ArchiveNomenclatures all(*archive_);
  (void)all.put(archivist_, list_of(2026));
  EXPECT_EQ(count(director_, TaskKind::nomenclatures), 0) << "nobody has agreed to it";
  (void)all.agree(archivist_, 2026, "№ 4");
  CaseInventory inventory;
  inventory.list = "1";
  inventory.year = 2024;
  inventory.drawn_up_on = {2025, 2, 1};
  in_transaction([&](Transaction& t) {
    Inventories inventories(database());
    CaseInventory made = inventories.find(inventories.add(t, archivist_, inventory)).value();
    made.state = InventoryState::agreed;
    inventories.update(t, archivist_, made);
  });
  EXPECT_EQ(count(director_, TaskKind::acts), 1);
  EXPECT_EQ(count(director_, TaskKind::nomenclatures), 1);
  EXPECT_EQ(count(director_, TaskKind::inventories), 1);
  EXPECT_THAT(waiting(director_), SizeIs(3));
  EXPECT_EQ(count(archivist_, TaskKind::acts), 0);

  agreed_act(director_);
  EXPECT_EQ(count(director_, TaskKind::acts), 1) << "not their own";
  configure("[retention]\ntwo_persons = false\n");
  EXPECT_EQ(count(director_, TaskKind::acts), 2);
}

TEST_F(TasksTest, VolumesThatFallDueAreCountedByTheLastPlan) {
  in_transaction([&](Transaction& t) {
    PlannedSteps steps(database());
    for (const char* step : {"close", "destroy", "decide", "ask", "blocked", "inventory"}) {
      Volume made;
      made.key = {2024, "02-05", 0};
      made.opened_on = {2024, 1, 15};
      steps.set(t, {Volumes(database()).add(t, clerk_, made), step, {}, {2025, 2, 1}});
    }
    Transfer transfer;
    transfer.package = "fonds-2025-02-01-abc";
    transfer.made_on = {2025, 2, 1};
    transfer.tag_manifest = std::string(64, 'a');
    EXPECT_EQ(Transfers(database()).add(t, archivist_, transfer), 1);
  });
  EXPECT_EQ(count(archivist_, TaskKind::term_over), 3);
  EXPECT_EQ(count(archivist_, TaskKind::to_close), 1);
  EXPECT_EQ(count(archivist_, TaskKind::transfers), 1);
  EXPECT_EQ(count(clerk_, TaskKind::term_over), 0);
  in_transaction([&](Transaction& t) {
    Transfer accepted = Transfers(database()).find(1).value();
    accepted.act = "№ 3";
    accepted.accepted_on = CalendarDate{2025, 2, 2};
    Transfers(database()).accept(t, archivist_, accepted);
  });
  EXPECT_EQ(count(archivist_, TaskKind::transfers), 0);
}

TEST_F(TasksTest, WhatFailedIsToldWhoeverMendsItUntilItIsMended) {
  const Document made = paper("02-05", "2024-05-15");
  in_transaction([&](Transaction& t) {
    Jobs jobs(database());
    jobs.quarantine(t, jobs.last_of("recognise", made.id).value().id, "");
  });
  ran(ScheduledJob::fixity, {2025, 2, 2}, RunOutcome::alarm);
  ran(ScheduledJob::expiry, {2025, 2, 2}, RunOutcome::failed);
  EXPECT_EQ(count(administrator_, TaskKind::quarantined), 1);
  EXPECT_THAT(waiting(administrator_), SizeIs(1)) << "no content, no calendar";
  EXPECT_EQ(count(archivist_, TaskKind::schedule), 2);
  ran(ScheduledJob::expiry, {2025, 2, 3}, RunOutcome::done);
  EXPECT_EQ(count(archivist_, TaskKind::schedule), 1);
  EXPECT_THAT(waiting({"rybin", Role::auditor}), IsEmpty());
}

TEST_F(TasksTest, FiguresLeaveNoEntryInTheJournal) {
  paper("02-05", "2024-05-15");
  const EntryNumber before = Journal(database()).head();
  waiting(clerk_);
  waiting(archivist_);
  EXPECT_EQ(Journal(database()).head(), before);
}

}  // namespace
}  // namespace fonds
