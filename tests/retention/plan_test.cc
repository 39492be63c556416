#include "retention/plan.h"

#include <gtest/gtest.h>

#include "retention/evaluate.h"
#include "support/any_retention.h"

namespace fonds {
namespace {

NomenclatureItem yearly() {
  NomenclatureItem made;
  made.rule.kind = PeriodKind::years;
  made.rule.years = 5;
  return made;
}

/// What is to be done on `today` with a volume closed on `closed`.
PlannedStep step(const NomenclatureItem& item, const RetentionFacts& facts,
                 const CalendarDate& today, VolumeState state = VolumeState::closed) {
  return step_for({state, 2024, item, item.rule, facts}, evaluate(item.rule, facts, today), today);
}

RetentionFacts closed_on(const CalendarDate& day) {
  RetentionFacts facts;
  facts.closed = day;
  return facts;
}

TEST(Plan, AnOpenVolumeIsClosedWhenItsYearIsOver) {
  NomenclatureItem item = yearly();
  EXPECT_EQ(step(item, {}, {2024, 12, 31}, VolumeState::open), PlannedStep::none);
  EXPECT_EQ(step(item, {}, {2025, 1, 1}, VolumeState::open), PlannedStep::close);
  item.school_year = true;
  EXPECT_EQ(step(item, {}, {2025, 8, 31}, VolumeState::open), PlannedStep::none);
  EXPECT_EQ(step(item, {}, {2025, 9, 1}, VolumeState::open), PlannedStep::close);
  item.ongoing = true;
  EXPECT_EQ(step(item, {}, {2040, 1, 1}, VolumeState::open), PlannedStep::none);
}

TEST(Plan, AVolumeIsDestroyedNotADayBeforeItsTermIsOver) {
  const NomenclatureItem item = yearly();
  EXPECT_EQ(step(item, closed_on({2024, 5, 31}), {2029, 12, 31}), PlannedStep::none);
  EXPECT_EQ(step(item, closed_on({2024, 5, 31}), {2030, 1, 1}), PlannedStep::destroy);
}

TEST(Plan, WhatACommissionMustDecideGoesToIt) {
  NomenclatureItem item = yearly();
  item.rule.mark = AppraisalMark::ek;
  EXPECT_EQ(step(item, closed_on({2024, 5, 31}), {2030, 1, 1}), PlannedStep::decide);
}

TEST(Plan, WhatIsBlockedIsToldOnceItsTermIsOver) {
  const NomenclatureItem item = yearly();
  RetentionFacts facts = closed_on({2024, 5, 31});
  facts.obstacles.push_back({DisposalObstacleKind::hold, "суд", {}});
  EXPECT_EQ(step(item, facts, {2029, 12, 31}), PlannedStep::none);
  EXPECT_EQ(step(item, facts, {2030, 1, 1}), PlannedStep::blocked);
}

TEST(Plan, WhatMayStillBeNeededIsAskedFor) {
  NomenclatureItem item = yearly();
  item.rule.kind = PeriodKind::until_not_needed;
  item.rule.years = 1;
  EXPECT_EQ(step(item, closed_on({2024, 5, 31}), {2025, 12, 31}), PlannedStep::none);
  EXPECT_EQ(step(item, closed_on({2024, 5, 31}), {2026, 1, 1}), PlannedStep::ask);
}

TEST(Plan, OnlyLongPeriodsGoIntoInventoriesAYearAfterTheClosing) {
  NomenclatureItem item = yearly();
  item.rule.years = 10;
  EXPECT_EQ(step(item, closed_on({2024, 5, 31}), {2027, 1, 1}), PlannedStep::none);
  item.rule.years = 11;
  EXPECT_EQ(step(item, closed_on({2024, 5, 31}), {2025, 12, 31}), PlannedStep::none);
  EXPECT_EQ(step(item, closed_on({2024, 5, 31}), {2026, 1, 1}), PlannedStep::inventory);
  item.rule.kind = PeriodKind::permanent;
  EXPECT_EQ(step(item, closed_on({2024, 5, 31}), {2026, 1, 1}), PlannedStep::inventory);
  item.rule.kind = PeriodKind::personnel_50_75;
  EXPECT_EQ(step(item, closed_on({2024, 5, 31}), {2026, 1, 1}), PlannedStep::inventory);
  RetentionFacts listed = closed_on({2024, 5, 31});
  listed.inventoried = CalendarDate{2026, 2, 1};
  EXPECT_EQ(step(item, listed, {2026, 3, 1}), PlannedStep::none);
}

TEST(Plan, WithWhatIsGoneThereIsNothingToDo) {
  const NomenclatureItem item = yearly();
  for (const VolumeState gone : {VolumeState::destroyed, VolumeState::transferred}) {
    EXPECT_EQ(step(item, closed_on({2024, 5, 31}), {2060, 1, 1}, gone), PlannedStep::none);
  }
}

/// Whatever the rule and the facts: to destroy is planned of what may stand in an act, and of
/// nothing else.
TEST(Plan, NothingIsDestroyedThatMayNotStandInAnAct) {
  AnyRetention any;
  int destroyed = 0;
  for (int i = 0; i < 20'000; ++i) {
    NomenclatureItem item;
    item.rule = any.rule();
    const RetentionFacts facts = any.facts();
    const CalendarDate today = any.day();
    const Verdict verdict = evaluate(item.rule, facts, today);
    const PlannedStep planned =
        step_for({VolumeState::closed, 2024, item, item.rule, facts}, verdict, today);
    EXPECT_EQ(planned == PlannedStep::destroy, verdict.state == VerdictState::eligible);
    destroyed += planned == PlannedStep::destroy ? 1 : 0;
  }
  EXPECT_GT(destroyed, 100) << "the sample must show something";
}

TEST(Plan, StepsAreKnownByTheirNames) {
  for (const std::string_view name : kPlannedSteps) {
    ASSERT_TRUE(planned_step_from(name)) << name;
    EXPECT_EQ(name_of(*planned_step_from(name)), name);
  }
  EXPECT_EQ(planned_step_from("burn"), std::nullopt);
}

}  // namespace
}  // namespace fonds
