#include "archive/retention.h"

#include <gmock/gmock.h>

#include <stdexcept>

#include "archive/cases_fixture.h"
#include "archive/holds.h"
#include "archive/loans.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

const Actor kAuditor{"auditor", Role::auditor};

class RetentionTest : public CasesFixture {
 protected:
  /// A volume of 2024, closed with its last paper on that day.
  void closed(const std::string& index, const std::string& last_day) {
    open(index, 2024);
    (void)filing().file(clerk_, index + "/2024", paper("", last_day).accession);
    clock_.set("2025-09-02T09:00:00.000Z");
    (void)cases().close(clerk_, index + "/2024", {});
  }
  ExplainedVolume explained(const std::string& what, const CalendarDate& on) {
    const auto found = retention().explain(archivist_, what, on);
    EXPECT_THAT(found, SizeIs(1));
    return found.at(0);
  }
  std::vector<std::string> planned(const PlanOptions& options, bool only_changes = false) {
    std::vector<std::string> lines;
    totals_ = retention().plan(archivist_, options, [&](const PlannedVolume& each) {
      if (only_changes && each.step == each.before) return;
      lines.push_back(to_text(each.key) + " " + std::string(name_of(each.step)));
    });
    return lines;
  }
  PlanOptions on(const CalendarDate& day) { return {day, false}; }
  ArchiveRetention retention() { return ArchiveRetention(*archive_); }
  PlanTotals totals_;
};

TEST_F(RetentionTest, ExplainsAVolumeByItsNomenclature) {
  closed("02-03", "2024-12-20");
  const ExplainedVolume last = explained("02-03/2024/1", {2029, 12, 31});
  EXPECT_EQ(last.verdict.state, VerdictState::running);
  EXPECT_EQ(last.verdict.date, (CalendarDate{2030, 1, 1}));
  EXPECT_EQ(last.nomenclature, 2024);
  const ExplainedVolume first = explained("02-03/2024/1", {2030, 1, 1});
  EXPECT_EQ(first.verdict.state, VerdictState::eligible);
  EXPECT_EQ(first.step, PlannedStep::destroy);
  EXPECT_EQ(last_entry().event, "retention.explained");
}

TEST_F(RetentionTest, ExplainsThePapersOfAVolumeAndAllOfAnIndex) {
  closed("02-03", "2024-12-20");
  EXPECT_EQ(to_text(explained("1", {2026, 1, 1}).key), "02-03/2024/1");
  open("02-03", 2025);
  EXPECT_THAT(retention().explain(archivist_, "02-03"), SizeIs(2));
  EXPECT_THAT(retention().explain(archivist_, "02-03/2025"), SizeIs(1));
  const ExplainedVolume rule = explained("02-05", {2026, 1, 1});
  EXPECT_EQ(to_text(rule.key), "02-05/2025") << "no volume yet: the newest rule alone";
  EXPECT_EQ(explained("02-06/2024", {2026, 1, 1}).nomenclature, 2025)
      << "a case that is open is kept by the newest";
  const Document loose = paper("", "2024-12-21");
  EXPECT_EQ(fault_of([&] { (void)retention().explain(archivist_, loose.accession); }),
            Fault::usage);
  EXPECT_EQ(fault_of([&] { (void)retention().explain(archivist_, "07-77"); }), Fault::not_found);
}

TEST_F(RetentionTest, HoldsAndLoansBlockWhateverTheTerm) {
  closed("02-03", "2024-12-20");
  (void)ArchiveHolds(*archive_).set(director_, {HoldSubject::document, "1", "суд", {}});
  EXPECT_EQ(explained("02-03/2024/1", {2060, 1, 1}).verdict.state, VerdictState::blocked);
  (void)ArchiveHolds(*archive_).lift(director_, 1, "окончено");
  Loan loan;
  loan.taker = "Выдумкина";
  loan.due_on = {2025, 12, 1};
  (void)ArchiveLoans(*archive_).issue(clerk_, "02-03/2024/1", loan);
  const ExplainedVolume out = explained("02-03/2024/1", {2060, 1, 1});
  EXPECT_EQ(out.verdict.state, VerdictState::blocked);
  EXPECT_EQ(out.step, PlannedStep::blocked);
  const auto seen = retention().explain(kAuditor, "02-03/2024/1", CalendarDate{2060, 1, 1});
  EXPECT_EQ(seen.at(0).facts.obstacles.at(0).why, "") << "an auditor sees no names";
}

