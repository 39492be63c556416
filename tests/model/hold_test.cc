#include "model/hold.h"

#include <gtest/gtest.h>

namespace fonds {
namespace {

TEST(HoldSubject, IsKnownByItsName) {
  for (const std::string_view name : kHoldSubjects) {
    ASSERT_TRUE(hold_subject_from(name)) << name;
    EXPECT_EQ(name_of(*hold_subject_from(name)), name);
  }
  EXPECT_EQ(hold_subject_from("case"), std::nullopt);
}

}  // namespace
}  // namespace fonds
