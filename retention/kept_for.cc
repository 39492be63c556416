#include "retention/kept_for.h"

#include <algorithm>

namespace fonds {

int years_of(const RetentionRule& rule) {
  return std::max(rule.years, rule.local ? rule.local->years : 0);
}

int surely_kept(const RetentionRule& rule) {
  constexpr int kPersonnel = 50;
  switch (rule.kind) {
    case PeriodKind::permanent:
    case PeriodKind::until_liquidation:
      return kKeptForEver;
    case PeriodKind::years:
    case PeriodKind::until_not_needed:
      return years_of(rule);
    case PeriodKind::personnel_50_75:
      return std::max(kPersonnel, years_of(rule));
    case PeriodKind::until_replaced:
      return rule.local ? rule.local->years : 0;
  }
  return 0;
}

}  // namespace fonds
