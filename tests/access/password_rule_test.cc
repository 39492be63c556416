#include "access/password_rule.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "access/password.h"
#include "base/data_file.h"
#include "base/error.h"

namespace fonds {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string problem(std::string_view password, std::string_view login = "zyablik") {
  return PasswordRule::shipped().problem(password, login);
}

TEST(PasswordRule, LongPasswordsOfAnyKindAreGood) {
  for (const char* good :
       {"корзина яблоко трамвай снег", "korzina yabloko", "correct horse battery staple",
        "Zx9!pq-Lm2", "десятьбукв", "ёжик в тумане", "!!@@##$$%%", "zyablik letit na yug",
        "password of my neighbour", "архивариус лунной пыли"}) {
    EXPECT_EQ(problem(good), "") << good;
  }
  EXPECT_EQ(problem("щ" + std::string(kMostPasswordBytes - 5, 'x') + "ы."), "");
}

TEST(PasswordRule, AShortOneIsToldHowLongToBe) {
  for (const char* bad : {"", "a", "Zx9!pq-Lm", "девятьбук"}) {
    EXPECT_THAT(problem(bad), HasSubstr("at least 10")) << bad;
  }
}

TEST(PasswordRule, OneThatIsTooLongOrNoTextIsRefused) {
  EXPECT_THAT(problem(std::string(kMostPasswordBytes, 'a') + 'b'), HasSubstr("too long"));
  for (const char* bad :
       {"korzina\tyabloko", "korzina\nyabloko", "korzina\x7Fyabloko", "korzina\xFFyabloko"}) {
    EXPECT_THAT(problem(bad), HasSubstr("letters, digits and signs")) << bad;
  }
}

TEST(PasswordRule, OneCharacterRepeatedIsRefused) {
  for (const char* bad :
       {"aaaaaaaaaaaa", "яяяяяяяяяя", "ЯяЯяЯяЯяЯя", "..........", "111111111111"}) {
    EXPECT_THAT(problem(bad), HasSubstr("repeats")) << bad;
  }
}

TEST(PasswordRule, NumbersDatesAndTelephonesAreRefused) {
  for (const char* bad : {"1234567890", "12.03.2012 15", "+7 (921) 555-01-02", "2026/2027-12"}) {
    EXPECT_THAT(problem(bad), HasSubstr("digits only")) << bad;
  }
}

TEST(PasswordRule, TheLoginIsNoPassword) {
  for (const char* bad : {"zyablikzyablik", "ZYABLIK2026!", "123zyablik", "zyablik...."}) {
    EXPECT_THAT(problem(bad), HasSubstr("login")) << bad;
  }
  EXPECT_THAT(problem("it.sector-2026", "it.sector-2"), HasSubstr("login"));
  EXPECT_EQ(problem("zyablikzyablik", "tkach"), "");
}

TEST(PasswordRule, WhatEverybodyTriesFirstIsRefused) {
  for (const char* bad :
       {"password12", "Password2026!", "passwordpassword", "qwertyuiop", "Qwerty123456",
        "йцукенгшщз", "пароль12345", "ПАРОЛЬ!!!!!", "1q2w3e4r5t", "1Q2W3E4R5T6Y", "q1w2e3r4t5",
        "администратор", "gfhjkm1234", "любовьлюбовь", "12345директор", "зфыыцщкв2026"}) {
    EXPECT_THAT(problem(bad), HasSubstr("tries this password first")) << bad;
  }
}

TEST(PasswordRule, WhatItSaysNeverHoldsThePassword) {
  for (const char* bad : {"zyablik", "password2026", "zyablik2026", "1234567890", "aaaaaaaaaaa"}) {
    EXPECT_THAT(problem(bad), Not(HasSubstr(bad)));
    EXPECT_EQ(problem(bad).find('\n'), std::string::npos);
  }
}

TEST(PasswordRule, DataThatIsWrongIsRefusedWithItsPlace) {
  for (const char* wrong :
       {"", "least = 7\ncommon = []", "least = 10.5", "least = \"10\"", "least = 1000",
        "least = 10\ncommon = [\"Password\"]", "least = 10\ncommon = [\"\"]",
        "least = 10\ncommon = [\"пчёлы\"]", "least = 10\ncomon = []"}) {
    try {
      const PasswordRule rule(DataTable::parse(wrong, "passwords.toml"));
      ADD_FAILURE() << wrong;
    } catch (const Error& error) {
      EXPECT_EQ(error.fault(), Fault::usage);
      EXPECT_THAT(error.message(), HasSubstr("passwords.toml:"));
    }
  }
}

}  // namespace
}  // namespace fonds
