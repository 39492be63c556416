#include "ingest/fuzzy.h"

#include <gtest/gtest.h>

namespace fonds {
namespace {

TEST(Fuzzy, CharactersAreLettersNotBytes) {
  EXPECT_EQ(characters_of("дИп№1"), U"дИп№1");
  EXPECT_EQ(characters_of("").size(), 0u);
  EXPECT_EQ(characters_of("a\U0001F600б"), U"a\U0001F600б");
}

TEST(Fuzzy, CutTextEndsWithoutReadingOn) {
  EXPECT_EQ(characters_of(std::string_view("я").substr(0, 1)).size(), 1u);
}

TEST(Fuzzy, DistanceCountsLettersPutInLeftOutAndMisread) {
  EXPECT_EQ(edit_distance(U"диплом", U"диплом", 3), 0u);
  EXPECT_EQ(edit_distance(U"диплом", U"динлом", 3), 1u);
  EXPECT_EQ(edit_distance(U"диплом", U"дилом", 3), 1u);
  EXPECT_EQ(edit_distance(U"дилом", U"диплом", 3), 1u);
  EXPECT_EQ(edit_distance(U"грамота", U"трамата", 3), 2u);
  EXPECT_EQ(edit_distance(U"", U"аб", 3), 2u);
}

TEST(Fuzzy, OrnamentalLettersTakenForEachOtherCountHalf) {
  EXPECT_EQ(ornamental_distance(U"тримоти", U"грамота"), 1.5);
  EXPECT_EQ(ornamental_distance(U"диплом", U"диплом"), 0);
  EXPECT_EQ(ornamental_distance(U"ипломм", U"диплом"), 2);
  EXPECT_EQ(ornamental_distance(U"", U"диплом"), 6);
  EXPECT_EQ(ornamental_distance(U"ж", U"д"), 1);
}

TEST(Fuzzy, MoreThanAskedIsOneMore) {
  EXPECT_EQ(edit_distance(U"диплом", U"журнал", 2), 3u);
  EXPECT_EQ(edit_distance(U"а", U"аааааа", 2), 3u);
  EXPECT_EQ(edit_distance(U"а", U"б", 0), 1u);
}

}  // namespace
}  // namespace fonds
