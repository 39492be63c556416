#include "forms/presence_check_form.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "forms/read_pdf.h"

namespace fonds {
namespace {

using ::testing::HasSubstr;

PresenceCheckForm made_check() {
  PresenceCheckForm made;
  made.institution = "МБУ ДО «Выдумка»";
  made.act = {CalendarDate{2026, 12, 22}, "3"};
  made.place = "ст. Придуманная";
  made.approval = {"Директор", "Ф. С. Небылицын", CalendarDate{2026, 12, 25}};
  made.fonds = "17";
  made.fonds_name = "Центр «Выдумка»";
  made.inventories = "1, 2";
  made.first_day = CalendarDate{2026, 12, 1};
  made.last_day = CalendarDate{2026, 12, 20};
  made.counts = {101, 2, 3, 4, 105, 6, 107, 8, 9, 10, 11};
  made.conditions = "удовлетворительные";
  made.conclusions = "найти недостающее";
  made.checkers = {{"Архивариус", "Выдумкина А. А.", CalendarDate{2026, 12, 20}},
                   {"Методист", "Небылицына Е. Ф.", CalendarDate{2026, 12, 20}}};
  return made;
}

TEST(PresenceCheckForm, HasEveryPartOfTheFormInItsOrder) {
  const Printing russian(Language::russian);

  const std::string pdf = printed_presence_check(made_check()).pdf;

  expect_in_order(drawn_text_of(pdf),
                  {"МБУ ДО «Выдумка»",
                   "АКТ",
                   "22.12.2026 № 3",
                   "ст. Придуманная",
                   "УТВЕРЖДАЮ",
                   "Директор",
                   "проверки наличия и состояния архивных документов",
                   "Фонд № 17",
                   "Название фонда: Центр «Выдумка»",
                   "№ описей 1, 2",
                   "Проверка проводилась с 01.12.2026 по 20.12.2026",
                   "Проверкой установлено:",
                   "1. Числится по описям 101 ед. хр.",
                   "2. Выявлены технические ошибки:",
                   "2.1. литерные номера, учтенные в итоговой записи: 2 ед. хр.",
                   "2.2. литерные номера, не учтенные в итоговой записи: 3 ед. хр.",
                   "2.3. пропущенные номера: 4 ед. хр.",
                   "3. Числится фактически после устранения технических ошибок 105 ед. хр.",
                   "4. Не оказалось в наличии 6 ед. хр.",
                   "5. Имеется в наличии 107 ед. хр., в том числе требуют:",
                   "5.1. реставрации: 8 ед. хр.",
                   "5.2. переплета: 9 ед. хр.",
                   "5.3. дезинфекции: 10 ед. хр.",
                   "6. Имеется неописанных 11 ед. хр.",
                   "7. Условия хранения: удовлетворительные",
                   "8. Выводы: найти недостающее",
                   "Проверку производили",
                   "Архивариус",
                   "подпись",
                   "Выдумкина А. А.",
                   "20.12.2026",
                   "Методист",
                   "подпись",
                   "Небылицына Е. Ф."});
  EXPECT_THAT(sheet_of(pdf), HasSubstr("595.276 x 841.89 pts (A4)"));
}

TEST(PresenceCheckForm, WhatIsNotKnownIsLeftToBeWrittenByHand) {
  const Printing russian(Language::russian);

  const std::string text = drawn_text_of(printed_presence_check({}).pdf);

  expect_in_order(text, {"Наименование организации ____", "Фонд № ____", "Название фонда: ____",
                         "№ описей ____", "Проверка проводилась с __________ по ____",
                         "Числится по описям __________ ед. хр.", "в наличии __________ ед. хр.",
                         "Условия хранения: ____", "Выводы: ____", "Проверку производили",
                         "должность", "подпись", "расшифровка подписи", "дата"});
  EXPECT_EQ(times(text, "__________ед.хр."), 11U) << "no number is made up";
}

TEST(PresenceCheckForm, ALongConclusionLosesNothingAndEverySignatureIsWhole) {
  const Printing russian(Language::russian);
  PresenceCheckForm made = made_check();
  made.conclusions.clear();
  for (int i = 1; i <= 1500; ++i) made.conclusions += fmt::format("слово{:04} ", i);
  made.checkers.resize(1);
  for (int i = 1; i <= 30; ++i) {
    made.checkers.push_back({fmt::format("Член{:02}", i), fmt::format("Сказкин{:02}", i), {}});
  }
  const std::string pdf = printed_presence_check(made).pdf;

  const std::vector<std::string> pages = pages_of(pdf);
  const std::string all = drawn_text_of(pdf);

  ASSERT_GE(pages.size(), 3U);
  for (int i = 1; i <= 1500; ++i) EXPECT_EQ(times(all, fmt::format("слово{:04}", i)), 1U) << i;
  for (int i = 1; i <= 30; ++i) {
    for (const std::string& page : pages) {
      EXPECT_EQ(times(page, fmt::format("Член{:02}", i)),
                times(page, fmt::format("Сказкин{:02}", i)));
    }
    EXPECT_EQ(times(all, fmt::format("Сказкин{:02}", i)), 1U) << i;
  }
  EXPECT_THAT(pages.back(), HasSubstr("Акт проверки наличия и состояния от 22.12.2026"));
  EXPECT_LE(farthest(pdf, "yMax"), kSheetHeight - 12);
}

}  // namespace
}  // namespace fonds
