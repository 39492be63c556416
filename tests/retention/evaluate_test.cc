#include "retention/evaluate.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/any_retention.h"

namespace fonds {
namespace {

constexpr CalendarDate kLongAfter{2200, 1, 1};

RetentionRule years(int years, AppraisalMark mark = AppraisalMark::none,
                    Trigger trigger = Trigger::case_closed) {
  RetentionRule rule;
  rule.kind = PeriodKind::years;
  rule.years = years;
  rule.mark = mark;
  rule.trigger = trigger;
  return rule;
}

RetentionRule of_kind(PeriodKind kind) {
  RetentionRule rule;
  rule.kind = kind;
  return rule;
}

RetentionFacts closed_on(const CalendarDate& day) {
  RetentionFacts facts;
  facts.closed = day;
  return facts;
}

void set_event(RetentionFacts& facts, Trigger trigger, const CalendarDate& day) {
  facts.events[static_cast<std::size_t>(trigger)] = day;
}

RetentionFacts with_event(RetentionFacts facts, Trigger trigger, const CalendarDate& day) {
  set_event(facts, trigger, day);
  return facts;
}

RetentionFacts decided(RetentionFacts facts, Appraisal outcome,
                       std::optional<CalendarDate> until = std::nullopt) {
  facts.decision = CommissionDecision{outcome, "№ 2 от 15.01.2024", until};
  return facts;
}

bool says(const Verdict& verdict, StepCode code) {
  return std::any_of(verdict.reasons.begin(), verdict.reasons.end(),
                     [&](const VerdictStep& each) { return each.code == code; });
}

struct Vector {
  const char* what;
  RetentionRule rule;
  RetentionFacts facts;
  const char* date;     ///< empty: none
  VerdictState before;  ///< the day before `date`, or a day long before
  VerdictState since;   ///< on `date`, or a day long after
};

std::vector<Vector> test_vectors() {
  RetentionRule audit = years(5);
  audit.condition = RetentionCondition::audit;
  RetentionRule not_needed = of_kind(PeriodKind::until_not_needed);
  not_needed.years = 1;
  RetentionFacts marked = closed_on({2024, 6, 1});
  marked.not_needed = CalendarDate{2025, 3, 1};
  RetentionFacts marked_late = closed_on({2024, 6, 1});
  marked_late.not_needed = CalendarDate{2027, 5, 10};
  RetentionFacts source = closed_on({2018, 5, 5});
  source.is_source = true;
  RetentionFacts liquidated = closed_on({2018, 5, 5});
  liquidated.liquidated = CalendarDate{2031, 6, 30};
  RetentionFacts matter = closed_on({2022, 12, 20});
  matter.one_matter = true;
  RetentionFacts matter_over = matter;
  matter_over.matter_closed = CalendarDate{2024, 4, 4};
  RetentionRule longer = years(5);
  longer.local = {"№ 4 от 01.12.2023", 7};
  RetentionRule shorter = years(5);
  shorter.local = {"№ 4 от 01.12.2023", 3};
  using enum VerdictState;
  using enum Trigger;
  return {
      // DOMAIN §2.6
      {"journal of 2023/2024", years(5), closed_on({2024, 8, 31}), "2030-01-01", running, eligible},
      {"3 years after leaving", years(3, AppraisalMark::none, learner_left),
       with_event(closed_on({2023, 12, 1}), learner_left, {2023, 11, 15}), "2027-01-01", running,
       eligible},
      {"3 years after withdrawal", years(3, AppraisalMark::none, consent_ended),
       with_event(closed_on({2025, 2, 1}), consent_ended, {2024, 3, 10}), "2029-01-01", running,
       eligible},
      {"75 years", of_kind(PeriodKind::personnel_50_75), closed_on({2002, 12, 31}), "2078-01-01",
       running, needs_decision},
      {"50 years", of_kind(PeriodKind::personnel_50_75), closed_on({2003, 1, 9}), "2054-01-01",
       running, needs_decision},
      {"5 years EPK", years(5, AppraisalMark::epk), closed_on({2018, 3, 3}), "2024-01-01", running,
       needs_decision},
      {"5 years EPK, decided", years(5, AppraisalMark::epk),
       decided(closed_on({2018, 3, 3}), Appraisal::destroy), "2024-01-01", running, eligible},
      {"5 years, audit", audit, closed_on({2018, 3, 3}), "2024-01-01", running, blocked},
      {"until not needed", not_needed, closed_on({2024, 6, 1}), "2026-01-01", waiting, waiting},
      {"until not needed, marked early", not_needed, marked, "2026-01-01", running, eligible},
      {"until not needed, marked late", not_needed, marked_late, "2027-05-10", running, eligible},
      {"until replaced", of_kind(PeriodKind::until_replaced),
       with_event({}, form_replaced, {2025, 2, 20}), "2026-01-01", running, eligible},
      {"permanent, source", of_kind(PeriodKind::permanent), source, "", permanent, permanent},
      {"permanent, no source", of_kind(PeriodKind::permanent), closed_on({2018, 5, 5}), "", waiting,
       waiting},
      {"permanent, liquidated", of_kind(PeriodKind::permanent), liquidated, "2031-06-30", running,
       needs_decision},
      {"until liquidation", of_kind(PeriodKind::until_liquidation), liquidated, "2031-06-30",
       running, eligible},
      {"volume of several", years(3), closed_on({2022, 12, 20}), "2026-01-01", running, eligible},
      {"one matter, open", years(3), matter, "", waiting, waiting},
      {"one matter", years(3), matter_over, "2028-01-01", running, eligible},
      // §2.1: 2011 + 3 → 01.01.2015
      {"2011 and 3 years", years(3), closed_on({2011, 7, 7}), "2015-01-01", running, eligible},
      {"the last day of a year", years(1), closed_on({2024, 12, 31}), "2026-01-01", running,
       eligible},
      {"the first day of a year", years(1), closed_on({2025, 1, 1}), "2027-01-01", running,
       eligible},
      {"29 February", years(4), closed_on({2024, 2, 29}), "2029-01-01", running, eligible},
      {"lengthened", longer, closed_on({2018, 3, 3}), "2026-01-01", running, eligible},
      {"never shortened", shorter, closed_on({2018, 3, 3}), "2024-01-01", running, eligible},
      {"not closed", years(5), {}, "", waiting, waiting},
      {"has not left", years(3, AppraisalMark::none, learner_left), closed_on({2023, 1, 1}), "",
       waiting, waiting},
      {"no number of years", years(0), closed_on({2000, 1, 1}), "", waiting, waiting},
      {"kept by the commission", years(5, AppraisalMark::ek),
       decided(closed_on({2018, 3, 3}), Appraisal::keep), "", permanent, permanent},
      {"prolonged", years(5, AppraisalMark::ek),
       decided(closed_on({2018, 3, 3}), Appraisal::prolong, CalendarDate{2030, 6, 1}), "2031-01-01",
       running, needs_decision},
      {"prolonged to before its end", years(20, AppraisalMark::ek),
       decided(closed_on({2018, 3, 3}), Appraisal::prolong, CalendarDate{2030, 6, 1}), "2039-01-01",
       running, needs_decision},
      {"decided too early", years(20, AppraisalMark::ek),
       decided(closed_on({2018, 3, 3}), Appraisal::destroy), "2039-01-01", running, eligible},
  };
}

CalendarDate day_before(const CalendarDate& day) {
  if (day.day > 1) return {day.year, day.month, day.day - 1};
  if (day.month > 1) return {day.year, day.month - 1, days_in_month(day.year, day.month - 1)};
  return {day.year - 1, 12, 31};
}

TEST(Evaluate, GivesTheDaysOfTheDomain) {
  for (const Vector& each : test_vectors()) {
    const auto date = calendar_date_from(each.date);
    const CalendarDate since = date.value_or(kLongAfter);
    const CalendarDate before = date ? day_before(*date) : CalendarDate{2010, 1, 1};
    for (const auto& [day, state] :
         {std::pair{before, each.before}, std::pair{since, each.since}}) {
      const Verdict verdict = evaluate(each.rule, each.facts, day);
      EXPECT_EQ(name_of(verdict.state), name_of(state)) << each.what << " on " << to_text(day);
      EXPECT_EQ(verdict.date, date) << each.what;
      EXPECT_FALSE(verdict.reasons.empty()) << each.what;
    }
  }
}

TEST(Evaluate, AnObstacleBlocksWhateverTheDate) {
  for (Vector each : test_vectors()) {
    each.facts.obstacles = {{DisposalObstacleKind::issued, "", {}},
                            {DisposalObstacleKind::hold, "суд", {}}};
    for (const CalendarDate& day : {CalendarDate{1999, 1, 1}, kLongAfter}) {
      const Verdict verdict = evaluate(each.rule, each.facts, day);
      EXPECT_EQ(verdict.state, VerdictState::blocked) << each.what;
      EXPECT_EQ(verdict.reasons.back(), (VerdictStep{StepCode::obstacle, {}, 1})) << each.what;
    }
  }
}

TEST(Evaluate, AnObstacleEndsWithItsLastDay) {
  RetentionFacts facts = closed_on({2010, 1, 1});
  facts.obstacles = {{DisposalObstacleKind::hold, "", CalendarDate{2030, 5, 31}}};
  EXPECT_EQ(evaluate(years(5), facts, {2030, 5, 31}).state, VerdictState::blocked);
  EXPECT_EQ(evaluate(years(5), facts, {2030, 6, 1}).state, VerdictState::eligible);
}

TEST(Evaluate, ADecisionWithoutAProtocolIsNone) {
  RetentionFacts facts = closed_on({2010, 1, 1});
  facts.decision = CommissionDecision{Appraisal::destroy, "", {}};
  EXPECT_EQ(evaluate(years(5, AppraisalMark::ek), facts, kLongAfter).state,
            VerdictState::needs_decision);
}

TEST(Evaluate, AnAuditUnblocks) {
  RetentionRule rule = years(5);
  rule.condition = RetentionCondition::audit;
  RetentionFacts facts = closed_on({2018, 1, 1});
  facts.audited = true;
  EXPECT_EQ(evaluate(rule, facts, {2024, 1, 1}).state, VerdictState::eligible);
  EXPECT_TRUE(says(evaluate(rule, facts, {2024, 1, 1}), StepCode::audited));
}

// ---- whatever the rule and the facts are

constexpr int kTimes = 20'000;

TEST(Evaluate, HasAReasonAndNoLeaveBeforeItsDate) {
  AnyRetention any;
  for (int i = 0; i < kTimes; ++i) {
    const RetentionRule rule = any.rule();
    const RetentionFacts facts = any.facts();
    const CalendarDate day = any.day();
    const Verdict verdict = evaluate(rule, facts, day);
    ASSERT_FALSE(verdict.reasons.empty());
    if (verdict.state != VerdictState::eligible) continue;
    ASSERT_TRUE(verdict.date);
    ASSERT_LE(*verdict.date, day);
  }
}

TEST(Evaluate, NoHoldIsEverOutweighed) {
  AnyRetention any;
  for (int i = 0; i < kTimes; ++i) {
    const RetentionRule rule = any.rule();
    RetentionFacts facts = any.facts();
    facts.obstacles.insert(
        facts.obstacles.begin() + static_cast<std::ptrdiff_t>(any.pick(facts.obstacles.size() + 1)),
        DisposalObstacle{});
    ASSERT_EQ(evaluate(rule, facts, any.day()).state, VerdictState::blocked);
  }
}

TEST(Evaluate, ItsDateHangsOnNoDayAndLeaveOnceGivenStays) {
  AnyRetention any;
  for (int i = 0; i < kTimes; ++i) {
    const RetentionRule rule = any.rule();
    const RetentionFacts facts = any.facts();
    const auto [early, late] = std::minmax({any.day(), any.day()});
    const Verdict before = evaluate(rule, facts, early);
    const Verdict since = evaluate(rule, facts, late);
    ASSERT_EQ(before.date, since.date);
    if (before.state == VerdictState::eligible) {
      ASSERT_EQ(since.state, VerdictState::eligible);
    }
    if (before.state == VerdictState::permanent) {
      ASSERT_EQ(since.state, VerdictState::permanent);
    }
  }
}

/// Facts that end nothing: what is known now may only keep longer.
TEST(Evaluate, AFactThatEndsNothingNeverShortens) {
  AnyRetention any;
  for (int i = 0; i < kTimes; ++i) {
    RetentionRule rule = any.rule();
    rule.years = std::max(rule.years, 1);  // a rule without a period gets one from the commission
    RetentionFacts facts = any.facts();
    facts.decision.reset();
    facts.one_matter = false;
    const CalendarDate day = any.day();
    const Verdict before = evaluate(rule, facts, day);
    switch (any.pick(4)) {
      case 0:
        facts.one_matter = true;
        facts.matter_closed = any.perhaps_day();
        break;
      case 1:
        facts.decision = any.decision();
        if (facts.decision->outcome == Appraisal::destroy) facts.decision.reset();
        break;
      case 2:
        facts.obstacles.push_back({});
        break;
      default:
        rule.local = {"№ 2", rule.local ? rule.local->years + 1 : 9};
    }
    const Verdict since = evaluate(rule, facts, day);
    if (before.date && since.date) {
      ASSERT_LE(*before.date, *since.date);
    }
    ASSERT_TRUE(since.state != VerdictState::eligible || before.state == VerdictState::eligible)
        << name_of(rule.kind) << ' ' << rule.years << ' ' << name_of(rule.mark) << ' '
        << name_of(rule.condition) << ": " << name_of(before.state) << " → " << name_of(since.state)
        << " on " << to_text(day);
  }
}

}  // namespace
}  // namespace fonds
