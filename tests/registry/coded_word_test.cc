#include "registry/coded_word.h"

#include <gtest/gtest.h>

namespace fonds {
namespace {

TEST(CodedWord, CaseYoAndLatinLookalikesAreTheSame) {
  EXPECT_EQ(code_word("СОЛОВЬЁВ"), code_word("соловьев"));
  EXPECT_EQ(code_word("Kpaвeц"), code_word("Кравец"));
  EXPECT_FALSE(code_word("Кравец") == code_word("Кравц"));
  EXPECT_FALSE(code_word("Кравец") == code_word("Кравеи"));
}

TEST(CodedWord, LettersAreNumberedByTheAlphabet) {
  const CodedWord word = code_word("абпряа-");
  ASSERT_EQ(word.size, 7);
  EXPECT_EQ(word[0], 1);
  EXPECT_EQ(word[1], 2);
  EXPECT_EQ(word[2], 16);
  EXPECT_EQ(word[3], 17);
  EXPECT_EQ(word[4], 32);
  EXPECT_EQ(word[6], CodedWord::kHyphen);
  EXPECT_EQ(code_letter("3"), CodedWord::kDigit0 + 3);
}

TEST(CodedWord, AnyBytesAreCodedWithinTheBounds) {
  for (const std::string& bytes :
       {std::string("\xD0"), std::string("\xFF\xFE\xD1"), std::string(), std::string(500, 'q'),
        std::string("日本語"), std::string("\0x", 2)}) {
    const CodedWord word = code_word(bytes);
    EXPECT_LE(word.size, CodedWord::kMost);
    for (const LetterCode letter : word) EXPECT_LT(letter, CodedWord::kEnd);
  }
  EXPECT_EQ(code_letter("ab"), CodedWord::kOther);
  EXPECT_EQ(code_letter(""), CodedWord::kOther);
}

}  // namespace
}  // namespace fonds
