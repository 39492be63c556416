#include "ingest/cell_format.h"

#include <gtest/gtest.h>

#include <limits>

namespace fonds {
namespace {

TEST(CellFormat, NumbersHaveTheDigitsNeeded) {
  EXPECT_EQ(text_of_number(5, 0, ""), "5");
  EXPECT_EQ(text_of_number(-5, 1, ""), "-5");
  EXPECT_EQ(text_of_number(0.1 + 0.2, 0, "General"), "0.3");
  EXPECT_EQ(text_of_number(89991234567, 0, ""), "89991234567");
  EXPECT_EQ(text_of_number(7, 165, "000"), "007");
  EXPECT_EQ(text_of_number(std::numeric_limits<double>::quiet_NaN(), 14, ""), "");
}

TEST(CellFormat, ADateIsTheCountOfDaysUnderAFormatOfDates) {
  EXPECT_EQ(text_of_number(40980, 14, ""), "2012-03-12");
  EXPECT_EQ(text_of_number(40980, 164, "dd\\.mm\\.yyyy"), "2012-03-12");
  EXPECT_EQ(text_of_number(40980, 164, "[$-FC19]dd mmmm yyyy\\ \"г.\";@"), "2012-03-12");
  EXPECT_EQ(text_of_number(40980.75, 22, ""), "2012-03-12 18:00");
  EXPECT_EQ(text_of_number(39518, 14, "", {1904, 1, 1}), "2012-03-12");
}

TEST(CellFormat, WordsAndColoursInAFormatMakeNoDate) {
  EXPECT_EQ(text_of_number(40980, 164, "0 \"day\""), "40980");
  EXPECT_EQ(text_of_number(40980, 164, "[Red]0\\d"), "40980");
  EXPECT_EQ(text_of_number(40980, 164, "#,##0.00"), "40980");
  EXPECT_EQ(shown_by(164, "0.00E+00"), NumberShows::number);
}

TEST(CellFormat, ATimeOfDayIsATime) {
  EXPECT_EQ(text_of_number(0.75, 20, ""), "18:00");
  EXPECT_EQ(text_of_number(1.5, 164, "[h]:mm"), "36:00");
  EXPECT_EQ(shown_by(164, "mmm yy"), NumberShows::date);
}

TEST(CellFormat, TheDayExcelInventedMovesNoOther) {
  EXPECT_EQ(text_of_number(1, 14, ""), "1900-01-01");
  EXPECT_EQ(text_of_number(59, 14, ""), "1900-02-28");
  EXPECT_EQ(text_of_number(61, 14, ""), "1900-03-01");
}

TEST(CellFormat, WhatIsNoDayStaysANumber) {
  EXPECT_EQ(text_of_number(-1, 14, ""), "-1");
  EXPECT_EQ(text_of_number(1e12, 14, ""), "1000000000000");
  EXPECT_EQ(text_of_number(1e300, 14, ""), "1e+300");
}

}  // namespace
}  // namespace fonds
