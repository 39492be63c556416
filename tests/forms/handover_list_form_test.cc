#include "forms/handover_list_form.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "forms/read_pdf.h"

namespace fonds {
namespace {

using ::testing::HasSubstr;

HandoverListForm made_list(int cases) {
  HandoverListForm made{"МБУ ДО «Выдумка»",
                        "Учебная часть",
                        "3",
                        2024,
                        {"Заведующий", "Ф. С. Небылицын", CalendarDate{2026, 12, 25}},
                        {},
                        {"Методист", "Небылицына Е. Ф.", CalendarDate{2026, 12, 20}},
                        21,
                        {"Архивариус", "Выдумкина А. А.", CalendarDate{2026, 12, 21}}};
  for (int i = 1; i <= cases; ++i) {
    made.rows.push_back({fmt::format("{}", i), "02-05", fmt::format("Протоколы{:04}", i),
                         "12.01.2024–28.12.2024", "50 лет ЭК", fmt::format("{}", 1000 + i),
                         fmt::format("прим{:04}", i)});
  }
  return made;
}

TEST(HandoverListForm, HasEveryPartOfTheFormInItsOrder) {
  const Printing russian(Language::russian);

  const std::string pdf = printed_handover_list(made_list(2)).pdf;

  expect_in_order(drawn_text_of(pdf),
                  {"МБУ ДО «Выдумка»", "Учебная часть", "УТВЕРЖДАЮ", "Заведующий",
                   "Ф. С. Небылицын", "25.12.2026", "СДАТОЧНАЯ ОПИСЬ № 3", "дел за 2024 год",
                   "№ п/п", "1 02-05 Протоколы0001 12.01.2024–28.12.2024 1001 50 лет ЭК прим0001",
                   "В данную опись внесено 2 (два) дела с № 1 по № 2", "Передал 2 (два) дела",
                   "Методист", "Небылицына Е. Ф.", "20.12.2026", "Принял 21 (двадцать одно) дело",
                   "Архивариус", "Выдумкина А. А.", "21.12.2026"});
  expect_columns(pdf, {"№ п/п", "Индекс дела", "Заголовок", "Крайние даты", "Кол-во листов",
                       "Срок хранения", "Примечание"});
}

TEST(HandoverListForm, WhatIsNotKnownIsLeftToBeWrittenByHand) {
  const Printing russian(Language::russian);

  expect_in_order(drawn_text_of(printed_handover_list({}).pdf),
                  {"Наименование организации ____", "Наименование подразделения ____", "УТВЕРЖДАЮ",
                   "Руководитель подразделения", "(подпись, расшифровка)", "СДАТОЧНАЯ ОПИСЬ № ____",
                   "дел за __________ год", "внесено 0 (ноль) дел с № __________ по № ____",
                   "Передал 0 (ноль) дел", "должность",
                   "Принял __________ (цифрами и прописью) дел", "должность"});
}

TEST(HandoverListForm, ALongOneHasItsHeadingOnEveryPageAndLosesNothing) {
  const Printing russian(Language::russian);
  HandoverListForm made = made_list(120);
  for (int i = 1; i <= 900; ++i) made.rows[60].title += fmt::format(" слово{:03}", i);
  made.rows.insert(made.rows.begin() + 50, {"", "", "Раздел второй", "", "", "", ""});
  const std::string pdf = printed_handover_list(made).pdf;

  const std::vector<std::string> pages = pages_of(pdf);
  const std::string all = drawn_text_of(pdf);

  ASSERT_GE(pages.size(), 4U);
  EXPECT_EQ(times(all, packed("Кол-во листов")), pages.size());
  for (int i = 1; i <= 120; ++i) {
    EXPECT_EQ(times(all, fmt::format("Протоколы{:04}", i)), 1U) << i;
  }
  for (int i = 1; i <= 900; ++i) EXPECT_EQ(times(all, fmt::format("слово{:03}", i)), 1U) << i;
  EXPECT_EQ(times(all, packed("Раздел второй")), 1U);
  EXPECT_THAT(all, HasSubstr(packed("внесено 120 (сто двадцать) дел с № 1 по № 120")));
  EXPECT_THAT(pages.back(), HasSubstr("Сдаточная опись № 3"));
  EXPECT_THAT(pages.back(), HasSubstr("Принял"));
}

TEST(HandoverListForm, TheSignaturesStayWithTheLastCase) {
  const Printing russian(Language::russian);
  for (int cases = 2; cases <= 30; ++cases) {
    const std::string last = pages_of(printed_handover_list(made_list(cases)).pdf).back();

    EXPECT_THAT(last, HasSubstr(fmt::format("Протоколы{:04}", cases)));
    EXPECT_THAT(last, HasSubstr("Передал")) << cases;
    EXPECT_THAT(last, HasSubstr("Выдумкина")) << cases;
  }
}

}  // namespace
}  // namespace fonds
