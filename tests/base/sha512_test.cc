#include "base/sha512.h"

#include <gtest/gtest.h>

#include <string>

namespace fonds {
namespace {

std::string sha512_of(std::string_view bytes, std::size_t step) {
  Sha512 running;
  for (std::size_t at = 0; at < bytes.size(); at += step) running.add(bytes.substr(at, step));
  return running.finish();
}

// The example of FIPS 180-2, appendix C, and the empty message.
TEST(Sha512, GivesTheValuesOfTheStandard) {
  EXPECT_EQ(sha512_of("abc", 3),
            "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
            "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f");
  EXPECT_EQ(sha512_of("", 1),
            "cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce"
            "47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e");
}

TEST(Sha512, HowTheBytesAreCutDoesNotMatter) {
  std::string bytes;
  for (int i = 0; i < 300; ++i) bytes += static_cast<char>(i * 7);
  for (const std::size_t step : {1U, 3U, 127U, 128U, 129U, 299U}) {
    EXPECT_EQ(sha512_of(bytes, step), sha512_of(bytes, 300)) << step;
  }
}

}  // namespace
}  // namespace fonds
