#include "forms/cover_form.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "forms/form_pdf.h"
#include "forms/read_pdf.h"

namespace fonds {
namespace {

using ::testing::HasSubstr;

/// Where the QR code stands.
bool has_code(const std::string& pdf) { return !PrintedPicture(pdf).is_empty(169, 256, 195, 282); }

CoverForm made_cover() {
  return {"Архив округа Придуманный",
          "МБУ ДО «Выдумка»",
          "Учебная часть",
          "02-05",
          1,
          "Протоколы заседаний аттестационной комиссии",
          CalendarDate{2024, 1, 12},
          CalendarDate{2024, 12, 28},
          121,
          "10 лет ЭК",
          {"17", "1", "204"},
          "FONDS:case:02-05:2024:1"};
}

TEST(CoverForm, HasEveryPartOfTheFormInItsOrder) {
  const Printing russian(Language::russian);

  const std::string pdf = printed_cover(made_cover()).pdf;

  expect_in_order(
      drawn_text_of(pdf),
      {"Архив округа Придуманный", "МБУ ДО «Выдумка»", "Учебная часть", "ДЕЛО № 02-05 ТОМ № 1",
       "Протоколы заседаний аттестационной комиссии", "12.01.2024–28.12.2024", "На 121 листе",
       "Хранить 10 лет ЭК", "Ф. № 17", "Оп. № 1", "Д. № 204"});
  EXPECT_EQ(pages_of(pdf).size(), 1U);
  EXPECT_THAT(sheet_of(pdf), HasSubstr("595.276 x 841.89 pts (A4)"));
  EXPECT_TRUE(has_code(pdf));
}

TEST(CoverForm, TheNumberOfSheetsAgreesWithItsNoun) {
  const Printing russian(Language::russian);
  CoverForm made = made_cover();
  for (const auto& [sheets, text] : std::vector<std::pair<int, const char*>>{
           {1, "На 1 листе"}, {2, "На 2 листах"}, {11, "На 11 листах"}, {250, "На 250 листах"}}) {
    made.sheets = sheets;
    EXPECT_THAT(all_text_of(printed_cover(made).pdf), HasSubstr(text));
  }
}

TEST(CoverForm, WhatIsNotKnownIsALineWithWhatBelongsThere) {
  const Printing russian(Language::russian);

  const std::string pdf = printed_cover({}).pdf;

  expect_in_order(drawn_text_of(pdf),
                  {"наименование архива", "наименование организации", "наименование подразделения",
                   "ДЕЛО № ____", "ТОМ № ____", "заголовок дела", "крайние даты", "На ____",
                   "листах", "Хранить ____", "Ф. № ____", "Оп. № ____", "Д. № ____"});
  EXPECT_FALSE(has_code(pdf));
}

TEST(CoverForm, OfAVolumeThatIsOpenTheFirstDayIsKnown) {
  const Printing russian(Language::russian);
  CoverForm made = made_cover();
  made.last_day.reset();
  made.sheets.reset();

  expect_in_order(drawn_text_of(printed_cover(made).pdf), {"12.01.2024–____", "На ____", "листах"});
}

TEST(CoverForm, ALongTitleIsWholeOnOneSheetAndRunsIntoNothing) {
  const Printing russian(Language::russian);
  CoverForm made = made_cover();
  made.title.clear();
  for (int i = 1; i <= 150; ++i) made.title += fmt::format("слово{:03} ", i);

  const std::string pdf = printed_cover(made).pdf;
  const std::string text = drawn_text_of(pdf);

  for (int i = 1; i <= 150; ++i) EXPECT_EQ(times(text, fmt::format("слово{:03}", i)), 1U) << i;
  EXPECT_EQ(pages_of(pdf).size(), 1U);
  EXPECT_TRUE(PrintedPicture(pdf).is_empty(25, 183, 195, 189)) << "between title and dates";
}

TEST(CoverForm, TextsWithoutEndAreCutAndSayIt) {
  const Printing russian(Language::russian);
  CoverForm made = made_cover();
  for (std::string* text : {&made.archive, &made.institution, &made.department, &made.title,
                            &made.period, &made.index}) {
    for (int i = 1; i <= 3000; ++i) *text += " длинное";
  }
  made.code = "x";

  const std::string pdf = printed_cover(made).pdf;

  EXPECT_EQ(pages_of(pdf).size(), 1U);
  EXPECT_EQ(times(all_text_of(pdf), "…"), 6U);
  EXPECT_LE(farthest(pdf, "xMax"), kSheetWidth - 14);
  EXPECT_LE(farthest(pdf, "yMax"), kSheetHeight - 10);
}

}  // namespace
}  // namespace fonds
