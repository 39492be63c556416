#include "retention/plan.h"

#include "model/named.h"
#include "retention/kept_for.h"

namespace fonds {
namespace {

constexpr int kShortPeriod = 10;          // years; what is longer goes into inventories
constexpr int kYearsBeforeInventory = 1;  // whole years after the closing

bool time_for_inventory(const RetentionRule& rule, const RetentionFacts& facts,
                        const CalendarDate& today) {
  return !facts.inventoried && facts.closed && goes_into_inventories(rule) &&
         today.year > facts.closed->year + kYearsBeforeInventory;
}

}  // namespace

std::optional<PlannedStep> planned_step_from(std::string_view name) {
  return named<PlannedStep>(kPlannedSteps, name);
}

std::optional<CalendarDate> last_day_open(const NomenclatureItem& item, int year) {
  if (item.ongoing) return std::nullopt;
  if (item.school_year) return CalendarDate{year + 1, 8, 31};
  return CalendarDate{year, 12, 31};
}

bool goes_into_inventories(const RetentionRule& rule) {
  return surely_kept(rule) > kShortPeriod || rule.kind == PeriodKind::personnel_50_75;
}

PlannedStep step_for(const VolumeInPlan& volume, const Verdict& verdict,
                     const CalendarDate& today) {
  if (volume.state == VolumeState::open) {
    const auto last = last_day_open(volume.item, volume.year);
    return last && *last < today ? PlannedStep::close : PlannedStep::none;
  }
  if (volume.state != VolumeState::closed) return PlannedStep::none;
  const bool term_over = verdict.date && !(today < *verdict.date);
  switch (verdict.state) {
    case VerdictState::eligible:
      return PlannedStep::destroy;
    case VerdictState::needs_decision:
      return PlannedStep::decide;
    case VerdictState::blocked:
      if (term_over) return PlannedStep::blocked;
      break;
    case VerdictState::waiting:
      if (term_over) return PlannedStep::ask;
      break;
    case VerdictState::running:
    case VerdictState::permanent:
      break;
  }
  return time_for_inventory(volume.rule, volume.facts, today) ? PlannedStep::inventory
                                                              : PlannedStep::none;
}

}  // namespace fonds
