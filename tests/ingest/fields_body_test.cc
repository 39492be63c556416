#include "ingest/fields_body.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "paper_fields.h"

namespace fonds {
namespace {

TEST(FieldsBody, TheCollectiveOfTheLearner) {
  const std::vector<std::pair<const char*, const char*>> cases{
      {"ДИПЛОМ\nТкач Анна\nобучающаяся объединения «Юный техник»", "Юный техник"},
      {"ДИПЛОМ\nнаграждается\nвокальный ансамбль «Капель» (средняя группа)", "Капель"},
      {"ГРАМОТА\nнаграждается воспитанница изостудии «Акварель»", "Акварель"},
      {"ДИПЛОМ\nкоманда «Винтики»\n(Лось Антон)", "Винтики"},
      {"ЖУРНАЛ\nучёта работы объединения\nв системе дополнительного образования\n«Казачок»\n"
       "группа № 2",
       "Казачок"},
      {"ПРОТОКОЛ № 4\nитоговой аттестации\nОбъединение: Палитра\nГруппа № 2", "Палитра"},
      {"ПРОТОКОЛ № 4\nитоговой аттестации\nобучающихся шахматного клуба «Ладья», группа № 1",
       "Ладья"},
  };
  for (const auto& [text, collective] : cases) {
    EXPECT_EQ(said(reading_of(text).collective), collective) << text;
  }
}

TEST(FieldsBody, OtherTitlesAreNoCollectives) {
  const std::string diploma = "ДИПЛОМ\nнаграждается Ткач Анна\n";
  for (const char* text : {"в конкурсе «Краски осени»", "программа «Акварель»",
                           "МБОУ ДО «Центр «Радуга»»", "конкурс театральных коллективов «Маска»",
                           "объединения нашего центра", "номинация «Хор»", "школа «Юность»"}) {
    EXPECT_EQ(said(reading_of(diploma + text).collective), "?") << text;
  }
}

TEST(FieldsBody, TheIssuerHeadsThePaperOrSigns) {
  EXPECT_EQ(said(reading_of("Министерство образования\nЗаречинской области\nГБУ ДО «Центр роста»\n"
                            "ДИПЛОМ\nнаграждается Ткач Анна")
                     .issuer),
            "ГБУ ДО «Центр роста»");
  EXPECT_EQ(
      said(
          reading_of("Управление образования администрации\nЯснополянского района\nДИПЛОМ").issuer),
      "Управление образования администрации Яснополянского района");
  EXPECT_EQ(
      said(reading_of("ДИПЛОМ\nнаграждается Ткач Анна\nДиректор МБОУ ДО ЦДТ\nИ.И. Лось").issuer),
      "МБОУ ДО ЦДТ");
  EXPECT_EQ(said(reading_of("ДИПЛОМ\nнаграждается Ткач Анна\nДиректор Лось И.И.").issuer), "?");
}

}  // namespace
}  // namespace fonds
