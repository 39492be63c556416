#include "pdf/win_ansi.h"

#include <gtest/gtest.h>

#include <set>

namespace fonds {
namespace {

TEST(WinAnsi, NamesTheGlyphOfACode) {
  EXPECT_EQ(win_ansi_name(' '), "space");
  EXPECT_EQ(win_ansi_name('0'), "zero");
  EXPECT_EQ(win_ansi_name('@'), "at");
  EXPECT_EQ(win_ansi_name('A'), "A");
  EXPECT_EQ(win_ansi_name('Z'), "Z");
  EXPECT_EQ(win_ansi_name('a'), "a");
  EXPECT_EQ(win_ansi_name('~'), "asciitilde");
  EXPECT_EQ(win_ansi_name(0x80), "Euro");
  EXPECT_EQ(win_ansi_name(0x96), "endash");
  EXPECT_EQ(win_ansi_name(0xA0), "space");
  EXPECT_EQ(win_ansi_name(0xAB), "guillemotleft");
  EXPECT_EQ(win_ansi_name(0xB5), "mu");
  EXPECT_EQ(win_ansi_name(0xC0), "Agrave");
  EXPECT_EQ(win_ansi_name(0xD7), "multiply");
  EXPECT_EQ(win_ansi_name(0xE9), "eacute");
  EXPECT_EQ(win_ansi_name(0xFF), "ydieresis");
}

TEST(WinAnsi, NoNameStandsForTwoCodesButThreeThatDo) {
  std::multiset<std::string_view> names;
  for (int code = 32; code < 256; ++code) names.insert(win_ansi_name(code));

  EXPECT_EQ(names.count("bullet"), 7U);  // 0x95, and what nobody defined
  EXPECT_EQ(names.count("space"), 2U);
  EXPECT_EQ(names.count("hyphen"), 2U);
  EXPECT_EQ(std::set(names.begin(), names.end()).size(), names.size() - 6 - 1 - 1);
}

TEST(WinAnsi, OtherCodesHaveNoName) {
  for (const int code : {-1, 0, 31, 256, 100'000}) EXPECT_EQ(win_ansi_name(code), "") << code;
}

}  // namespace
}  // namespace fonds
