#include "ingest/fields_date.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "paper_fields.h"

namespace fonds {
namespace {

struct Case {
  const char* text;
  const char* date;
};

const std::string kAward = "ДИПЛОМ\nнаграждается\nКравец Тимофей Ильич\nза 1 место\n";

TEST(FieldsDate, TheDateNearTheSignatureOrThePlaceIsThePapers) {
  const std::vector<Case> cases{
      {"Директор ЦДТ\nИ.И. Лось\nст. Луговая, «15» апреля 2024 г.", "2024-04-15"},
      {"Директор ЦДТ И.И. Лось 15.04.2024", "2024-04-15"},
      {"г. Сочи, 12-14 апреля 2024 г.", "2024-04-12/2024-04-14"},
      {"май 2024 г.", "2024-05"},
      {"2023 год", "2023"},
      {"Приказ УО от 12.04.2024 № 218\nст. Луговая, «15» апреля 2024 г.", "2024-04-15"},
      {"«16» апреля 2024 г.\nПриказ УО от 12.04.2024 № 64", "2024-04-16"},
      {"12.04.2013 г.р.\nДиректор\n15.04.2024", "2024-04-15"},
      {"родился 15 мая 2010 года\nДиректор\n15.04.2024", "2024-04-15"},
      {"обучался с 01.09.2022 по 31.05.2024\nДата выдачи: 03.06.2024", "2024-06-03"},
      {"Лицензия № 123 от 12.02.2018\n03.06.2024", "2024-06-03"},
      {"Тираж 500 экз. Подписано в печать 12.01.2020\n03.06.2024", "2024-06-03"},
      {"Решение аттестационной комиссии от 24.05.2024, протокол № 3\n31.05.2024", "2024-05-31"},
      {"Действителен до 26.04.2026\nДата выдачи «30» апреля 2024 г.", "2024-04-30"},
      {"конкурс проходил 10 марта 2024 года\nг. Сочи, 20 марта 2024 года", "2024-03-20"},
  };
  for (const Case& each : cases) {
    EXPECT_EQ(said(reading_of(kAward + each.text).date), each.date) << each.text;
  }
}

TEST(FieldsDate, DatesOfOtherThingsAreNotThePapers) {
  for (const char* text :
       {"05.09.2010 года рождения", "12.04.2013 г.р.", "дата рождения: 12 апреля 2013 г.",
        "Приказ от 12.04.2024 № 218", "Лицензия № 5 от 12.02.2018",
        "обучался с 01.09.2022 по 31.05.2024", "Федеральный закон от 27.07.2006 № 152-ФЗ",
        "Подписано в печать 12.01.2020", "Действителен до 26.04.2026", "2023/2024 учебный год",
        "протокол от 24.05.2024 № 3", "паспорт 0300 000000 выдан 12.03.2010", "12.04", "15 лет"}) {
    EXPECT_EQ(said(reading_of(kAward + text).date), "?") << text;
  }
}

TEST(FieldsDate, UnderTheTitleOfMinutesAndOrders) {
  EXPECT_EQ(
      said(reading_of("ПРОТОКОЛ № 3\nзаседания аттестационной комиссии\nот 24.05.2024\n"
                      "Повестка: итоги\n1 Седых Любовь 12.02.2012\n2 Лысенко Пётр 11.03.2012\n"
                      "Копия верна. Методист Лось 10.09.2024")
               .date),
      "2024-05-24");
  EXPECT_EQ(said(reading_of("П Р И К А З\n15.09.2023 № 112-од\nО зачислении\nПРИКАЗЫВАЮ:\n"
                            "1. Зачислить с 16 сентября 2023 года Лося Ивана, 04.06.2013 г.р.\n"
                            "Директор Н.Р. Кедрин")
                     .date),
            "2023-09-15");
}

TEST(FieldsDate, ARegisterOfLessonsHasNoDateOfItsOwn) {
  EXPECT_EQ(
      said(reading_of("ЖУРНАЛ\nучета работы объединения\n«Акварель»\nна 2023/2024 учебный год\n"
                      "Дата Содержание занятий Часы\n02.11 Пейзаж 2\n04.11 Натюрморт 2")
               .date),
      "?");
}

TEST(FieldsDate, ApplicationsEndWithTheirDate) {
  EXPECT_EQ(
      said(reading_of("Директору ЦДТ\nот Лысенко О.А., матери Лысенко Петра, 12.02.2013 г.р.\n"
                      "ЗАЯВЛЕНИЕ\nПрошу выдать сведения за 2022-2024 гг.\n03.06.2024 (подпись)")
               .date),
      "2024-06-03");
}

TEST(FieldsDate, SaysWhyAndWhere) {
  const auto date = reading_of(kAward + "ст. Луговая, 15 апреля 2024 г.").date;
  ASSERT_TRUE(date.source);
  EXPECT_EQ(date.source->page, 1);
  EXPECT_EQ(date.value->raw, "15 апреля 2024 г.");
  EXPECT_FALSE(date.reasons.empty());
  EXPECT_GT(date.confidence, 0.8);
}

TEST(FieldsDate, WhatIsReadBadlyIsLessSure) {
  EXPECT_GT(reading_of(kAward + "15.04.2024", 0.95).date.confidence,
            reading_of(kAward + "15.04.2024", 0.3).date.confidence);
}

}  // namespace
}  // namespace fonds
