#include "ingest/fields_place.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "paper_fields.h"

namespace fonds {
namespace {

std::string place_of(const std::string& text) {
  return said(reading_of("ДИПЛОМ\n" + text + "\nКравец Тимофей Ильич").place);
}

TEST(FieldsPlace, WhatWasWon) {
  const std::vector<std::pair<const char*, const char*>> cases{
      {"за 1 место в конкурсе", "1"},
      {"за II место в выставке", "2"},
      {"занявший 2-е место", "2"},
      {"занявшая третье место", "3"},
      {"Место: 2", "2"},
      {"I степени", "1 1"},
      {"2 степени", "2 2"},
      {"I степени\nза 1 место", "1 1"},
      {"лауреата II степени", "laureate 2"},
      {"Лауреат III премии", "laureate 3"},
      {"ЛАУРЕАТ\nI СТЕПЕНИ", "laureate 1"},
      {"лауреат конкурса", "laureate"},
      {"ДИПЛОМАНТА III степени", "diplomant 3"},
      {"ГРАН-ПРИ", "grand_prix"},
      {"Гран при", "grand_prix"},
      {"победителя муниципального этапа", "winner"},
      {"призёр конкурса чтецов", "prize"},
      {"победитель, 1 место", "1"},
      {"призёр (3 место)", "3"},
      {"специальный приз жюри", "special"},
      {"участник фестиваля", "participant"},
      {"принял(а) участие в олимпиаде", "participant"},
      {"за активное участие в конкурсе", "participant"},
      {"награждается золотой медалью", "1"},
      {"бронзовый призёр первенства", "3"},
      {"СЕРТИФИКАТ ДОКЛАДЧИКА", "participant"},
      {"принимала участие в игре\nМесто в школе: 2", "participant"},
      {"Всего баллов: 2\nМесто в районе: 11", "?"},
      {"звание «Лауреат II степени»", "laureate 2"},
      {"в конкурсе «Лауреат года»", "?"},
      {"номинация «Приз зрительских симпатий»", "special"},
      {"1 (первое) место", "1"},
      {"вице-чемпион города", "2"},
      {"победила в конкурсе чтецов", "winner"},
      {"за победу в конкурсе чтецов", "winner"},
      {"I МЕСГО", "1"},
      {"II СТЕЛЕНИ", "2 2"},
      {"ПОБЕЛИТЕЛЬ конкурса", "winner"},
      {"«Юный краевед» I ступени", "?"},
      {"за примерное поведение", "?"},
      {"свидетельствует об участии\nученика 8 класса", "participant"},
      {"Настоящий сертификат подтверждает участие в конкурсе", "participant"},
      {"прошла Всероссийский урок", "participant"},
      {"участник конкурса, занявший 3 место", "3"},
      {"за 2 призовое место", "2"},
      {"I общекомандное место", "1"},
  };
  for (const auto& [text, place] : cases) EXPECT_EQ(place_of(text), place) << text;
}

TEST(FieldsPlace, RomanNumeralsSurviveTheRecogniser) {
  const std::vector<std::pair<const char*, const char*>> cases{
      {"за П место в выставке", "2"},
      {"за 11 место в выставке", "2"},
      {"за Ш место в выставке", "3"},
      {"за ПI место в выставке", "3"},
      {"за 111 место в выставке", "3"},
      {"за l место в выставке", "1"},
      {"за | место в выставке", "1"},
      {"ЗА [МЕСТО", "1"},
      {"занявший З-е место", "3"},
      {"ЛАУРЕАТА Ш1 СТЕПЕНИ", "laureate 3"},
      {"за [[ место", "2"},
      {"П степени", "2 2"},
      {"Ш СТЕПЕНИ", "3 3"},
      {"лауреата П степени", "laureate 2"},
      {"лауреата IП степени", "laureate 3"},
      {"З степени", "3 3"},
      {"занявший Э место", "3"},
      {"за I I место", "2"},
      {"I I I степени", "3 3"},
      {"за1 место", "1"},
      {"зат-е место", "1"},
      {"КЛАУРЕАТ II СТЕПЕНИ", "laureate 2"},
      {"ауреат конкурса", "laureate"},
      {"ипломант II степени", "diplomant 2"},
      {"Гра ран-при", "grand_prix"},
  };
  for (const auto& [text, place] : cases) EXPECT_EQ(place_of(text), place) << text;
}

TEST(FieldsPlace, ResultsOfOthersAndOtherPlacesDoNotCount) {
  for (const char* text : {"за подготовку победителя краевого конкурса",
                           "подготовившему призёра олимпиады",
                           "место проведения: г. Лунёво",
                           "дата и место проведения",
                           "[место печати]",
                           "[ место для печати",
                           "по месту жительства",
                           "председатель жюри, лауреат премии",
                           "концертмейстер, лауреат конкурсов",
                           "кавалер ордена Славы III степени",
                           "учёной степени",
                           "в конкурсе «Я — победитель»",
                           "возраст участника 11 лет",
                           "среди участников",
                           "за 5 место в кроссе",
                           "10 место",
                           "зал место",
                           "рабочее место",
                           "Шестая степь",
                           "за отличную учёбу"}) {
    EXPECT_EQ(place_of(text), "?") << text;
  }
}

TEST(FieldsPlace, TwoPlacesOnOneSheetAreForAPerson) {
  EXPECT_EQ(place_of("за 1 место в беге и 3 место в прыжках"), "?");
}

TEST(FieldsPlace, ListsAndThanksHaveNone) {
  EXPECT_EQ(said(reading_of("ПРОТОКОЛ № 7\nзаседания жюри конкурса\n1 Лось Анна 1 место").place),
            "?");
  EXPECT_EQ(said(reading_of("БЛАГОДАРНОСТЬ\nОсиповой Н.В.\nза подготовку победителя").place), "?");
}

TEST(FieldsPlace, NumeralsAlone) {
  EXPECT_EQ(place_number("щ1"), 3);
  EXPECT_EQ(place_number("пп"), std::nullopt);
  EXPECT_EQ(place_number("з"), 3);
  EXPECT_EQ(place_number("i i"), 2);
  EXPECT_EQ(place_number("ii"), 2);
  EXPECT_EQ(place_number("iп"), 3);
  EXPECT_EQ(place_number("второе"), 2);
  EXPECT_EQ(place_number("iv"), 4);
  EXPECT_EQ(place_number("12"), 12);
  for (const char* word : {"", "абв", "место", "iiп1"}) EXPECT_FALSE(place_number(word)) << word;
}

}  // namespace
}  // namespace fonds
