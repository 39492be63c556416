#include "registry/near_words.h"

#include <gtest/gtest.h>

namespace fonds {
namespace {

TEST(NearWords, OneLetterChangedLostOrAdded) {
  NearWords words;
  words.add("тимофей");
  for (const char* near : {"тимофей", "тимсфей", "тмофей", "тимоффей", "тимофе", "тимофейь"}) {
    EXPECT_TRUE(words.has_near(near)) << near;
  }
}

TEST(NearWords, WhatIsNotNear) {
  NearWords words;
  words.add("тимофей");
  words.add("анна");
  for (const char* far :
       {"", "т", "имофей", "димофей", "тимсфец", "тим", "анка", "тимофеевич", "тимофе й ей"}) {
    EXPECT_FALSE(words.has_near(far)) << far;
  }
  EXPECT_TRUE(words.has_near("анна"));
  EXPECT_FALSE(NearWords().has_near("анна"));
}

}  // namespace
}  // namespace fonds
