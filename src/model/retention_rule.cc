#include "model/retention_rule.h"

#include "model/named.h"

namespace fonds {

std::optional<PeriodKind> period_kind_from(std::string_view name) {
  return named<PeriodKind>(kPeriodKinds, name);
}

std::optional<Trigger> trigger_from(std::string_view name) {
  return named<Trigger>(kTriggers, name);
}

std::optional<AppraisalMark> appraisal_mark_from(std::string_view name) {
  if (name == "ek") return AppraisalMark::ek;
  if (name == "epk") return AppraisalMark::epk;
  return named<AppraisalMark>(kAppraisalMarks, name);
}

std::optional<RetentionCondition> retention_condition_from(std::string_view name) {
  return named<RetentionCondition>(kRetentionConditions, name);
}

}  // namespace fonds
