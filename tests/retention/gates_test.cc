#include "retention/gates.h"

#include <gmock/gmock.h>

#include "retention/evaluate.h"
#include "support/any_retention.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr CalendarDate kDay{2030, 2, 1};

DestructionAct approved_act() {
  DestructionAct act;
  act.state = ActState::approved;
  act.drawn_up_on = kDay;
  act.agreed = "№ 2";
  act.inventories = "№ 2";
  act.one_meeting = true;
  return act;
}

/// A volume of a rule of 5 years, closed in 2024, as appraised on the day of the act.
AppraisedUnit unit(
    const RetentionFacts& more = {}, const RetentionRule& rule = [] {
      RetentionRule five;
      five.kind = PeriodKind::years;
      five.years = 5;
      return five;
    }()) {
  RetentionFacts facts = more;
  if (!facts.closed) facts.closed = CalendarDate{2024, 5, 31};
  return {{2024, "02-03", 1}, VolumeState::closed, evaluate(rule, facts, kDay)};
}

const Gate& gate(const std::vector<Gate>& gates, GateCode code) {
  return gates.at(static_cast<std::size_t>(code));
}

TEST(Gates, AnActWithAllInPlacePassesEveryOne) {
  for (const Gate& each : gates_of(approved_act(), {unit()})) {
    const bool of_its_end = each.code > GateCode::nothing_holds;
    EXPECT_EQ(each.state, of_its_end ? GateState::open : GateState::passed) << number_of(each.code);
    EXPECT_THAT(each.units, IsEmpty());
  }
  EXPECT_EQ(number_of(GateCode::term_over), "G1");
  EXPECT_EQ(number_of(GateCode::nothing_holds), "G7");
}

TEST(Gates, EachIsClosedByWhatItIsAbout) {
  RetentionFacts later;
  later.closed = CalendarDate{2025, 1, 1};
  const auto early = gates_of(approved_act(), {unit(), unit(later)});
  EXPECT_EQ(gate(early, GateCode::term_over).state, GateState::closed);
  EXPECT_EQ(gate(early, GateCode::term_over).units.size(), 1U) << "the one that is too young";

  RetentionFacts held;
  held.obstacles.push_back({DisposalObstacleKind::hold, "суд", {}});
  const auto holds = gates_of(approved_act(), {unit(held)});
  EXPECT_EQ(gate(holds, GateCode::nothing_holds).state, GateState::closed);
  EXPECT_EQ(gate(holds, GateCode::term_over).state, GateState::passed);
  EXPECT_FALSE(may_go_on(holds));

  RetentionRule audited;
  audited.kind = PeriodKind::years;
  audited.years = 5;
  audited.condition = RetentionCondition::audit;
  EXPECT_EQ(gate(gates_of(approved_act(), {unit({}, audited)}), GateCode::audited).state,
            GateState::closed);

  RetentionRule marked = audited;
  marked.condition = RetentionCondition::none;
  marked.mark = AppraisalMark::epk;
  EXPECT_EQ(gate(gates_of(approved_act(), {unit({}, marked)}), GateCode::decided).state,
            GateState::closed);
}

TEST(Gates, WhatPeopleStillHaveToSayIsOpen) {
  DestructionAct act = approved_act();
  act.state = ActState::draft;
  act.agreed.clear();
  act.inventories.clear();
  act.one_meeting = false;
  const auto gates = gates_of(act, {unit()});
  for (const GateCode code : {GateCode::inventories, GateCode::same_meeting, GateCode::approved}) {
    EXPECT_EQ(gate(gates, code).state, GateState::open) << number_of(code);
  }
  EXPECT_TRUE(may_go_on(gates));
}

