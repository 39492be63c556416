#include "forms/form_words.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "forms/read_pdf.h"

namespace fonds {
namespace {

TEST(FormWords, WhatIsEmptyIsALineToWriteOn) {
  EXPECT_EQ(or_blank(std::string("12")), "12");
  EXPECT_EQ(or_blank(std::string()), "__________");
  EXPECT_EQ(or_blank(std::optional<CalendarDate>()), "__________");
  EXPECT_EQ(or_long_blank("12"), "12");
  EXPECT_EQ(or_long_blank(""), std::string(40, '_'));
  EXPECT_EQ(year_or_blank(2024), "2024");
  EXPECT_EQ(year_or_blank(0), "__________");
}

TEST(FormWords, APaperIsNamedByItsDayAndNumber) {
  const Printing russian(Language::russian);
  const FormPaper paper{CalendarDate{2026, 12, 25}, "12"};

  EXPECT_EQ(of_paper(paper), "от 25.12.2026 № 12");
  EXPECT_EQ(day_and_number(paper), "25.12.2026 № 12");
  EXPECT_EQ(of_paper({}), "от __________ № __________");
  EXPECT_EQ(day_and_number({}), "__________ № __________");
}

TEST(FormWords, APaperIsNamedInEnglish) {
  EXPECT_EQ(of_paper({CalendarDate{2026, 12, 25}, "12"}), "No. 12 of 2026-12-25");
}

TEST(FormWords, AVolumeIsNamedByIndexYearAndNumber) {
  const Printing russian(Language::russian);

  EXPECT_EQ(name_of(FormVolume{"02-05", 2024, 1}), "02-05 за 2024 год, том 1");
  EXPECT_EQ(name_of(FormVolume{"02-05", 2024, 0}), "02-05 за 2024 год");
  EXPECT_EQ(name_of(FormVolume{"", 2024, 0}), "__________ за 2024 год");
  EXPECT_EQ(name_of(FormVolume{"02-05", 0, 0}), "02-05 за __________ год");
}

TEST(FormWords, YearsAreOneOrSeveral) {
  const Printing russian(Language::russian);

  EXPECT_EQ(for_years({2018, 2018}), "за 2018 год");
  EXPECT_EQ(for_years({2015, 2018}), "за 2015–2018 годы");
  EXPECT_EQ(for_years({2015, 0}), "за 2015–__________ годы");
  EXPECT_EQ(for_years({}), "за __________ годы");
}

TEST(FormWords, ExtremeDatesAreTheFirstAndTheLast) {
  const Printing russian(Language::russian);
  const CalendarDate first{2024, 1, 12};
  const CalendarDate last{2024, 12, 28};

  EXPECT_EQ(extreme_dates(first, last), "12.01.2024–28.12.2024");
  EXPECT_EQ(extreme_dates(first, first), "12.01.2024");
  EXPECT_EQ(extreme_dates(first, std::nullopt), "12.01.2024–__________");
  EXPECT_EQ(extreme_dates(std::nullopt, last), "__________–28.12.2024");
  EXPECT_EQ(extreme_dates(std::nullopt, std::nullopt), "");
}

}  // namespace
}  // namespace fonds
