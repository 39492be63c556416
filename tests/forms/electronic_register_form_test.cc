#include "forms/electronic_register_form.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "forms/read_pdf.h"

namespace fonds {
namespace {

using ::testing::HasSubstr;

const std::string kDigest(64, 'c');

ElectronicRegisterForm made_register(int files) {
  ElectronicRegisterForm made{"МБУ ДО «Выдумка»",
                              {"02-04", 2024, 0},
                              "Электронные журналы учета работы объединений",
                              {},
                              {"Методист", "Небылицына Е. Ф.", CalendarDate{2026, 12, 20}}};
  for (int i = 1; i <= files; ++i) {
    made.rows.push_back({fmt::format("рег{:04}", i), "12.03.2024", fmt::format("Журнал{:04}", i),
                         fmt::format("файл{:04}.pdf", i), "1,2 Мб, PDF/A-1b, " + kDigest,
                         fmt::format("прим{:04}", i)});
  }
  return made;
}

TEST(ElectronicRegisterForm, HasEveryPartOfTheFormInItsOrder) {
  const Printing russian(Language::russian);

  const std::string pdf = printed_electronic_register(made_register(2)).pdf;

  expect_in_order(
      drawn_text_of(pdf),
      {"МБУ ДО «Выдумка»", "РЕЕСТР", "документов электронного дела № 02-04 за 2024 год",
       "Электронные журналы учета работы объединений", "№ п/п",
       "1 рег0001 12.03.2024 Журнал0001 файл0001.pdf 1,2 Мб, PDF/A-1b, " + kDigest + "прим0001",
       "2 рег0002", "Итого 2 (два) документа.", "Методист", "подпись", "Небылицына Е. Ф.",
       "20.12.2026"});
  expect_columns(pdf, {"№ п/п", "Рег. индекс", "Дата", "Заголовок", "Имя контейнера/файла",
                       "Объем, формат, хэш", "Примечание"});
  EXPECT_THAT(sheet_of(pdf), HasSubstr("841.89 x 595.276 pts (A4)"));
}

TEST(ElectronicRegisterForm, WhatIsNotKnownIsLeftToBeWrittenByHand) {
  const Printing russian(Language::russian);

  expect_in_order(drawn_text_of(printed_electronic_register({}).pdf),
                  {"Наименование организации ____", "№ ____", "Итого 0 (ноль) документов.",
                   "должность", "подпись", "расшифровка подписи", "дата"});
}

TEST(ElectronicRegisterForm, ALongOneHasItsHeadingOnEveryPageAndLosesNothing) {
  const Printing russian(Language::russian);
  ElectronicRegisterForm made = made_register(80);
  for (int i = 1; i <= 900; ++i) made.rows[40].title += fmt::format(" слово{:03}", i);
  const std::string pdf = printed_electronic_register(made).pdf;

  const std::vector<std::string> pages = pages_of(pdf);
  const std::string all = drawn_text_of(pdf);

  ASSERT_GE(pages.size(), 5U);
  EXPECT_EQ(times(all, packed("Имя контейнера/файла")), pages.size());
  for (int i = 1; i <= 80; ++i) {
    EXPECT_EQ(times(all, fmt::format("Журнал{:04}", i)), 1U) << i;
    EXPECT_EQ(times(all, fmt::format("файл{:04}", i)), 1U) << i;
  }
  EXPECT_EQ(times(all, kDigest), 80U) << "no sign of a digest is lost";
  for (int i = 1; i <= 900; ++i) EXPECT_EQ(times(all, fmt::format("слово{:03}", i)), 1U) << i;
  EXPECT_THAT(pages.back(), HasSubstr("Реестр документов электронного дела № 02-04"));
  EXPECT_THAT(packed(pages.back()), HasSubstr("Журнал0080"));
}

}  // namespace
}  // namespace fonds
