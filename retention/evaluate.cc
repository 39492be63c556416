#include "retention/evaluate.h"

#include <algorithm>

namespace fonds {
namespace {

/// 125-ФЗ ст. 22.1: records finished before this day are kept for 75 years, later ones for 50.
constexpr CalendarDate kFiftyYearsSince{2003, 1, 1};
constexpr int kPersonnelBefore = 75;
constexpr int kPersonnelSince = 50;
constexpr int kLeastUntilNotNeeded = 1;  // DOMAIN §2.1, ДМН
constexpr std::size_t kUsualReasons = 8;

CalendarDate first_of_january(int year) { return {year, 1, 1}; }

class Derivation {
 public:
  Derivation(const RetentionRule& rule, const RetentionFacts& facts, const CalendarDate& today)
      : rule_(rule), facts_(facts), today_(today) {
    verdict_.reasons.reserve(kUsualReasons);
  }

  Verdict derive() {
    if (facts_.inventoried) because(StepCode::inventoried, *facts_.inventoried);
    find_term();
    if (verdict_.state != VerdictState::permanent) heed_commission();
    if (verdict_.state == VerdictState::eligible) look_at_audit();
    look_at_obstacles();
    return std::move(verdict_);
  }

 private:
  void because(StepCode code, const CalendarDate& day = {}, int number = 0) {
    verdict_.reasons.push_back({code, day, number});
  }

  void find_term() {
    switch (rule_.kind) {
      case PeriodKind::permanent:
        return find_permanent();
      case PeriodKind::until_liquidation:
        because(StepCode::until_liquidation);
        return find_liquidation();
      case PeriodKind::years:
        return find_years();
      case PeriodKind::until_not_needed:
        return find_not_needed();
      case PeriodKind::until_replaced:
        return find_replaced();
      case PeriodKind::personnel_50_75:
        return find_personnel();
    }
  }

  void find_permanent() {
    because(StepCode::kept_for_ever);
    if (facts_.is_source) {
      verdict_.state = VerdictState::permanent;
      return;
    }
    because(StepCode::no_source);
    find_liquidation();
  }

  void find_liquidation() {
    if (!facts_.liquidated) return because(StepCode::not_liquidated);
    because(StepCode::liquidated, *facts_.liquidated);
    ends_on(*facts_.liquidated);
  }

  void find_years() {
    if (rule_.years <= 0 && local_years() <= 0) return because(StepCode::no_period);
    if (rule_.years > 0) because(StepCode::period_of_years, {}, rule_.years);
    const int years = lengthened(rule_.years);
    if (const auto end = counted_end(rule_.trigger)) ends_after(*end, years);
  }

  void find_not_needed() {
    const int least = std::max(rule_.years, kLeastUntilNotNeeded);
    because(StepCode::least_years, {}, least);
    const int years = lengthened(least);
    const auto end = counted_end(rule_.trigger);
    if (!end) return;
    const CalendarDate earliest = count_from(*end, years);
    if (!facts_.not_needed) {
      verdict_.date = earliest;
      because(StepCode::from_day, earliest);
      return because(StepCode::still_needed);
    }
    because(StepCode::not_needed, *facts_.not_needed);
    ends_on(std::max(earliest, *facts_.not_needed));
  }

  void find_replaced() {
    because(StepCode::until_replaced);
    const auto& replaced = facts_.event(Trigger::form_replaced);
    if (!replaced) return because(StepCode::no_event);
    because(StepCode::event, *replaced);
    const CalendarDate end = facts_.closed ? std::max(*replaced, *facts_.closed) : *replaced;
    ends_after(end, lengthened(0));
  }

  /// A matter that went on after 2003 is never kept shorter than its volume of before would be.
  void find_personnel() {
    auto end = counted_end(rule_.trigger);
    if (!end) return;
    const int years = personnel_years(*end);
    const int of_volume = personnel_years(*facts_.closed);
    if (facts_.closed->year + of_volume > end->year + years) end = facts_.closed;
    const int longer = end == facts_.closed ? of_volume : years;
    because(StepCode::personnel, *end, longer);
    ends_after(*end, lengthened(std::max(longer, rule_.years)));
  }
  static int personnel_years(const CalendarDate& end) {
    return end < kFiftyYearsSince ? kPersonnelBefore : kPersonnelSince;
  }

  [[nodiscard]] int local_years() const { return rule_.local ? rule_.local->years : 0; }

