// The probabilities of the matcher are what they say, over synthetic noisy names with namesakes,
// brothers, sisters and outsiders. tests/bench/matcher_calibration does the same with 100 000.
#include <gtest/gtest.h>

#include <cmath>

#include "support/calibration.h"
#include "support/small_register.h"

namespace fonds {
namespace {

const Calibration& calibration() {
  static const Calibration all =
      calibrate(1200, 900, 4, shipped_grammar(), MatcherSettings::shipped());
  return all;
}

TEST(MatcherCalibration, OfNamesWithAtLeastAProbabilityAtLeastSoManyAreRight) {
  for (std::size_t i = 0; i < calibration().at_least.size(); ++i) {
    const Calibration::Bin& bin = calibration().at_least.at(i);
    const double promised = Calibration::kFrom.at(i);
    ASSERT_GT(bin.given, 200U);
    // Three times what chance alone moves a share of so few.
    const double chance = 3 * std::sqrt(promised * (1 - promised) / static_cast<double>(bin.given));
    EXPECT_GE(bin.share(), promised - chance) << to_text(calibration());
  }
}

TEST(MatcherCalibration, LinksArePreciseAndNotFew) {
  EXPECT_GE(calibration().precision(), 0.995) << to_text(calibration());
  EXPECT_GE(calibration().recall(), 0.75) << to_text(calibration());
  EXPECT_GE(calibration().offered(), 0.98) << to_text(calibration());
}

}  // namespace
}  // namespace fonds
