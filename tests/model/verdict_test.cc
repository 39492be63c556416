#include "model/verdict.h"

#include <gtest/gtest.h>

#include <set>

namespace fonds {
namespace {

TEST(Verdict, NamesLeadBackToTheirValues) {
  for (const std::string_view name : kDisposalObstacleKinds) {
    EXPECT_EQ(name_of(disposal_obstacle_kind_from(name).value()), name);
  }
  for (const std::string_view name : kAppraisals) {
    EXPECT_EQ(name_of(appraisal_from(name).value()), name);
  }
  EXPECT_FALSE(disposal_obstacle_kind_from("holds"));
}

TEST(Verdict, EveryReasonHasANameOfItsOwn) {
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < kStepCodes.size(); ++i) {
    const auto code = static_cast<StepCode>(i);
    EXPECT_FALSE(name_of(code).empty());
    EXPECT_TRUE(names.insert(name_of(code)).second) << name_of(code);
  }
  EXPECT_EQ(name_of(StepCode::obstacle), "obstacle") << "the names are in another order";
  EXPECT_EQ(name_of(StepCode::kept_for_ever), "kept_for_ever");
  EXPECT_EQ(name_of(StepCode::audit_missing), "audit_missing");
}

}  // namespace
}  // namespace fonds
