#include "base/digest.h"

#include <gtest/gtest.h>

#include <string>

namespace fonds {
namespace {

// The examples of FIPS 180-2, appendix B, and the empty message.
TEST(Digest, GivesTheValuesOfTheStandard) {
  EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  EXPECT_EQ(sha256(std::string(1'000'000, 'a')),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Digest, ZeroBytesCount) {
  EXPECT_NE(sha256(std::string(1, '\0')), sha256(""));
  EXPECT_NE(sha256(std::string("a\0b", 3)), sha256(std::string("a\0c", 3)));
}

TEST(Digest, HowTheBytesAreCutDoesNotMatter) {
  std::string bytes;
  for (int i = 0; i < 300; ++i) bytes += static_cast<char>(i * 7);
  for (const std::size_t step : {1U, 3U, 63U, 64U, 65U, 299U, 300U}) {
    Sha256 running;
    for (std::size_t at = 0; at < bytes.size(); at += step) {
      running.add(std::string_view(bytes).substr(at, step));
      running.add("");
    }
    EXPECT_EQ(running.finish(), sha256(bytes)) << step;
  }
}

TEST(Digest, OnlySixtyFourLowerCaseHexDigitsAreAHash) {
  const std::string good(64, 'a');
  EXPECT_TRUE(is_sha256(good));
  EXPECT_TRUE(is_sha256(sha256("x")));

  for (const std::string& wrong :
       {std::string(), std::string(63, 'a'), std::string(65, 'a'), std::string(64, 'A'),
        std::string(64, 'g'), std::string(64, '/'), std::string(64, ':'), std::string(64, '`'),
        std::string(63, 'a') + " ", "../" + std::string(61, 'a'), std::string(64, '\0'),
        std::string(63, 'a') + "\n"}) {
    EXPECT_FALSE(is_sha256(wrong)) << wrong;
  }
}

TEST(Digest, RandomTextIsNeverTheSame) {
  EXPECT_EQ(random_hex(16).size(), 32U);
  EXPECT_NE(random_hex(16), random_hex(16));
  EXPECT_EQ(random_hex(0), "");
}

}  // namespace
}  // namespace fonds
