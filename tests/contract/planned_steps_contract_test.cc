#include "catalogue/planned_steps.h"

#include <gmock/gmock.h>

#include "cases_contract_fixture.h"

namespace fonds {
namespace {

using testing::SizeIs;

class PlannedStepsContract : public CasesContractFixture {};
FONDS_ON_BOTH_ENGINES(PlannedStepsContract);

TEST_P(PlannedStepsContract, TheLastPlanIsKept) {
  const VolumeId first = volume(2024, "02-05");
  const VolumeId second = volume(2024, "02-05");
  PlannedSteps steps(database());
  in_transaction([&](Transaction& t) {
    steps.set(t, {first, "close", {}, {2025, 1, 1}});
    steps.set(t, {second, "destroy", CalendarDate{2030, 1, 1}, {2030, 1, 2}});
    steps.set(t, {first, "decide", CalendarDate{2030, 1, 1}, {2030, 1, 3}});
  });
  const auto found = steps.between(first, second);
  ASSERT_THAT(found, SizeIs(2));
  EXPECT_EQ(found.at(first).step, "decide");
  EXPECT_EQ(found.at(second).term, (CalendarDate{2030, 1, 1}));
  EXPECT_EQ(found.at(second).planned_on, (CalendarDate{2030, 1, 2}));
  EXPECT_THAT(steps.between(second, second), SizeIs(1));
  EXPECT_THAT(steps.page(first, 10), SizeIs(1));
  in_transaction([&](Transaction& t) { steps.remove(t, second); });
  EXPECT_THAT(steps.page({}, 10), SizeIs(1));
}

}  // namespace
}  // namespace fonds
