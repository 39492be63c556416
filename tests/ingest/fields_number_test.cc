#include "ingest/fields_number.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "paper_fields.h"

namespace fonds {
namespace {

struct Case {
  const char* text;
  const char* number;
};

TEST(FieldsNumber, ThePapersOwnNumber) {
  const std::vector<Case> cases{
      {"СЕРТИФИКАТ № 24-0317\nподтверждает, что\nШевченко Лев", "24-0317"},
      {"СВИДЕТЕЛЬСТВО\nРегистрационный № 147\nвыдано", "147"},
      {"ДИПЛОМ\nнаграждается Ткач Анна\nМАОУ СОШ № 10\nза 2 место\nрег. № 479", "479"},
      {"ДИПЛОМ\n№ 22-0170\nприсуждается\nученику МБОУ ООШ № 14", "22-0170"},
      {"ДИПЛОМ\nСерия ДО № 003311\nНАГРАЖДАЕТСЯ\nученица МАОУ СОШ № 10", "ДО 003311"},
      {"ДИПЛОМ\nнаграждается Ткач Анна\nПриказ УО от 12.04.2024 № 64\n№ К-1005/25", "К-1005/25"},
      {"УДОСТОВЕРЕНИЕ № 1782\nПриказ от 26.04.2024 № 44-с", "1782"},
      {"ПРОТОКОЛ № 3\nзаседания аттестационной комиссии\nгруппа № 2", "3"},
      {"ПРОТОКОЛ\nзаседания аттестационной комиссии\nот 24.05.2024 № 8/5", "8/5"},
      {"Выписка из протокола жюри муниципального этапа от 28.11.2023 № 5: 1 место", "5"},
      {"П Р И К А З\n15.09.2023 № 112-од\nПРИКАЗЫВАЮ:\nшколы № 3", "112-од"},
  };
  for (const Case& each : cases) {
    EXPECT_EQ(said(reading_of(each.text).number), each.number) << each.text;
  }
}

TEST(FieldsNumber, NumbersOfOtherThingsAreNotThePapers) {
  const std::string award = "ДИПЛОМ\nнаграждается Ткач Анна\n";
  for (const char* text : {"ученица МАОУ СОШ № 10",
                           "МБДОУ детский сад № 5 «Колобок»",
                           "гимназия имени Пушкина № 5",
                           "средней общеобразовательной школы\n№ 5 города Сочи",
                           "группа № 2",
                           "категория № 3",
                           "Приказ УО от 12.04.2024 № 64",
                           "Приказ № 64 от 12.04.2024",
                           "Решение аттестационной комиссии, протокол № 3",
                           "Лицензия № 1234 от 12.04.2019",
                           "Закон от 27.07.2006 № 152-ФЗ",
                           "Тираж 500. Заказ № 1234",
                           "а/я № 15",
                           "класс № 7",
                           "филиал № 2",
                           "ДДТ № 3",
                           "возрастная группа № 1",
                           "кабинет № 12",
                           "Дело № 02-14",
                           "в составе команды № 4",
                           "за работу № 17"}) {
    EXPECT_EQ(said(reading_of(award + text).number), "?") << text;
  }
}

TEST(FieldsNumber, RowsOfMinutesAreNotTheirNumber) {
  EXPECT_EQ(said(reading_of("ПРОТОКОЛ\nзаседания аттестационной комиссии\nот 24.05.2024\nПовестка\n"
                            "Слушали\nРешили\nвыдать свидетельства № 15")
                     .number),
            "?");
}

TEST(FieldsNumber, TheOrderItRestsOn) {
  const std::string award = "ДИПЛОМ\nнаграждается Ткач Анна\n";
  EXPECT_EQ(said(reading_of(award + "Приказ УО от 12.04.2024 № 218").order), "218");
  EXPECT_EQ(said(reading_of(award + "приказ № 87-од от 15.05.2024").order), "87-од");
  EXPECT_EQ(
      said(
          reading_of(award + "Основание: приказ управления образования\nот 15.05.2024 № 87").order),
      "87");
  for (const char* text : {"№ 24-0317", "Приказ директора", "приказом", "протокол № 3",
                           "Приказ от 12.04.2024\nстрока\nстрока\n№ 15"}) {
    EXPECT_EQ(said(reading_of(award + text).order), "?") << text;
  }
}

}  // namespace
}  // namespace fonds
