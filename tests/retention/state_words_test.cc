#include "retention/state_words.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace fonds {
namespace {

/// Every value of the enumeration has words of its own.
template <class Enum, std::size_t kCount>
void expect_words(const std::array<std::string_view, kCount>& /*names*/) {
  std::set<std::string> words;
  for (std::size_t i = 0; i < kCount; ++i) words.insert(title_of(static_cast<Enum>(i)));
  EXPECT_EQ(words.size(), kCount);
  EXPECT_EQ(words.count(""), 0U);
}

TEST(StateWords, EveryStateHasWordsOfItsOwn) {
  expect_words<PlannedStep>(kPlannedSteps);
  expect_words<ActState>(kActStates);
  expect_words<GateCode>(kGateCodes);
  expect_words<GateState>(kGateStates);
  expect_words<NomenclatureState>(kNomenclatureStates);
  expect_words<InventoryState>(kInventoryStates);
  expect_words<VolumeMarkKind>(kVolumeMarkKinds);
  expect_words<Appraisal>(kAppraisals);
  expect_words<DisposalObstacleKind>(kDisposalObstacleKinds);
}

TEST(StateWords, AnElectronicInventoryIsCalledSo) {
  for (std::size_t i = 0; i < kInventoryKinds.size(); ++i) {
    const auto kind = static_cast<InventoryKind>(i);
    EXPECT_NE(std::string(title_of(kind, false)), title_of(kind, true));
  }
}

}  // namespace
}  // namespace fonds
