#include "model/case_file.h"

#include <gtest/gtest.h>

namespace fonds {
namespace {

TEST(VolumeKey, IsReadAsItIsWritten) {
  for (const VolumeKey& key : {VolumeKey{2024, "02-05", 1}, VolumeKey{2024, "02-05", 12},
                               VolumeKey{2024, "02-05-01", 0}, VolumeKey{0, "02-05", 0}}) {
    EXPECT_EQ(volume_key_from(to_text(key)), key) << to_text(key);
  }
  EXPECT_EQ(to_text({2024, "02-05", 3}), "02-05/2024/3");
}

TEST(VolumeKey, UnderstandsTheOldSeparatorsOfIndexes) {
  EXPECT_EQ(volume_key_from("02.05/2024/1"), (VolumeKey{2024, "02-05", 1}));
  EXPECT_EQ(volume_key_from("02–05"), (VolumeKey{0, "02-05", 0}));
  EXPECT_EQ(volume_key_from("02/05/2024"), (VolumeKey{2024, "02-05", 0}));
  EXPECT_EQ(volume_key_from("02/05"), (VolumeKey{0, "02-05", 0}));
}

TEST(VolumeKey, WhatIsNoVolumeIsNone) {
  for (const char* text :
       {"", "/", "2026-000123", "123", "02-05/2024/0", "02-05/2024/-1", "02-05/2024/x",
        "02-05/2024/1/2", "02-05/2024/", "02-05/20244", "/2024/1", "02-05/2024/99999999999"}) {
    EXPECT_EQ(volume_key_from(text), std::nullopt) << text;
  }
}

TEST(VolumeKey, IsSpokenAsFarAsItIsSaid) {
  EXPECT_EQ(spoken(VolumeKey{2024, "02-05", 2}), "02-05 of 2024, vol. 2");
  EXPECT_EQ(spoken(VolumeKey{2024, "02-05", 0}), "02-05 of 2024");
  EXPECT_EQ(spoken(VolumeKey{0, "02-05", 0}), "02-05");
}

TEST(VolumeMarkKind, NamesTheEventsThatPeriodsAreCountedFrom) {
  for (std::size_t i = 1; i < kTriggers.size(); ++i) {  // the first is the closing itself
    const auto kind = volume_mark_kind_from(kTriggers[i]);
    ASSERT_TRUE(kind) << kTriggers[i];
    EXPECT_EQ(name_of(*kind), kTriggers[i]);
  }
  EXPECT_EQ(volume_mark_kind_from("case_closed"), std::nullopt);
  EXPECT_EQ(volume_state_from("closed"), VolumeState::closed);
  EXPECT_EQ(volume_state_from("gone"), std::nullopt);
}

}  // namespace
}  // namespace fonds
