#include "base/pattern.h"

#include <gtest/gtest.h>

#include <string>

#include "base/error.h"

namespace fonds {
namespace {

TEST(Pattern, OffsetsAreBytesOfTheUtf8Text) {
  const std::string text = "рег. № 147 от 15.05.2024";
  const Pattern number("№\\s*(\\d+)");

  const auto found = number.find(PatternText(text));

  ASSERT_TRUE(found);
  EXPECT_EQ(found->whole.of(text), "№ 147");
  EXPECT_EQ(found->groups.at(1)->of(text), "147");
}

TEST(Pattern, LooksOnFromTheByteItIsGiven) {
  const std::string text = "№ 1, № 2";
  const Pattern number("№\\s*(\\d+)");
  const PatternText ready(text);

  const auto first = number.find(ready);
  const auto second = number.find(ready, first->whole.end);

  EXPECT_EQ(second->groups.at(1)->of(text), "2");
  EXPECT_FALSE(number.find(ready, second->whole.end));
  EXPECT_FALSE(number.find(ready, 1000));
}

TEST(Pattern, AGroupThatTookNoPartIsNothing) {
  const Pattern pattern("(а)|(?<second>б)");
  const std::string text = "б";

  const auto found = pattern.find(PatternText(text));

  EXPECT_FALSE(found->groups.at(1));
  EXPECT_EQ(found->groups.at(pattern.group("second"))->of(text), "б");
  EXPECT_THROW((void)pattern.group("third"), Error);
}

TEST(Pattern, FindsAllInOrderAndNoMoreThanAsked) {
  const std::string text = "12 и 34\n56";
  const Pattern digits("^\\d+|\\d+$");
  EXPECT_EQ(digits.find_all(PatternText(text)).size(), 3U);
  EXPECT_EQ(digits.find_all(PatternText(text), 2).size(), 2U);
  EXPECT_TRUE(digits.find_all(PatternText("")).empty());
}

TEST(Pattern, MatchesOnlyTheWholeText) {
  const Pattern index("\\d{2}-\\d{2}");
  EXPECT_TRUE(index.matches("02-05"));
  EXPECT_FALSE(index.matches("02-051"));
  EXPECT_FALSE(index.matches(""));
}

TEST(Pattern, AnExpressionThatCannotBeReadIsNamed) {
  try {
    const Pattern broken("(дата");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.fault(), Fault::usage);
    EXPECT_NE(std::string(error.what()).find("(дата"), std::string::npos);
  }
}

TEST(Pattern, TextThatWouldTakeForEverIsNoMatch) {
  const Pattern evil("(а+)+б");
  EXPECT_FALSE(evil.find(PatternText(std::string("а") + std::string(4000, 'x'))));
  std::string many;
  for (int i = 0; i < 60; ++i) many += "а";
  EXPECT_FALSE(evil.find(PatternText(many + "в")));
}

TEST(Pattern, IllFormedTextKeepsItsOffsets) {
  const std::string text = "\xFF\xFEдата";
  const auto found = Pattern("дата").find(PatternText(text));
  ASSERT_TRUE(found);
  EXPECT_EQ(found->whole.of(text), "дата");
}

}  // namespace
}  // namespace fonds
