#include "model/retention_rule.h"

#include <gtest/gtest.h>

namespace fonds {
namespace {

TEST(RetentionRule, NamesLeadBackToTheirValues) {
  for (const std::string_view name : kPeriodKinds) {
    EXPECT_EQ(name_of(period_kind_from(name).value()), name);
  }
  for (const std::string_view name : kTriggers)
    EXPECT_EQ(name_of(trigger_from(name).value()), name);
  for (const std::string_view name : kAppraisalMarks) {
    EXPECT_EQ(name_of(appraisal_mark_from(name).value()), name);
  }
  for (const std::string_view name : kRetentionConditions) {
    EXPECT_EQ(name_of(retention_condition_from(name).value()), name);
  }
  EXPECT_EQ(appraisal_mark_from("epk"), AppraisalMark::epk);
  EXPECT_FALSE(period_kind_from("forever"));
  EXPECT_FALSE(trigger_from(""));
}

TEST(RetentionRule, OfANewItemIsTheSafest) {
  EXPECT_EQ(RetentionRule().kind, PeriodKind::permanent);
}

}  // namespace
}  // namespace fonds
