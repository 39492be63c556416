#include "access/totp.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "support/fault_of.h"

namespace fonds {
namespace {

using testing::StartsWith;

/// "12345678901234567890", the secret of the RFC's vectors.
constexpr std::string_view kSecret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

Moment at(std::int64_t seconds) { return Moment(std::chrono::seconds(seconds)); }

std::optional<std::int64_t> step(std::string_view typed, std::int64_t seconds,
                                 std::int64_t last = -1) {
  return totp_step(kSecret, typed, at(seconds), last);
}

TEST(Totp, GivesTheCodesOfTheRfc) {
  // Appendix B, SHA-1; it prints eight digits, of which six are the last.
  const std::vector<std::pair<std::int64_t, std::string>> vectors{
      {59, "287082"},         {1111111109, "081804"}, {1111111111, "050471"},
      {1234567890, "005924"}, {2000000000, "279037"}, {20000000000, "353130"}};
  for (const auto& [seconds, code] : vectors) {
    EXPECT_EQ(totp_code(kSecret, at(seconds)), code) << seconds;
    EXPECT_EQ(step(code, seconds), seconds / 30);
  }
}

TEST(Totp, ACodeIsGoodOneStepBeforeAndBehindAndNoFurther) {
  const std::string code = totp_code(kSecret, at(1200));  // the step from 1200 to 1230
  for (const std::int64_t good : {1170, 1199, 1200, 1229, 1230, 1259}) {
    EXPECT_EQ(step(code, good), 40) << good;
  }
  for (const std::int64_t bad : {1139, 1169, 1260, 2000, 0}) EXPECT_FALSE(step(code, bad)) << bad;
}

TEST(Totp, ACodeIsGoodOnceAndNoneOfBeforeAfterIt) {
  const std::string code = totp_code(kSecret, at(1200));
  const std::string earlier = totp_code(kSecret, at(1170));
  const std::string later = totp_code(kSecret, at(1230));

  EXPECT_EQ(step(code, 1200, 39), 40);
  EXPECT_FALSE(step(code, 1200, 40));
  EXPECT_FALSE(step(earlier, 1200, 40));
  EXPECT_EQ(step(later, 1200, 40), 41);
}

TEST(Totp, PeoplePutSpacesIntoCodes) {
  EXPECT_EQ(step("287 082", 59), 1);
  EXPECT_EQ(step(" 287082 ", 59), 1);
}

TEST(Totp, WhatIsNoCodeIsNotGood) {
  for (const char* bad : {"", " ", "28708", "2870822", "287083", "28708x", "-87082", "94287082",
                          "２８７０８２", "287.082"}) {
    EXPECT_FALSE(step(bad, 59)) << bad;
  }
  EXPECT_FALSE(step(std::string_view("\0\0\0\0\0\0", 6), 59));
  EXPECT_FALSE(step(std::string(100000, ' '), 59));
}

TEST(Totp, BeforeTheFirstStepThereIsNone) {
  EXPECT_EQ(step(totp_code(kSecret, at(0)), 0), 0);
  EXPECT_FALSE(step("", 0));
}

TEST(Totp, ANewSecretIsLikeNoOtherAndWorks) {
  const Secret first = new_totp_secret();
  const Secret second = new_totp_secret();

  EXPECT_EQ(first.view().size(), 32U);
  EXPECT_NE(first.view(), second.view());
  EXPECT_TRUE(totp_step(first.view(), totp_code(first.view(), at(59)), at(59), -1));
}

TEST(Totp, TheUriIsReadByEveryAuthenticator) {
  EXPECT_EQ(totp_uri(kSecret, "zyablik", "Дом творчества").view(),
            "otpauth://totp/%D0%94%D0%BE%D0%BC%20%D1%82%D0%B2%D0%BE%D1%80%D1%87%D0%B5%D1%81%D1%82"
            "%D0%B2%D0%B0:zyablik?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=%D0%94%D0%BE%D0%"
            "BC%20%D1%82%D0%B2%D0%BE%D1%80%D1%87%D0%B5%D1%81%D1%82%D0%B2%D0%B0&algorithm=SHA1&"
            "digits=6&period=30");
  EXPECT_THAT(std::string(totp_uri(kSecret, "a", "x:y&z").view()),
              StartsWith("otpauth://totp/x%3Ay%26z:a?"));
}

TEST(Totp, ABrokenSecretIsNotAWrongCode) {
  for (const char* broken : {"", "1", "0000", "GEZ!", "я"}) {
    EXPECT_EQ(fault_of([&] { totp_step(broken, "287082", at(59), -1); }), Fault::corrupt) << broken;
  }
}

}  // namespace
}  // namespace fonds