TEST(Gates, WithdrawnDataWaitForNoTerm) {
  DestructionAct act = approved_act();
  act.basis = ActBasis::consent_withdrawn;
  act.inventories.clear();
  act.one_meeting = false;
  AppraisedUnit running = unit();
  running.verdict.state = VerdictState::waiting;
  running.verdict.date.reset();
  const auto gates = gates_of(act, {running});
  for (std::size_t i = 0; i <= static_cast<std::size_t>(GateCode::nothing_holds); ++i) {
    EXPECT_EQ(gates.at(i).state, GateState::passed) << number_of(gates.at(i).code);
  }
  running.state = VolumeState::open;
  EXPECT_EQ(gate(gates_of(act, {running}), GateCode::term_over).state, GateState::closed);
  RetentionFacts held;
  held.obstacles.push_back({DisposalObstacleKind::hold, "суд", {}});
  EXPECT_EQ(gate(gates_of(act, {unit(held)}), GateCode::nothing_holds).state, GateState::closed);
}

TEST(Gates, WhatIsInNoInventoryClosesTheGateWhateverIsSaid) {
  const auto gates = gates_of(approved_act(), {unit()}, {{2018, "01-02", 1}});
  EXPECT_EQ(gate(gates, GateCode::inventories).state, GateState::closed);
  EXPECT_EQ(gate(gates, GateCode::inventories).units, (std::vector<VolumeKey>{{2018, "01-02", 1}}));
  EXPECT_FALSE(may_go_on(gates));
}

TEST(Gates, ProtocolsAloneAreNotOneMeeting) {
  DestructionAct act = approved_act();
  act.one_meeting = false;
  EXPECT_EQ(gate(gates_of(act, {unit()}), GateCode::same_meeting).state, GateState::open);
}

TEST(Gates, AnActOfNothingPassesNone) { EXPECT_FALSE(may_go_on(gates_of(approved_act(), {}))); }

TEST(Gates, AnOpenOrDestroyedVolumeIsNotOver) {
  for (const VolumeState state :
       {VolumeState::open, VolumeState::destroyed, VolumeState::transferred}) {
    AppraisedUnit each = unit();
    each.state = state;
    EXPECT_EQ(gate(gates_of(approved_act(), {each}), GateCode::term_over).state, GateState::closed);
  }
}

/// Whatever the rule and the facts: when all gates are passed, the volume may stand in an act.
TEST(Gates, TheLastOnesPassAsTheActIsCarriedOut) {
  AppraisedUnit gone = unit();
  gone.state = VolumeState::destroyed;
  DestructionAct act = approved_act();
  act.state = ActState::withdrawn;
  act.execution.withdrawn_on = kDay;
  EXPECT_EQ(gate(gates_of(act, {unit()}), GateCode::end_recorded).state, GateState::open);
  act.execution.waybill = "№ 7";
  EXPECT_EQ(gate(gates_of(act, {unit()}), GateCode::end_recorded).state, GateState::passed);
  EXPECT_EQ(gate(gates_of(act, {unit()}), GateCode::records_changed).state, GateState::open);
  act.state = ActState::destroying;
  EXPECT_TRUE(may_go_on(gates_of(act, {gone, unit()}))) << "half of it is gone";
  act.state = ActState::carried_out;
  for (const Gate& each : gates_of(act, {gone})) {
    EXPECT_EQ(each.state, GateState::passed) << number_of(each.code);
  }
}

TEST(Gates, NothingPassesThemThatMayNotBeDestroyed) {
  AnyRetention any;
  int passed = 0;
  for (int i = 0; i < 20'000; ++i) {
    const RetentionRule rule = any.rule();
    const RetentionFacts facts = any.facts();
    const Verdict verdict = evaluate(rule, facts, kDay);
    const auto gates =
        gates_of(approved_act(), {{{2024, "02-03", 1}, VolumeState::closed, verdict}});
    const bool all = may_go_on(gates);
    EXPECT_TRUE(!all || verdict.state == VerdictState::eligible);
    passed += all ? 1 : 0;
  }
  EXPECT_GT(passed, 100) << "the sample must show something";
}

}  // namespace
}  // namespace fonds
