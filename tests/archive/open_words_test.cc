#include "archive/open_words.h"

#include <gtest/gtest.h>

namespace fonds {
namespace {

TEST(OpenWords, NameTheFieldsAndCountTheNames) {
  Reviewed reviewed;
  EXPECT_EQ(open_in_words(reviewed), "");
  reviewed.open.fields = {"number", "date"};
  reviewed.open.mentions = 2;
  EXPECT_EQ(open_in_words(reviewed), "number, date, 2 names");
  reviewed.open.parts = true;
  EXPECT_EQ(open_in_words(reviewed), "several papers in one, number, date, 2 names");
}

}  // namespace
}  // namespace fonds
