#include "base/base64.h"

#include <gtest/gtest.h>

namespace fonds {
namespace {

TEST(Base64, IsDecodedAsTheStandardsExamplesSay) {  // RFC 4648, section 10
  EXPECT_EQ(base64_decoded(""), "");
  EXPECT_EQ(base64_decoded("Zg=="), "f");
  EXPECT_EQ(base64_decoded("Zm8="), "fo");
  EXPECT_EQ(base64_decoded("Zm9vYmFy"), "foobar");
  EXPECT_EQ(base64_decoded("0LTQuNC/0LvQvtC8"), "диплом");
}

TEST(Base64, WhatIsWrittenOtherwiseIsNone) {
  for (const char* text : {"Zg", "Zg=", "Zg==x", "Z g=", "Zm9v-mFy", "Zm9vYmFy\n", "="}) {
    EXPECT_FALSE(base64_decoded(text)) << text;
  }
}

}  // namespace
}  // namespace fonds