TEST_F(RetentionTest, AnEventIsCountedFrom) {
  NewVolume personal;
  personal.student = student("Выдумкин");
  open("02-02", 2024, personal);
  (void)filing().file(clerk_, "02-02", paper("", "2024-05-20").accession);
  (void)cases().close(clerk_, "02-02", {});
  EXPECT_EQ(explained("02-02/2024/1", {2040, 1, 1}).verdict.state, VerdictState::waiting);
  retention().mark(archivist_, "02-02/2024/1",
                   {VolumeMarkKind::learner_left, {2025, 1, 15}, "приказ № 41", ""});
  EXPECT_EQ(last_entry().event, "case.marked");
  EXPECT_EQ(explained("02-02/2024/1", {2026, 1, 1}).verdict.date, (CalendarDate{2029, 1, 1}));
  retention().unmark(archivist_, "02-02/2024/1", VolumeMarkKind::learner_left);
  EXPECT_EQ(explained("02-02/2024/1", {2040, 1, 1}).verdict.state, VerdictState::waiting);
  EXPECT_EQ(fault_of([&] {
              retention().unmark(archivist_, "02-02/2024/1", VolumeMarkKind::learner_left);
            }),
            Fault::not_found);
  EXPECT_EQ(fault_of([&] {
              retention().mark(archivist_, "02-02/2024/1",
                               {VolumeMarkKind::learner_left, {2025, 2, 4}, "приказ", ""});
            }),
            Fault::usage)
      << "to come";
  EXPECT_EQ(fault_of([&] {
              retention().mark(archivist_, "02-02/2024/1",
                               {VolumeMarkKind::learner_left, {2025, 1, 4}, " ", ""});
            }),
            Fault::usage)
      << "no paper shows it";
}

TEST_F(RetentionTest, ACommissionDecidesOfWhatIsClosed) {
  open("02-05", 2024);
  const CommissionDecision decision{Appraisal::destroy, "№ 2 от 14.01.2036", {}};
  EXPECT_EQ(fault_of([&] { retention().decide(archivist_, "02-05/2024/1", decision); }),
            Fault::usage)
      << "it is open";
  (void)filing().file(clerk_, "02-05/2024", paper("", "2024-12-20").accession);
  (void)cases().close(clerk_, "02-05/2024", {});
  EXPECT_EQ(explained("02-05/2024/1", {2035, 1, 1}).step, PlannedStep::decide);
  retention().decide(archivist_, "02-05/2024/1", decision);
  EXPECT_EQ(explained("02-05/2024/1", {2035, 1, 1}).step, PlannedStep::destroy);
  for (const CommissionDecision& wrong :
       {CommissionDecision{Appraisal::destroy, " ", {}},
        CommissionDecision{Appraisal::prolong, "№ 3", {}},
        CommissionDecision{Appraisal::keep, "№ 3", CalendarDate{2040, 1, 1}}}) {
    EXPECT_EQ(fault_of([&] { retention().decide(archivist_, "02-05/2024/1", wrong); }),
              Fault::usage);
  }
  EXPECT_EQ(explained("02-05/2024/1", {2035, 1, 1}).step, PlannedStep::destroy);
}

TEST_F(RetentionTest, ThePlanSaysWhatChangedSinceTheLastOne) {
  closed("02-03", "2024-12-20");
  open("02-05", 2024);
  EXPECT_THAT(planned({{}, true}), ElementsAre("02-05/2024/1 close"));
  EXPECT_EQ(totals_.volumes, 2);
  EXPECT_EQ(totals_.changed, 1);
  EXPECT_THAT(planned({{}, true}, true), IsEmpty()) << "nothing has changed";
  EXPECT_THAT(planned(on({2030, 1, 1})), ElementsAre("02-03/2024/1 destroy", "02-05/2024/1 close"));
  EXPECT_THAT(planned({{}, true}, true), IsEmpty()) << "a look at another day keeps nothing";
  clock_.set("2030-01-02T09:00:00.000Z");
  EXPECT_THAT(planned({{}, true}, true), ElementsAre("02-03/2024/1 destroy"));
  (void)ArchiveHolds(*archive_).set(director_, {HoldSubject::volume, "02-03/2024/1", "суд", {}});
  EXPECT_THAT(planned({{}, true}, true), ElementsAre("02-03/2024/1 blocked"));
  (void)filing().file(clerk_, "02-05/2024", paper("", "2024-12-20").accession);
  (void)cases().close(clerk_, "02-05/2024", {});
  EXPECT_THAT(planned({{}, true}, true), ElementsAre("02-05/2024/1 none")) << "it is done";
  EXPECT_THAT(planned({{}, true}), ElementsAre("02-03/2024/1 blocked"));
}

TEST_F(RetentionTest, APlanThatIsLeftHalfWayIsJournalled) {
  open("02-05", 2024);
  EXPECT_THROW(retention().plan(archivist_, {{}, true},
                                [](const PlannedVolume&) { throw std::runtime_error(""); }),
               std::runtime_error);
  EXPECT_EQ(last_entry().event, "retention.planned");
  EXPECT_THAT(planned({{}, true}, true), ElementsAre("02-05/2024/1 close")) << "nothing was kept";
}

TEST_F(RetentionTest, OnlyTodaysPlanIsKept) {
  EXPECT_EQ(fault_of([&] { (void)planned({CalendarDate{2030, 1, 1}, true}); }), Fault::usage);
  EXPECT_EQ(fault_of([&] {
              (void)retention().plan(kAuditor, {{}, true}, [](const PlannedVolume&) {});
            }),
            Fault::denied)
      << "who only looks keeps no plan";
}

}  // namespace
}  // namespace fonds
