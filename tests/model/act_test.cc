#include "model/act.h"

#include <gtest/gtest.h>

namespace fonds {
namespace {

TEST(ActState, IsKnownByItsName) {
  for (const std::string_view name : kActStates) {
    ASSERT_TRUE(act_state_from(name)) << name;
    EXPECT_EQ(name_of(*act_state_from(name)), name);
  }
  EXPECT_EQ(act_state_from("executed"), std::nullopt);
  EXPECT_FALSE(is_living(ActState::cancelled));
  EXPECT_TRUE(is_living(ActState::approved));
}

}  // namespace
}  // namespace fonds
