#include "pdf/glyphless_font.h"

#include <gmock/gmock.h>

namespace fonds {
namespace {

using namespace std::string_literals;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

TEST(GlyphlessFont, ACodeMeansTheSameCharacterInTheWholeDocument) {
  GlyphlessFont font;

  EXPECT_THAT(font.encode("мама"), ElementsAre(1, 2, 1, 2));
  EXPECT_THAT(font.encode("ам"), ElementsAre(2, 1));
  EXPECT_EQ(font.space(), 3);
  EXPECT_EQ(font.space(), 3);
}

TEST(GlyphlessFont, IsUnusedUntilSomethingIsWritten) {
  GlyphlessFont font;
  EXPECT_FALSE(font.used());

  font.encode("\x01\x02");
  EXPECT_FALSE(font.used());

  font.encode("a");
  EXPECT_TRUE(font.used());
}

TEST(GlyphlessFont, LeavesOutWhatNoPdfAMayName) {
  GlyphlessFont font;

  EXPECT_THAT(font.encode("\0\x1F\x7F"s), IsEmpty());
  EXPECT_THAT(font.encode("\xC2\x80\xC2\x9F"), IsEmpty());          // U+0080, U+009F
  EXPECT_THAT(font.encode("\xEF\xBB\xBF"), IsEmpty());              // U+FEFF
  EXPECT_THAT(font.encode("\xEF\xBF\xBE\xEF\xBF\xBF"), IsEmpty());  // U+FFFE, U+FFFF
  EXPECT_THAT(font.encode("\xF0\x9F\xBF\xBE"), IsEmpty());          // U+1FFFE
}

TEST(GlyphlessFont, MapsCharactersBeyondTheFirstPlaneToPairs) {
  GlyphlessFont font;
  font.encode("\xF0\x9F\x8E\x93ё");

  EXPECT_THAT(font.to_unicode(), HasSubstr("<0001> <D83CDF93>\n"));
  EXPECT_THAT(font.to_unicode(), HasSubstr("<0002> <0451>\n"));
}

TEST(GlyphlessFont, WritesBlocksOfAtMostAHundredMeanings) {
  GlyphlessFont font;
  std::string text;
  for (int i = 0; i < 150; ++i) {
    text += {static_cast<char>(0xE4), static_cast<char>(0xB8 + i / 64),
             static_cast<char>(0x80 + i % 64)};
  }
  font.encode(text);

  EXPECT_THAT(font.to_unicode(), HasSubstr("100 beginbfchar"));
  EXPECT_THAT(font.to_unicode(), HasSubstr("50 beginbfchar"));
  EXPECT_THAT(font.to_unicode(), Not(HasSubstr("150 beginbfchar")));
}

TEST(GlyphlessFont, SurvivesMoreCharactersThanItHasCodes) {
  GlyphlessFont font;
  for (unsigned c = 0x10000; c < 0x10000 + 70'000; ++c) {
    const std::string character{
        static_cast<char>(0xF0 | c >> 18), static_cast<char>(0x80 | (c >> 12 & 0x3F)),
        static_cast<char>(0x80 | (c >> 6 & 0x3F)), static_cast<char>(0x80 | (c & 0x3F))};
    font.encode(character);
  }

  const auto codes = font.encode("\xF1\x80\x80\x80");  // U+40000, met late

  EXPECT_THAT(font.to_unicode(), HasSubstr("<FFFD>"));
  EXPECT_THAT(codes, ElementsAre(font.encode("\xEF\xBF\xBD").front()));
}

TEST(GlyphlessFont, SendsEveryCodeToTheOneEmptyGlyph) {
  GlyphlessFont font;
  font.encode("абв");

  EXPECT_EQ(font.code_to_glyph(), "\0\0\0\1\0\1\0\1"s);
}

TEST(GlyphlessFont, ProgramIsATrueTypeFileWithRightSums) {
  const std::string file = GlyphlessFont::program();

  std::uint32_t sum = 0;
  ASSERT_EQ(file.size() % 4, 0U);
  for (std::size_t i = 0; i < file.size(); ++i) {
    sum += static_cast<std::uint32_t>(static_cast<unsigned char>(file[i])) << (24 - 8 * (i % 4));
  }
  EXPECT_EQ(sum, 0xB1B0AFBAU);  // OpenType, table head: checkSumAdjustment
  EXPECT_EQ(file.substr(0, 4), "\0\1\0\0"s);
  for (const char* table : {"cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name"}) {
    EXPECT_THAT(file.substr(0, 200), HasSubstr(table));
  }
}

}  // namespace
}  // namespace fonds
