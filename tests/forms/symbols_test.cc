// That readers read them is tried in tests/ingest/printed_sheet_test.cc.
#include "forms/symbols.h"

#include <gtest/gtest.h>

#include <numeric>

#include "base/error.h"

namespace fonds {
namespace {

TEST(Symbols, AQrCodeHasItsThreeFinders) {
  const QrSymbol symbol = qr_symbol("Дело 02-08");

  ASSERT_GE(symbol.side, 21);
  ASSERT_EQ(symbol.dark.size(), static_cast<std::size_t>(symbol.side * symbol.side));
  const auto finder = [&](int left, int top) {
    for (int i = 0; i < 7; ++i) {
      if (!symbol.at(left + i, top) || !symbol.at(left, top + i)) return false;
    }
    return !symbol.at(left + 1, top + 1) && symbol.at(left + 3, top + 3);
  };
  EXPECT_TRUE(finder(0, 0));
  EXPECT_TRUE(finder(symbol.side - 7, 0));
  EXPECT_TRUE(finder(0, symbol.side - 7));
  EXPECT_FALSE(finder(symbol.side - 7, symbol.side - 7));
}

TEST(Symbols, ATextTooLongForAQrCodeIsRefused) {
  EXPECT_NO_THROW(qr_symbol(std::string(1273, 'x')));
  EXPECT_THROW(qr_symbol(std::string(1274, 'x')), Error);
}

TEST(Symbols, Code128IsAsTheStandardWritesIt) {
  // Start B, 'A' (33), check (104 + 33) mod 103 = 34, stop.
  EXPECT_EQ(code128_widths("A"), (std::vector<int>{2, 1, 1, 2, 1, 4, 1, 1, 1, 3, 2, 3, 1,
                                                   3, 1, 1, 2, 3, 2, 3, 3, 1, 1, 1, 2}));
}

TEST(Symbols, EverySignIsElevenModulesWide) {
  for (char c = ' '; c <= '~'; ++c) {
    const auto widths = code128_widths(std::string(1, c));
    EXPECT_EQ(std::accumulate(widths.begin(), widths.end(), 0), 3 * 11 + 13) << c;
  }
}

TEST(Symbols, Code128HasNoCyrillicAndNoControlSigns) {
  for (const char* text : {"Дело", "a\n", "\x7F", "é"}) EXPECT_THROW(code128_widths(text), Error);
}

}  // namespace
}  // namespace fonds
