#include "access/password.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

#include <fstream>

#include "support/fault_of.h"

namespace fonds {
namespace {

using testing::StartsWith;

class PasswordsTest : public testing::Test {
 protected:
  const Passwords passwords_{kCheapestPassword};
};

TEST_F(PasswordsTest, APasswordFitsItsHashAndNoOtherDoes) {
  const std::string hash = passwords_.hash("четыре слова подряд");

  EXPECT_THAT(hash, StartsWith("$argon2id$v=19$m=8,t=1,p=1$"));
  EXPECT_TRUE(passwords_.verify(hash, "четыре слова подряд"));
  for (const char* wrong : {"", "четыре слова подря", "четыре слова подряд ", "Четыре слова подряд",
                            "xxxx", "четыре слова подрЯд"}) {
    EXPECT_FALSE(passwords_.verify(hash, wrong)) << wrong;
  }
}

TEST_F(PasswordsTest, TwoHashesOfOnePasswordDiffer) {
  EXPECT_NE(passwords_.hash("korzina s yablokami"), passwords_.hash("korzina s yablokami"));
}

TEST_F(PasswordsTest, OneLetterInTwoWaysOfWritingIsOnePassword) {
  const std::string composed = "мой дом на краю";
  const std::string decomposed = "мои\u0306 дом на краю";
  ASSERT_NE(composed, decomposed);

  EXPECT_TRUE(passwords_.verify(passwords_.hash(composed), decomposed));
  EXPECT_TRUE(passwords_.verify(passwords_.hash(decomposed), composed));
}

TEST_F(PasswordsTest, NoPasswordFitsWhoIsNotThere) {
  EXPECT_FALSE(passwords_.verify("", ""));
  EXPECT_FALSE(passwords_.verify("", "korzina s yablokami"));
}

TEST_F(PasswordsTest, WhoIsNotThereCostsAsMuchAsWhoIs) {
  EXPECT_FALSE(passwords_.needs_rehash(passwords_.hash_of_nobody()));
  EXPECT_FALSE(Passwords().needs_rehash(Passwords().hash_of_nobody()));
  EXPECT_EQ(passwords_.hash_of_nobody().size(), passwords_.hash("x").size());
  EXPECT_NE(passwords_.hash_of_nobody(), Passwords(kCheapestPassword).hash_of_nobody());
}

TEST_F(PasswordsTest, WhatCanNotBeAPasswordIsWrongAndNoError) {
  const std::string long_one(kMostPasswordBytes + 1, 'x');
  EXPECT_FALSE(passwords_.verify(passwords_.hash(long_one), long_one));
  EXPECT_FALSE(passwords_.verify(passwords_.hash("x"), "\xFF\xFE"));
}

TEST_F(PasswordsTest, BytesThatAreNoTextAreNotHashed) {
  EXPECT_EQ(fault_of([&] { static_cast<void>(passwords_.hash("\xD0")); }), Fault::usage);
}

TEST_F(PasswordsTest, AHashIsMadeAnewWhenTheCostHasChanged) {
  const std::string hash = passwords_.hash("korzina s yablokami");
  const Passwords dearer{{2, 8192}};

  EXPECT_FALSE(passwords_.needs_rehash(hash));
  EXPECT_TRUE(dearer.needs_rehash(hash));
  EXPECT_TRUE(Passwords({1, 16384}).needs_rehash(hash));
  EXPECT_TRUE(dearer.verify(hash, "korzina s yablokami"));  // by the cost it was made with
}

TEST_F(PasswordsTest, ABrokenHashIsNotAWrongPassword) {
  const std::string hash = passwords_.hash("x");
  for (const std::string& broken :
       {std::string("x"), hash.substr(1), hash.substr(0, hash.size() - 4),
        "$2b$10$abcdefghijk" + hash, std::string(1000, 'x')}) {
    EXPECT_EQ(fault_of([&] { static_cast<void>(passwords_.verify(broken, "x")); }), Fault::corrupt)
        << broken;
  }
}

TEST_F(PasswordsTest, AHashOfAnotherProgramIsUnderstood) {
  // Debian's argon2: 0123456789abcdef -id -t 2 -m 6 -p 1 -l 32 -e
  const std::string hash =
      "$argon2id$v=19$m=64,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg$o6x/EScXHu7T2TQS+3e019ISIEac4MN/"
      "wX2uoBgtnpw";
  EXPECT_TRUE(passwords_.verify(hash, "korzina s yablokami"));
  EXPECT_FALSE(passwords_.verify(hash, "korzina s yablokam"));
}

/// Of this process, sanitizers' own included.
rlim_t address_space() {
  rlim_t pages = 0;
  std::ifstream("/proc/self/statm") >> pages;
  return pages * static_cast<rlim_t>(sysconf(_SC_PAGESIZE));
}

TEST_F(PasswordsTest, MemoryThatIsNotThereIsNotAWrongPassword) {
  const std::string hash = Passwords({1, std::size_t{256} << 20U}).hash_of_nobody();
  const auto in_a_full_process = [&] {
    const rlim_t most = address_space() + (rlim_t{64} << 20U);
    const rlimit limit{most, most};
    setrlimit(RLIMIT_AS, &limit);
    const Fault fault = fault_of([&] { static_cast<void>(passwords_.verify(hash, "x")); });
    _exit(fault == Fault::unavailable ? 0 : 1);
  };
  EXPECT_EXIT(in_a_full_process(), testing::ExitedWithCode(0), "");
}

}  // namespace
}  // namespace fonds
