#include "model/decision.h"

#include <gtest/gtest.h>

namespace fonds {
namespace {

TEST(DecisionTest, AReasonTellsItsArgumentsInTheirOrder) {
  EXPECT_EQ(in_words({"'{}' stands after '{}'", {"15 мая", "выдан"}}),
            "'15 мая' stands after 'выдан'");
}

TEST(DecisionTest, BracesInWhatThePaperSaysAreNoPlaceholders) {
  EXPECT_EQ(in_words({"printed as {}", {"{0} {}"}}), "printed as {0} {}");
}

TEST(DecisionTest, WithoutAValueItAbstains) {
  const Decision<int> none;
  EXPECT_FALSE(none.value);
  EXPECT_EQ(none.confidence, 0);
}

}  // namespace
}  // namespace fonds
