#include "access/token.h"

#include <gtest/gtest.h>

#include <string>

#include "base/digest.h"

namespace fonds {
namespace {

const std::string kZeros = "fonds_" + std::string(43, 'A');

TEST(Token, ANewOneIsWellFormedAndLikeNoOther) {
  const Secret first = new_token();
  const Secret second = new_token();

  EXPECT_TRUE(is_token(first.view()));
  EXPECT_EQ(first.view().size(), 49U);
  EXPECT_NE(first.view(), second.view());
}

TEST(Token, WhatIsWrittenLikeATokenIsToldFromWhatIsNot) {
  EXPECT_TRUE(is_token(kZeros));
  EXPECT_TRUE(is_token("fonds_" + std::string(20, '-') + std::string(22, '_') + "8"));
  for (const std::string& bad :
       {std::string(), std::string("fonds_"), std::string(49, 'A'), kZeros + "A",
        kZeros.substr(0, 48), " " + kZeros, kZeros + " ", kZeros + "\n",
        "Fonds_" + kZeros.substr(6), "fonds-" + kZeros.substr(6),
        "fonds_" + std::string(42, 'A') + "=", "fonds_" + std::string(42, 'A') + "/",
        "fonds_" + std::string(42, 'A') + "+",
        "fonds_" + std::string(42, 'A') + "B",  // bits that 32 bytes do not have
        "fonds_" + std::string(41, 'A') + "я", "fonds_" + std::string(43, '\0')}) {
    EXPECT_FALSE(is_token(bad)) << bad;
  }
}

TEST(Token, TheCatalogueKnowsItByAHash) {
  EXPECT_EQ(token_hash(kZeros), sha256(kZeros));
  EXPECT_TRUE(is_sha256(token_hash(new_token().view())));
}

}  // namespace
}  // namespace fonds
