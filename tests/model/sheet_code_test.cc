#include "model/sheet_code.h"

#include <gtest/gtest.h>

#include <random>

namespace fonds {
namespace {

SheetCode full_sheet() {
  return {SheetKind::case_sheet, "02-08", 2024, "Студия «Ёлка; 100 %»", 25};
}

TEST(SheetCode, WhatIsPrintedIsReadBack) {
  EXPECT_EQ(sheet_code_from(to_text(full_sheet())), full_sheet());
  for (const SheetKind kind : {SheetKind::separator, SheetKind::cover, SheetKind::case_sheet}) {
    const SheetCode code{kind, "", {}, "", {}};
    EXPECT_EQ(sheet_code_from(to_text(code)), code);
  }
}

TEST(SheetCode, TheTextOfAPrintedSheetNeverChanges) {
  // Sheets lie printed in drawers for years: this text must be readable for ever.
  EXPECT_EQ(to_text({SheetKind::case_sheet, "02-08", 2024, "Мир", 25}),
            "FONDS1;T=case;CASE=02-08;YEAR=2024;COLL=%D0%9C%D0%B8%D1%80;N=25");
  EXPECT_EQ(to_text(SheetCode{}), "FONDS1;T=separator");
}

TEST(SheetCode, OnlyASeparatorThatSaysNothingIsBare) {
  EXPECT_TRUE(SheetCode{}.is_bare());
  EXPECT_FALSE((SheetCode{SheetKind::cover, "", {}, "", {}}).is_bare());
  EXPECT_FALSE((SheetCode{SheetKind::separator, "02-08", {}, "", {}}).is_bare());
  EXPECT_FALSE((SheetCode{SheetKind::separator, "", {}, "", 1}).is_bare());
}

TEST(SheetCode, AnythingElseIsNoSheet) {
  for (const char* text : {
           "",
           "FONDS1",
           "FONDS1;",
           "FONDS1;T=",
           "FONDS1;T=act",
           "FONDS2;T=case",
           "fonds1;T=case",
           "FONDS1;CASE=02-08;T=case",
           "FONDS1;T=case;",
           "FONDS1;T=case;CASE",
           "FONDS1;T=case;CASE=",
           "FONDS1;T=case;CASE=02",
           "FONDS1;T=case;CASE=02-08;CASE=02-09",
           "FONDS1;T=case;case=02-08",
           "FONDS1;T=case;YEAR=24",
           "FONDS1;T=case;YEAR=2024x",
           "FONDS1;T=case;YEAR=99999999999999",
           "FONDS1;T=case;N=0",
           "FONDS1;T=case;N=-5",
           "FONDS1;T=case;N=100001",
           "FONDS1;T=case;N=25;N=25",
           "FONDS1;T=case;COLL=",
           "FONDS1;T=case;COLL=%",
           "FONDS1;T=case;COLL=%4",
           "FONDS1;T=case;COLL=%GG",
           "FONDS1;T=case;COLL=%+1",
           "FONDS1;T=case;COLL=%FF%FE",
           "FONDS1;T=case;COLL=%0A",
           "FONDS1;T=case;COLL=%00",
           "FONDS1;T=case;COLL=a b",
           "FONDS1;T=case;COLL=Мир",
           "FONDS1;T=case;EXTRA=1",
           " FONDS1;T=case",
           "https://example.test/?FONDS1;T=case",
       }) {
    EXPECT_FALSE(sheet_code_from(text)) << text;
  }
  EXPECT_FALSE(sheet_code_from("FONDS1;T=case;COLL=" + std::string(201, 'a')));
  EXPECT_TRUE(sheet_code_from("FONDS1;T=case;COLL=" + std::string(200, 'a')));
  EXPECT_FALSE(sheet_code_from("FONDS1;T=case" + std::string(5000, ';')));
}

TEST(SheetCode, DamagedCodesAreRefusedOrSound) {
  const std::string whole = to_text(full_sheet());
  std::mt19937 random(7);
  for (int i = 0; i < 5000; ++i) {
    std::string damaged = whole;
    for (int k = 0; k < 2; ++k) damaged[random() % damaged.size()] = static_cast<char>(random());
    const auto code = sheet_code_from(damaged);
    if (!code) continue;
    EXPECT_EQ(sheet_code_from(to_text(*code)), *code) << damaged;
  }
}

TEST(SheetCode, WhatCannotBeSaidIsLeftOut) {
  SheetCode code = full_sheet();
  code.case_index = "02;N=7";
  code.collective = "two\nlines";

  EXPECT_EQ(to_text(code), "FONDS1;T=case;YEAR=2024;N=25");
}

TEST(SheetCode, EveryDashOfAnIndexBecomesOne) {
  EXPECT_EQ(case_index_from("02.08"), "02-08");
  EXPECT_EQ(case_index_from("02/08"), "02-08");
  EXPECT_EQ(case_index_from("02–08"), "02-08");
  EXPECT_EQ(case_index_from("01-02-11"), "01-02-11");
  for (const char* none : {"", "-", "02", "02-", "-02", "02--08", "02 08", "2024-1-1-1-1", "0208-1",
                           "02-08a", "а-02"}) {
    EXPECT_FALSE(case_index_from(none)) << none;
  }
}

}  // namespace
}  // namespace fonds
