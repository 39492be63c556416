#include "forms/issue_forms.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "forms/form_pdf.h"
#include "forms/read_pdf.h"

namespace fonds {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

IssueBook made_book(int rows) {
  IssueBook made{"МБУ ДО «Выдумка»", "2026 год", {}, 0};
  for (int i = 1; i <= rows; ++i) {
    made.rows.push_back({"12.03.2026",
                         {"17", "1", fmt::format("ед{:04}", i)},
                         fmt::format("Журнал{:04}", i),
                         fmt::format("Небылицын{:04}", i),
                         "12.04.2026",
                         "20.03.2026",
                         fmt::format("прим{:04}", i)});
  }
  return made;
}

SubstituteCard made_card(int rows) {
  SubstituteCard made{{"17", "1", "204"}, "Книга учета выдачи свидетельств", {}, 5};
  for (int i = 1; i <= rows; ++i) {
    made.rows.push_back({fmt::format("Небылицын{:04}", i), "12.03.2026", "20.03.2026"});
  }
  return made;
}

UseSheet made_sheet(int rows) {
  UseSheet made{{"17", "1", "204"}, "Книга учета выдачи свидетельств", {}, 5};
  for (int i = 1; i <= rows; ++i) {
    made.rows.push_back(
        {"12.03.2026", fmt::format("Небылицын{:04}", i), "просмотр", fmt::format("л{:04}", i)});
  }
  return made;
}

TEST(IssueForms, TheBookHasEveryPartOfTheFormInItsOrder) {
  const Printing russian(Language::russian);

  const std::string pdf = printed_issue_book(made_book(2)).pdf;

  expect_in_order(
      drawn_text_of(pdf),
      {"МБУ ДО «Выдумка»", "КНИГА ВЫДАЧИ ДЕЛ", "Период: 2026 год", "№ п/п",
       "1 12.03.2026 17 1 ед0001 Журнал0001 Небылицын0001 12.04.2026 20.03.2026 прим0001",
       "2 12.03.2026 17 1 ед0002"});
  expect_columns(pdf, {"№ п/п", "Дата выдачи", "№ фонда", "№ описи", "№ ед. хр. (индекс)",
                       "Заголовок", "Кому выдано", "Расписка в получении", "Срок возврата",
                       "Дата возвращения", "Расписка в приеме", "Примечание"});
  EXPECT_THAT(raw_text_of(pdf), HasSubstr("12.03.2026")) << "a day is not broken";
  EXPECT_THAT(sheet_of(pdf), HasSubstr("841.89 x 595.276 pts (A4)"));
}

TEST(IssueForms, TheCardHasEveryPartOfTheFormInItsOrder) {
  const Printing russian(Language::russian);

  const std::string pdf = printed_substitute_card(made_card(1)).pdf;

  expect_in_order(drawn_text_of(pdf),
                  {"КАРТА-ЗАМЕСТИТЕЛЬ", "Дело № 204 / Опись № 1 / Фонд № 17",
                   "Заголовок: Книга учета выдачи свидетельств", "Выдано во временное пользование",
                   "№ п/п", "1 Небылицын0001 12.03.2026 20.03.2026"});
  expect_columns(pdf, {"№ п/п", "ФИО пользователя", "Дата выдачи", "Дата возврата",
                       "Подпись выдавшего", "Подпись получившего"});
}

TEST(IssueForms, TheSheetOfUseHasEveryPartOfTheFormInItsOrder) {
  const Printing russian(Language::russian);

  const std::string pdf = printed_use_sheet(made_sheet(1)).pdf;

  expect_in_order(drawn_text_of(pdf), {"ЛИСТ ИСПОЛЬЗОВАНИЯ", "Дело № 204 / Опись № 1 / Фонд № 17",
                                       "Заголовок: Книга учета выдачи свидетельств", "Дата",
                                       "12.03.2026 Небылицын0001 просмотр л0001"});
  expect_columns(pdf, {"Дата", "Кому выдано (фамилия, инициалы)",
                       "Характер использования (просмотр, выписка, копирование)",
                       "Номера использованных листов", "Подпись"});
}

TEST(IssueForms, WhatIsNotKnownIsLeftToBeWrittenByHand) {
  const Printing russian(Language::russian);

  expect_in_order(drawn_text_of(printed_substitute_card({}).pdf),
                  {"Дело № ____", "Опись № ____", "Фонд № ____", "Заголовок: ____"});
  expect_in_order(drawn_text_of(printed_use_sheet({}).pdf), {"Дело № ____", "Заголовок: ____"});
  const std::string book = drawn_text_of(printed_issue_book({}).pdf);
  EXPECT_THAT(book, HasSubstr(packed("Наименование организации ____")));
  EXPECT_THAT(book, Not(HasSubstr("Период")));
}

/// How far down the rules reach, in millimetres.
double table_end(const std::string& pdf, double height) {
  const PrintedPicture picture(pdf);
  for (int tenth = static_cast<int>(height * 10) - 1; tenth > 0; --tenth) {
    if (picture.is_dark(kSheetWidth / 2, tenth / 10.0)) return tenth / 10.0;
  }
  return 0;
}

TEST(IssueForms, EmptyRowsAreLeftToBeWrittenIn) {
  SubstituteCard card = made_card(1);
  card.empty_rows = 0;
  const double without = table_end(printed_substitute_card(card).pdf, kSheetHeight);
  card.empty_rows = 5;
  EXPECT_NEAR(table_end(printed_substitute_card(card).pdf, kSheetHeight), without + 5 * 8, 0.5);

  UseSheet sheet = made_sheet(1);
  sheet.empty_rows = 0;
  const double of_sheet = table_end(printed_use_sheet(sheet).pdf, kSheetHeight);
  sheet.empty_rows = 5;
  EXPECT_NEAR(table_end(printed_use_sheet(sheet).pdf, kSheetHeight), of_sheet + 5 * 8, 0.5);

  IssueBook book = made_book(1);
  const double of_book = table_end(printed_issue_book(book).pdf, kSheetWidth);
  book.empty_rows = 5;
  EXPECT_NEAR(table_end(printed_issue_book(book).pdf, kSheetWidth), of_book + 5 * 8, 0.5);
}

TEST(IssueForms, LongOnesHaveTheirHeadingOnEveryPageAndLoseNothing) {
  const Printing russian(Language::russian);
  IssueBook book = made_book(100);
  for (int i = 1; i <= 500; ++i) book.rows[50].title += fmt::format(" слово{:03}", i);
  const std::vector<std::pair<std::string, std::string>> forms{
      {printed_issue_book(book).pdf, "Расписка в получении"},
      {printed_substitute_card(made_card(100)).pdf, "Подпись получившего"},
      {printed_use_sheet(made_sheet(100)).pdf, "Номера использованных листов"}};
  for (const auto& [pdf, heading] : forms) {
    const std::string all = drawn_text_of(pdf);
    EXPECT_GE(pages_of(pdf).size(), 3U);
    EXPECT_EQ(times(all, packed(heading)), pages_of(pdf).size());
    for (int i = 1; i <= 100; ++i) {
      EXPECT_EQ(times(all, fmt::format("Небылицын{:04}", i)), 1U) << heading << i;
    }
  }
  const std::string all = drawn_text_of(forms[0].first);
  for (int i = 1; i <= 100; ++i) {
    for (const char* part : {"ед", "Журнал", "прим"}) {
      EXPECT_EQ(times(all, fmt::format("{}{:04}", part, i)), 1U) << part << i;
    }
  }
  for (int i = 1; i <= 500; ++i) EXPECT_EQ(times(all, fmt::format("слово{:03}", i)), 1U) << i;
}

}  // namespace
}  // namespace fonds
