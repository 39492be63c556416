#include "forms/transfer_act_form.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "forms/read_pdf.h"

namespace fonds {
namespace {

using ::testing::HasSubstr;

TransferActForm made_act(int rows) {
  TransferActForm made;
  made.giver = {"МБУ ДО «Выдумка»",
                {"Директор", "Ф. С. Небылицын", CalendarDate{2026, 12, 25}},
                {"Методист", "Небылицына Е. Ф.", CalendarDate{2026, 12, 20}}};
  made.taker = {"Архив округа Придуманный",
                {"Начальник", "П. П. Небывалов", CalendarDate{2026, 12, 26}},
                {"Хранитель", "Выдумкина А. А.", CalendarDate{2026, 12, 21}}};
  made.act = {CalendarDate{2026, 12, 22}, "3"};
  made.place = "ст. Придуманная";
  made.grounds = "приказ от 01.12.2026 № 40";
  made.fonds_name = "Центр «Выдумка»";
  for (int i = 1; i <= rows; ++i) {
    made.rows.push_back(
        {fmt::format("Опись{:04}", i), 3, i == 1 ? 20 : 1, fmt::format("прим{:04}", i)});
  }
  made.fonds = "17";
  made.recorder = {"Архивариус", "Сказкин В. В.", CalendarDate{2026, 12, 27}};
  return made;
}

TEST(TransferActForm, HasEveryPartOfTheFormInItsOrder) {
  const Printing russian(Language::russian);

  const std::string pdf = printed_transfer_act(made_act(2)).pdf;

  expect_in_order(drawn_text_of(pdf),
                  {"УТВЕРЖДАЮ",
                   "МБУ ДО «Выдумка»",
                   "Директор",
                   "Ф. С. Небылицын",
                   "25.12.2026",
                   "УТВЕРЖДАЮ",
                   "Архив округа Придуманный",
                   "Начальник",
                   "П. П. Небывалов",
                   "26.12.2026",
                   "АКТ",
                   "22.12.2026 № 3",
                   "приема-передачи документов на хранение",
                   "ст. Придуманная",
                   "Основание: приказ от 01.12.2026 № 40",
                   "Название фонда: Центр «Выдумка»",
                   "МБУ ДО «Выдумка» сдал, а Архив округа Придуманный принял документы и",
                   "научно-справочный аппарат к ним:",
                   "№ п/п",
                   "1 Опись0001 3 20 прим0001",
                   "2 Опись0002 3 1 прим0002",
                   "Итого принято 21 (двадцать одна) ед. хр.Передачу произвели",
                   "Методист",
                   "подпись",
                   "Небылицына Е. Ф.",
                   "20.12.2026",
                   "Прием произвели",
                   "Хранитель",
                   "Выдумкина А. А.",
                   "21.12.2026",
                   "Фонду присвоен № 17",
                   "Изменения в учетные документы внесены",
                   "Архивариус",
                   "Сказкин В. В.",
                   "27.12.2026"});
  expect_columns(
      pdf, {"№ п/п", "Название, номер описи", "Кол-во экз. описи", "Кол-во ед. хр.", "Примечание"});
}

TEST(TransferActForm, WhatIsNotKnownIsLeftToBeWrittenByHand) {
  const Printing russian(Language::russian);

  expect_in_order(
      drawn_text_of(printed_transfer_act({}).pdf),
      {"УТВЕРЖДАЮ", "Наименование организации ____", "УТВЕРЖДАЮ", "Наименование организации ____",
       "__________ № ____", "Место составления ____", "Основание: ____", "Название фонда: ____",
       "____", "сдал, а ____", "принял документы", "Итого принято 0 (ноль) ед. хр.", "должность",
       "подпись", "должность", "подпись", "Фонду присвоен № ____", "должность", "подпись"});
}

TEST(TransferActForm, ALongOneHasItsHeadingOnEveryPageAndLosesNothing) {
  const Printing russian(Language::russian);
  TransferActForm made = made_act(200);
  for (int i = 1; i <= 900; ++i) made.rows[70].note += fmt::format(" слово{:03}", i);
  made.rows[5].copies.reset();
  const std::string pdf = printed_transfer_act(made).pdf;

  const std::vector<std::string> pages = pages_of(pdf);
  const std::string all = drawn_text_of(pdf);

  ASSERT_GE(pages.size(), 4U);
  for (const std::string& page : pages) {
    if (times(page, "Опись0") == 0) continue;
    EXPECT_EQ(times(packed(page), packed("Примечание")), 1U);
  }
  for (int i = 1; i <= 200; ++i) EXPECT_EQ(times(all, fmt::format("Опись{:04}", i)), 1U) << i;
  for (int i = 1; i <= 900; ++i) EXPECT_EQ(times(all, fmt::format("слово{:03}", i)), 1U) << i;
  EXPECT_THAT(all, HasSubstr(packed("Итого принято 219 (двести девятнадцать) ед. хр.")));
  EXPECT_THAT(pages.back(), HasSubstr("Акт приема-передачи от 22.12.2026 № 3"));
}

TEST(TransferActForm, TheTotalAndTheHandsStayWithTheLastInventory) {
  const Printing russian(Language::russian);
  for (int rows = 5; rows <= 40; ++rows) {
    int seen = 0;
    for (const std::string& page : pages_of(printed_transfer_act(made_act(rows)).pdf)) {
      if (times(page, "Итого принято") == 0) continue;
      ++seen;
      EXPECT_THAT(page, HasSubstr(fmt::format("Опись{:04}", rows)));
      EXPECT_THAT(page, HasSubstr("Выдумкина А. А.")) << rows;
    }
    EXPECT_EQ(seen, 1) << rows;
  }
}

}  // namespace
}  // namespace fonds
