#include "web/gate_model.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace fonds {
namespace {

TEST(GateModel, AClosedGateSaysWhatToDoAndWhichVolumesCloseIt) {
  const Json model = gates_model({{GateCode::term_over, GateState::passed, {}},
                                  {GateCode::decided, GateState::closed, {{2019, "02-05", 1}}},
                                  {GateCode::approved, GateState::open, {}}});
  ASSERT_EQ(model.size(), 3U);
  EXPECT_EQ(model[0]["number"], "G1");
  EXPECT_EQ(model[0]["help"], "") << "nothing is to be done";
  EXPECT_EQ(model[1]["is_closed"], true);
  EXPECT_NE(model[1]["help"], "");
  EXPECT_EQ(model[1]["units"][0]["path"], "/retention/volumes/02-05%2F2019%2F1");
  EXPECT_EQ(model[2]["is_closed"], false);
  EXPECT_EQ(model[2]["is_passed"], false);
}

TEST(GateModel, EveryGateHasHelp) {
  for (std::size_t i = 0; i < kGateCodes.size(); ++i) {
    const Json model = gates_model({{static_cast<GateCode>(i), GateState::closed, {}}});
    EXPECT_NE(model[0]["help"], "") << kGateCodes.at(i);
    EXPECT_NE(model[0]["title"], "") << kGateCodes.at(i);
  }
}

}  // namespace
}  // namespace fonds
