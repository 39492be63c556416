#include "archive/card_words.h"

#include <gtest/gtest.h>

namespace fonds {
namespace {

TEST(CardWords, KnowTheFieldsThatHaveNamedValues) {
  for (const char* field : {"level", "place"}) EXPECT_TRUE(card_words().names(field)) << field;
  EXPECT_FALSE(card_words().names("number"));
}

}  // namespace
}  // namespace fonds