  int lengthened(int years) {
    if (local_years() <= years) return years;
    because(StepCode::lengthened, {}, local_years());
    return local_years();
  }

  /// Told, once it is known.
  std::optional<CalendarDate> closing_day() {
    if (!facts_.closed) {
      because(StepCode::not_closed);
      return std::nullopt;
    }
    because(StepCode::closed, *facts_.closed);
    if (!facts_.one_matter) return facts_.closed;
    if (!facts_.matter_closed) {
      because(StepCode::matter_not_closed);
      return std::nullopt;
    }
    because(StepCode::matter_closed, *facts_.matter_closed);
    return std::max(*facts_.closed, *facts_.matter_closed);
  }

  /// The later of closing and event; nothing while either is not known.
  std::optional<CalendarDate> counted_end(Trigger trigger) {
    const auto closed = closing_day();
    if (!closed || trigger == Trigger::case_closed) return closed;
    const auto& event = facts_.event(trigger);
    if (!event) {
      because(StepCode::no_event);
      return std::nullopt;
    }
    because(StepCode::event, *event);
    return std::max(*closed, *event);
  }

  CalendarDate count_from(const CalendarDate& end, int years) {
    because(StepCode::counted_from, first_of_january(end.year + 1));
    return first_of_january(end.year + years + 1);
  }
  void ends_after(const CalendarDate& end, int years) { ends_on(count_from(end, years)); }

  /// `day` is the first on which the term is over.
  void ends_on(const CalendarDate& day) {
    verdict_.date = day;
    because(StepCode::from_day, day);
    const bool over = !(today_ < day);
    because(over ? StepCode::term_over : StepCode::term_runs);
    verdict_.state = over ? VerdictState::eligible : VerdictState::running;
  }

  /// Whether the term's end alone is no leave.
  [[nodiscard]] bool needs_commission() const {
    const bool outlives_institution = rule_.kind == PeriodKind::permanent;
    return rule_.mark != AppraisalMark::none || rule_.kind == PeriodKind::personnel_50_75 ||
           outlives_institution;
  }

  void heed_commission() {
    const bool decided = facts_.decision && !facts_.decision->protocol.empty();
    if (decided && facts_.decision->outcome == Appraisal::keep) {
      because(StepCode::decided_to_keep);
      verdict_.state = VerdictState::permanent;
      verdict_.date.reset();
      return;
    }
    if (decided && facts_.decision->outcome == Appraisal::prolong && facts_.decision->until) {
      return prolong(*facts_.decision->until);
    }
    if (verdict_.state != VerdictState::eligible || !needs_commission()) return;
    if (decided && facts_.decision->outcome == Appraisal::destroy) {
      return because(StepCode::decided_to_destroy);
    }
    because(StepCode::decision_missing);
    verdict_.state = VerdictState::needs_decision;
  }

  /// To the end of that year, then the commission decides again.
  void prolong(const CalendarDate& until) {
    because(StepCode::decided_to_prolong, until);
    if (!verdict_.date) return;
    const CalendarDate longer = std::max(*verdict_.date, first_of_january(until.year + 1));
    if (verdict_.state == VerdictState::waiting) {
      verdict_.date = longer;
      return;
    }
    ends_on(longer);
    if (verdict_.state != VerdictState::eligible) return;
    because(StepCode::decision_missing);
    verdict_.state = VerdictState::needs_decision;
  }

  void look_at_audit() {
    if (rule_.condition != RetentionCondition::audit) return;
    because(facts_.audited ? StepCode::audited : StepCode::audit_missing);
    if (!facts_.audited) verdict_.state = VerdictState::blocked;
  }

  void look_at_obstacles() {
    for (std::size_t i = 0; i < facts_.obstacles.size(); ++i) {
      const DisposalObstacle& each = facts_.obstacles[i];
      if (each.until && *each.until < today_) continue;
      because(StepCode::obstacle, {}, static_cast<int>(i));
      verdict_.state = VerdictState::blocked;
    }
  }

  const RetentionRule& rule_;
  const RetentionFacts& facts_;
  const CalendarDate& today_;
  Verdict verdict_;
};

}  // namespace

Verdict evaluate(const RetentionRule& rule, const RetentionFacts& facts,
                 const CalendarDate& today) {
  return Derivation(rule, facts, today).derive();
}

}  // namespace fonds
