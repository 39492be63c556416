#include "retention/kept_for.h"

#include <gtest/gtest.h>

namespace fonds {
namespace {

RetentionRule rule_of(PeriodKind kind, int years, int local = 0) {
  RetentionRule rule;
  rule.kind = kind;
  rule.years = years;
  if (local > 0) rule.local = {"№ 1", local};
  return rule;
}

TEST(KeptFor, IsWhatTheRuleSurelyKeeps) {
  EXPECT_EQ(surely_kept(rule_of(PeriodKind::permanent, 0)), kKeptForEver);
  EXPECT_EQ(surely_kept(rule_of(PeriodKind::until_liquidation, 5)), kKeptForEver);
  EXPECT_EQ(surely_kept(rule_of(PeriodKind::years, 5)), 5);
  EXPECT_EQ(surely_kept(rule_of(PeriodKind::years, 5, 7)), 7);
  EXPECT_EQ(surely_kept(rule_of(PeriodKind::years, 5, 3)), 5) << "a commission never shortens";
  EXPECT_EQ(surely_kept(rule_of(PeriodKind::until_not_needed, 1)), 1);
  EXPECT_EQ(surely_kept(rule_of(PeriodKind::until_replaced, 9)), 0);
  EXPECT_EQ(surely_kept(rule_of(PeriodKind::personnel_50_75, 0)), 50);
  EXPECT_EQ(surely_kept(rule_of(PeriodKind::personnel_50_75, 0, 80)), 80);
}

}  // namespace
}  // namespace fonds
