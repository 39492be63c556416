/// AnyRetention: random rules and facts, each run the same, for properties and benchmarks.
///
/// Threads: one.
#pragma once

#include <optional>
#include <random>

#include "model/verdict.h"

namespace fonds {

class AnyRetention {
 public:
  RetentionRule rule() {
    RetentionRule rule;
    rule.kind = static_cast<PeriodKind>(pick(kPeriodKinds.size()));
    rule.years = static_cast<int>(pick(80));
    rule.trigger = static_cast<Trigger>(pick(kTriggers.size()));
    rule.mark = static_cast<AppraisalMark>(pick(kAppraisalMarks.size()));
    rule.condition = static_cast<RetentionCondition>(pick(kRetentionConditions.size()));
    if (often()) rule.local = {"№ 1", static_cast<int>(pick(100))};
    return rule;
  }
  RetentionFacts facts() {
    RetentionFacts facts;
    facts.closed = perhaps_day();
    facts.one_matter = pick(4) == 0;
    facts.matter_closed = perhaps_day();
    for (auto& event : facts.events) event = perhaps_day();
    facts.not_needed = perhaps_day();
    facts.liquidated = pick(4) == 0 ? std::optional(day()) : std::nullopt;
    facts.is_source = often();
    facts.audited = often();
    if (often()) facts.decision = decision();
    for (std::size_t i = pick(3); i > 0; --i) {
      facts.obstacles.push_back(
          {static_cast<DisposalObstacleKind>(pick(kDisposalObstacleKinds.size())), "",
           perhaps_day()});
    }
    return facts;
  }
  CommissionDecision decision() {
    return {static_cast<Appraisal>(pick(kAppraisals.size())), often() ? "№ 1" : "", perhaps_day()};
  }
  CalendarDate day() {
    const int year = 1950 + static_cast<int>(pick(150));
    const int month = 1 + static_cast<int>(pick(12));
    return {year, month,
            1 + static_cast<int>(pick(static_cast<std::size_t>(days_in_month(year, month))))};
  }
  std::optional<CalendarDate> perhaps_day() {
    return often() ? std::optional(day()) : std::nullopt;
  }
  bool often() { return pick(3) != 0; }
  std::size_t pick(std::size_t count) { return random_() % count; }

 private:
  std::mt19937 random_{20260223};
};

}  // namespace fonds
