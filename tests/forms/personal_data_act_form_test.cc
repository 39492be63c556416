#include "forms/personal_data_act_form.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "forms/read_pdf.h"

namespace fonds {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

PersonalDataActForm made_act(int rows) {
  PersonalDataActForm made;
  made.holder = "МБУ ДО «Выдумка»";
  made.holder_address = "ст. Придуманная, ул. Сказок, 1";
  made.act = {CalendarDate{2026, 12, 22}, "3"};
  made.approval = {"Директор", "Ф. С. Небылицын", CalendarDate{2026, 12, 25}};
  for (int i = 1; i <= rows; ++i) {
    made.rows.push_back({fmt::format("Небывалов{:04}", i), "фамилия, имя", "личное дело",
                         fmt::format("л{:04}", i), "ИС «Выдумка»", "измельчение", "отзыв согласия",
                         "20.12.2026"});
  }
  made.destroyers = {{"Архивариус", "Выдумкина А. А.", CalendarDate{2026, 12, 20}},
                     {"Методист", "Небылицына Е. Ф.", CalendarDate{2026, 12, 20}}};
  return made;
}

PersonalDataLogForm made_log(int rows) {
  PersonalDataLogForm made{"МБУ ДО «Выдумка»",
                           {CalendarDate{2026, 12, 22}, "3"},
                           {},
                           {"Архивариус", "Выдумкина А. А.", CalendarDate{2026, 12, 21}}};
  for (int i = 1; i <= rows; ++i) {
    made.rows.push_back({fmt::format("Небывалов{:04}", i), "фамилия, имя", "ИС «Выдумка»",
                         "отзыв согласия", "20.12.2026"});
  }
  return made;
}

TEST(PersonalDataActForm, TheActHasEveryPartOfTheFormInItsOrder) {
  const Printing russian(Language::russian);

  const std::string pdf = printed_personal_data_act(made_act(1)).pdf;

  expect_in_order(
      drawn_text_of(pdf),
      {"АКТ", "об уничтожении персональных данных", "22.12.2026 № 3", "УТВЕРЖДАЮ", "Директор",
       "Ф. С. Небылицын", "25.12.2026",
       "Оператор (наименование, адрес): МБУ ДО «Выдумка», ст. Придуманная, ул. Сказок, 1", "№ п/п",
       "1 Небывалов0001 фамилия, имя личное дело л0001 ИС «Выдумка» измельчение отзыв согласия",
       "20.12.2026", "Персональные данные уничтожили:", "Архивариус", "подпись", "Выдумкина А. А.",
       "20.12.2026", "Методист", "подпись", "Небылицына Е. Ф."});
  expect_columns(
      pdf, {"№ п/п", "ФИО субъекта или иная информация о физическом лице",
            "Перечень категорий уничтоженных персональных данных",
            "Наименование уничтоженного материального носителя", "Количество листов",
            "Наименование ИСПДн", "Способ уничтожения", "Причина уничтожения", "Дата уничтожения"});
  EXPECT_THAT(drawn_text_of(pdf), Not(HasSubstr("поручению")));
  EXPECT_THAT(sheet_of(pdf), HasSubstr("841.89 x 595.276 pts (A4)"));
  EXPECT_THAT(pdf, Not(HasSubstr("Небывалов"))) << "no name in the file's own description";
}

TEST(PersonalDataActForm, WhoProcessedTheDataIsNamedWhereThereIsOne) {
  const Printing russian(Language::russian);
  PersonalDataActForm made = made_act(1);
  made.processor = "ООО «Небыль»";

  expect_in_order(drawn_text_of(printed_personal_data_act(made).pdf),
                  {"по поручению оператора (наименование, адрес): ООО «Небыль», ____"});
}

TEST(PersonalDataActForm, TheLogHasEveryPartOfTheFormInItsOrder) {
  const Printing russian(Language::russian);

  const std::string pdf = printed_personal_data_log(made_log(1)).pdf;

  expect_in_order(
      drawn_text_of(pdf),
      {"МБУ ДО «Выдумка»", "ВЫГРУЗКА ИЗ ЖУРНАЛА",
       "регистрации событий в информационной системе персональных данных",
       "к акту об уничтожении персональных данных от 22.12.2026 № 3", "№ п/п",
       "1 Небывалов0001 фамилия, имя ИС «Выдумка» отзыв согласия 20.12.2026",
       "Выгрузку подготовил(а)", "Архивариус", "подпись", "Выдумкина А. А.", "21.12.2026"});
  expect_columns(pdf, {"№ п/п", "ФИО субъекта или иная информация о физическом лице",
                       "Перечень категорий уничтоженных персональных данных", "Наименование ИСПДн",
                       "Причина уничтожения", "Дата уничтожения"});
}

TEST(PersonalDataActForm, WhatIsNotKnownIsLeftToBeWrittenByHand) {
  const Printing russian(Language::russian);

  expect_in_order(drawn_text_of(printed_personal_data_act({}).pdf),
                  {"__________ № ____", "УТВЕРЖДАЮ", "Руководитель организации",
                   "Оператор (наименование, адрес): ____", "Персональные данные уничтожили:",
                   "должность", "подпись", "расшифровка подписи", "дата"});
  expect_in_order(drawn_text_of(printed_personal_data_log({}).pdf),
                  {"Наименование организации ____", "от __________ № ____", "должность", "подпись",
                   "расшифровка подписи", "дата"});
}

TEST(PersonalDataActForm, LongOnesHaveTheirHeadingOnEveryPageAndLoseNothing) {
  const Printing russian(Language::russian);
  PersonalDataActForm act = made_act(80);
  PersonalDataLogForm log = made_log(80);
  for (int i = 1; i <= 900; ++i) {
    act.rows[40].categories += fmt::format(" слово{:03}", i);
    log.rows[40].categories += fmt::format(" слово{:03}", i);
  }
  for (const auto& [pdf, name] : std::vector<std::pair<std::string, std::string>>{
           {printed_personal_data_act(act).pdf,
            "Акт об уничтожении персональных данных от 22.12.2026"},
           {printed_personal_data_log(log).pdf, "Выгрузка к акту"}}) {
    const std::vector<std::string> pages = pages_of(pdf);
    const std::string all = drawn_text_of(pdf);

    ASSERT_GE(pages.size(), 4U);
    EXPECT_EQ(times(all, packed("Наименование ИСПДн")), pages.size());
    for (int i = 1; i <= 80; ++i) EXPECT_EQ(times(all, fmt::format("Небывалов{:04}", i)), 1U) << i;
    for (int i = 1; i <= 900; ++i) EXPECT_EQ(times(all, fmt::format("слово{:03}", i)), 1U) << i;
    EXPECT_THAT(pages.back(), HasSubstr(name));
    EXPECT_THAT(pages.back(), HasSubstr("Небывалов0080")) << "the signatures are not alone";
  }
}

}  // namespace
}  // namespace fonds
