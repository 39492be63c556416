#include "ingest/date_forms.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "sample_paper.h"

namespace fonds {
namespace {

std::vector<std::string> dates_of(const std::string& text) {
  std::vector<std::string> dates;
  for (const PrintedDate& date : date_forms(PaperText(paper_of(text)))) {
    dates.push_back(to_text(date.date));
  }
  return dates;
}

using Dates = std::vector<std::string>;

struct Case {
  const char* text;
  Dates dates;
};

TEST(DateForms, ReadsEveryWayADateIsWritten) {
  const std::vector<Case> cases{
      {"«15» мая 2024 г.", {"2024-05-15"}},
      {"15 мая 2024 года", {"2024-05-15"}},
      {"15.05.2024", {"2024-05-15"}},
      {"15.05.24 г.", {"2024-05-15"}},
      {"2024-05-15", {"2024-05-15"}},
      {"15/05/2024", {"2024-05-15"}},
      {"15. 05. 2024г.", {"2024-05-15"}},
      {"« 03 » февраля 2024 г.", {"2024-02-03"}},
      {"\"6\" ноября 2022 года", {"2022-11-06"}},
      {"1 сентября 99 г.", {"1999-09-01"}},
      {"15 мая 20 24 г.", {"2024-05-15"}},
      {"май 2024", {"2024-05"}},
      {"Октябрь, 2022 год", {"2022-10"}},
      {"в марте 2023 года", {"2023-03"}},
      {"2023 год", {"2023"}},
      {"Сочи, 2024", {"2024"}},
      {"2024 г.", {"2024"}},
      {"25.II.2024", {"2024-02-25"}},
      {"25.I1.2024", {"2024-11-25"}},
      {"1.XII.1999 г.", {"1999-12-01"}},
      {"24 мая 20]9 г.", {"2019-05-24"}},
      {"29.042022", {"2022-04-29"}},
      {"2904.2022 г.", {"2022-04-29"}},
      {"21.05.202,4.", {"2024-05-21"}},
      {"16 марта 20241 г.", {"2024-03-16"}},
      {"51 мая 2024 года", {"2024-05-31"}},
      {"80.04.2024", {"2024-04-30"}},
      {"19102024", {"2024-10-19"}},
      {"« 12 » 05. 2024 г.", {"2024-05-12"}},
      {"May 12, 2024", {"2024-05-12"}},
      {"12 May 2024", {"2024-05-12"}},
      {"г. Лунёво – 2024", {"2024"}},
      {"28.04.–03.05.2024", {"2024-04-28/2024-05-03"}},
      {"18 ноября 20235 г.", {"2023-11-18"}},
      {"от «_15_» ___мая___ 2024 г.", {"2024-05-15"}},
      {"«15» ______ мая ______ 20_24_ г.", {"2024-05-15"}},
      {"от «_05_» __04__ 202З г.", {"2023-04-05"}},
      {"«_О5_» __О4__ 2023 г.", {"2023-04-05"}},
      {"\"15\" 05 2024 г.", {"2024-05-15"}},
  };
  for (const Case& each : cases) EXPECT_EQ(dates_of(each.text), each.dates) << each.text;
}

TEST(DateForms, ReadsRanges) {
  const std::vector<Case> cases{
      {"12-14 апреля 2024 г.", {"2024-04-12/2024-04-14"}},
      {"12, 13 и 14 апреля 2024", {"2024-04-12/2024-04-14"}},
      {"класс 9-2, 12 октября 2023 года", {"2023-10-12"}},
      {"класс 2,\n12 октября 2023 года", {"2023-10-12"}},
      {"12 – 14 апреля 2024 г.", {"2024-04-12/2024-04-14"}},
      {"с 12 по 14 апреля 2024 года", {"2024-04-12/2024-04-14"}},
      {"28 апреля - 3 мая 2024", {"2024-04-28/2024-05-03"}},
      {"28 декабря 2023 г. – 3 января 2024 г.", {"2023-12-28/2024-01-03"}},
      {"12.04.2024 - 14.04.2024", {"2024-04-12/2024-04-14"}},
      {"12.04 - 14.04.2024", {"2024-04-12/2024-04-14"}},
      {"12-14.04.2024", {"2024-04-12/2024-04-14"}},
      {"10, 11 и 12 апреля 2024 г.", {"2024-04-10/2024-04-12"}},
  };
  for (const Case& each : cases) EXPECT_EQ(dates_of(each.text), each.dates) << each.text;
}

TEST(DateForms, BearsWhatTheRecogniserMisreads) {
  const std::vector<Case> cases{
      {"15 мая 2О24 г.", {"2024-05-15"}},    {"З мая 2024 г.", {"2024-05-03"}},
      {"I5 мая 202З г.", {"2023-05-15"}},    {"«ОЗ» февраля 2024", {"2024-02-03"}},
      {"15 апреяя 2024 г.", {"2024-04-15"}}, {"15 сентябпя 2024 г.", {"2024-09-15"}},
      {"l2 оkтября 2022", {"2022-10-12"}},   {"I6.06.2023", {"2023-06-16"}},
      {"15,05.2024", {"2024-05-15"}},        {"12/апреля 2021 г.", {"2021-04-12"}},
  };
  for (const Case& each : cases) EXPECT_EQ(dates_of(each.text), each.dates) << each.text;
}

TEST(DateForms, WhatWasMisreadIsLessSure) {
  const auto sureness = [](const char* text) {
    return date_forms(PaperText(paper_of(text))).at(0).sureness;
  };
  EXPECT_EQ(sureness("15 мая 2024 г."), 1);
  EXPECT_LT(sureness("15 мая 2О24 г."), 1);
  EXPECT_LT(sureness("15 сентябпя 2О24 г."), sureness("15 мая 2О24 г."));
}

TEST(DateForms, OtherThingsAreNoDates) {
  for (const char* text : {"31.02.2024",
                           "15 мая",
                           "15.05",
                           "Дело № 02-14",
                           "тел. 8-900-777-80-27",
                           "2023/2024 учебный год",
                           "2022-2024 гг.",
                           "№ 24-0317",
                           "в объеме 144 часа",
                           "00.00.0000",
                           "15.13.2024",
                           "12-14 лет",
                           "15 мара 1824",
                           "12.04.20245",
                           "1.04,38",
                           "10-12 класс 2024",
                           "ИНН 2304051224",
                           "15 мая 20",
                           "Приказ № 218",
                           "5 баллов 2024",
                           "Меридиан-2024"}) {
    EXPECT_EQ(dates_of(text), Dates{}) << text;
  }
}

TEST(DateForms, TheFirstOfAMonthIsNeverMadeUp) {
  const auto dates = date_forms(PaperText(paper_of("май 2024 г.")));
  ASSERT_EQ(dates.size(), 1u);
  EXPECT_EQ(dates[0].date.precision, DatePrecision::month);
  EXPECT_EQ(dates[0].date.raw, "май 2024 г.");
}

TEST(DateForms, AMonthWhoseDayWasLostIsDoubtful) {
  const auto sureness = [](const char* text) {
    return date_forms(PaperText(paper_of(text))).at(0).sureness;
  };
  EXPECT_LT(sureness("45 мая 2024"), 0.5);
  EXPECT_LT(sureness("мая 2024 года"), 0.5);
  EXPECT_EQ(sureness("май 2024"), 1);
}

TEST(DateForms, MonthsInEveryCase) {
  EXPECT_EQ(month_of("мая"), 5);
  EXPECT_EQ(month_of("июня"), 6);
  EXPECT_EQ(month_of("августе"), 8);
  EXPECT_EQ(month_of("декабрем"), 12);
  EXPECT_EQ(month_of("октнбря"), 10);
  for (const char* word : {"мал", "июпя", "год", "место", "", "ма", "класса"}) {
    EXPECT_FALSE(month_of(word)) << word;
  }
}

}  // namespace
}  // namespace fonds
