#include "base/spelled_number.h"

#include <gtest/gtest.h>

#include <limits>
#include <string>

#include "base/messages.h"
#include "base/text.h"

namespace fonds {
namespace {

class SpelledNumber : public ::testing::Test {
 protected:
  SpelledNumber() { choose_language(Language::russian, FONDS_BINARY_DIR "/locale"); }
  ~SpelledNumber() override { choose_language(Language::english, FONDS_BINARY_DIR "/locale"); }
};

struct Spelling {
  std::int64_t number;
  const char* masculine;
  const char* feminine;
  const char* neuter;
};

TEST_F(SpelledNumber, AgreesWithTheNounInGender) {
  for (const Spelling& expected : {
           Spelling{0, "ноль", "ноль", "ноль"},
           Spelling{1, "один", "одна", "одно"},
           Spelling{2, "два", "две", "два"},
           Spelling{5, "пять", "пять", "пять"},
           Spelling{11, "одиннадцать", "одиннадцать", "одиннадцать"},
           Spelling{12, "двенадцать", "двенадцать", "двенадцать"},
           Spelling{21, "двадцать один", "двадцать одна", "двадцать одно"},
           Spelling{40, "сорок", "сорок", "сорок"},
           Spelling{90, "девяносто", "девяносто", "девяносто"},
           Spelling{101, "сто один", "сто одна", "сто одно"},
           Spelling{111, "сто одиннадцать", "сто одиннадцать", "сто одиннадцать"},
           Spelling{250, "двести пятьдесят", "двести пятьдесят", "двести пятьдесят"},
           Spelling{342, "триста сорок два", "триста сорок две", "триста сорок два"},
       }) {
    EXPECT_EQ(spelled(expected.number, WordGender::masculine), expected.masculine);
    EXPECT_EQ(spelled(expected.number, WordGender::feminine), expected.feminine);
    EXPECT_EQ(spelled(expected.number, WordGender::neuter), expected.neuter);
  }
}

// A thousand is feminine and a million masculine, whatever is counted.
TEST_F(SpelledNumber, ThousandsHaveAGenderOfTheirOwn) {
  EXPECT_EQ(spelled(1000, WordGender::masculine), "одна тысяча");
  EXPECT_EQ(spelled(2001, WordGender::neuter), "две тысячи одно");
  EXPECT_EQ(spelled(5000, WordGender::feminine), "пять тысяч");
  EXPECT_EQ(spelled(21000, WordGender::masculine), "двадцать одна тысяча");
  EXPECT_EQ(spelled(1234567, WordGender::feminine),
            "один миллион двести тридцать четыре тысячи пятьсот шестьдесят семь");
}

TEST_F(SpelledNumber, IsEnglishForWhoReadsEnglish) {
  choose_language(Language::english, FONDS_BINARY_DIR "/locale");

  EXPECT_EQ(spelled(0, WordGender::feminine), "zero");
  EXPECT_EQ(spelled(21, WordGender::feminine), "twenty-one");
  EXPECT_EQ(spelled(2001, WordGender::neuter), "two thousand one");
}

TEST_F(SpelledNumber, HasWordsForEveryNumberAndOnlyLettersInThem) {
  std::string last;
  for (std::int64_t number = 0; number <= 3000; ++number) {
    const std::string words = spelled(number, WordGender::masculine);
    EXPECT_NE(words, last) << number;
    EXPECT_EQ(words, printable(words)) << number;
    EXPECT_EQ(words.find_first_of("0123456789-\xAD"), std::string::npos) << number;
    last = words;
  }
  EXPECT_EQ(spelled(-3, WordGender::masculine), "минус три");
  EXPECT_FALSE(spelled(std::numeric_limits<std::int64_t>::max(), WordGender::neuter).empty());
  EXPECT_FALSE(spelled(std::numeric_limits<std::int64_t>::min(), WordGender::neuter).empty());
}

}  // namespace
}  // namespace fonds
