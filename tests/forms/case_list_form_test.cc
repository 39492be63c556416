#include "forms/case_list_form.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "forms/read_pdf.h"

namespace fonds {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

CaseListForm made_list(CaseListKind kind, int cases) {
  CaseListForm made;
  made.kind = kind;
  made.institution = "МБУ ДО «Выдумка»";
  made.fonds = "17";
  made.number = "1";
  made.year = 2024;
  made.approval = {"Директор", "Ф. С. Небылицын", CalendarDate{2026, 12, 25}};
  made.rows.push_back({"", "", "Учебная часть", "", "", "", ""});
  for (int i = 1; i <= cases; ++i) {
    made.rows.push_back({fmt::format("{}", 200 + i), "02-05", fmt::format("Протоколы{:04}", i),
                         "12.01.2024–28.12.2024", "50 лет ЭК", fmt::format("{}", 1000 + i),
                         fmt::format("прим{:04}", i)});
  }
  made.lettered = "нет";
  made.missing = "203";
  made.composer = {"Методист", "Небылицына Е. Ф.", CalendarDate{2026, 12, 20}};
  made.keeper = {"Архивариус", "Выдумкина А. А.", CalendarDate{2026, 12, 21}};
  made.agreed = {CalendarDate{2026, 12, 22}, "4"};
  made.authority = FormPaper{CalendarDate{2026, 12, 24}, "9"};
  return made;
}

TEST(CaseListForm, OfCasesKeptPermanentlyHasEveryPartOfTheFormInItsOrder) {
  const Printing russian(Language::russian);

  const std::string pdf = printed_case_list(made_list(CaseListKind::permanent, 2)).pdf;

  expect_in_order(drawn_text_of(pdf),
                  {"МБУ ДО «Выдумка»",
                   "Фонд № 17",
                   "УТВЕРЖДАЮ",
                   "Директор",
                   "Ф. С. Небылицын",
                   "25.12.2026",
                   "ОПИСЬ № 1",
                   "дел постоянного хранения за 2024 год",
                   "№ п/п",
                   "Учебная часть",
                   "201 02-05 Протоколы0001 12.01.2024–28.12.2024 1001 прим0001",
                   "202 02-05 Протоколы0002",
                   "В данный раздел описи внесено 2 (два) дела с № 201 по № 202, в том числе:",
                   "литерные номера: нет;",
                   "пропущенные номера: 203",
                   "Составитель описи",
                   "Методист",
                   "Небылицына Е. Ф.",
                   "20.12.2026",
                   "Лицо, ответственное за архив",
                   "Архивариус",
                   "Выдумкина А. А.",
                   "СОГЛАСОВАНО",
                   "Протокол ЭК от 22.12.2026 № 4",
                   "УТВЕРЖДЕНО",
                   "Протокол ЭПК от 24.12.2026 № 9"});
  expect_columns(pdf, {"№ п/п", "Индекс дела", "Заголовок дела", "Крайние даты", "Кол-во листов",
                       "Примечание"});
  EXPECT_EQ(times(drawn_text_of(pdf), "50летЭК"), 0U);
}

TEST(CaseListForm, OfCasesKeptForATimeTellsThePeriod) {
  const Printing russian(Language::russian);

  const std::string pdf = printed_case_list(made_list(CaseListKind::long_term, 1)).pdf;

  expect_in_order(drawn_text_of(pdf),
                  {"ОПИСЬ № 1", "дел временных (свыше 10 лет) сроков хранения за 2024 год",
                   "201 02-05 Протоколы0001 12.01.2024–28.12.2024 50 лет ЭК 1001 прим0001",
                   "внесено 1 (одно) дело с № 201 по № 201", "СОГЛАСОВАНО", "Протокол ЭК"});
  expect_columns(pdf, {"№ п/п", "Индекс дела", "Заголовок дела", "Крайние даты", "Срок хранения",
                       "Кол-во листов", "Примечание"});
  EXPECT_EQ(times(drawn_text_of(pdf), "ЭПК"), 0U) << "the authority has no part in it";
}

TEST(CaseListForm, OfCasesOnPersonnelIsAgreedByTheAuthority) {
  const Printing russian(Language::russian);

  const std::string pdf = printed_case_list(made_list(CaseListKind::personnel, 1)).pdf;

  expect_in_order(drawn_text_of(pdf),
                  {"дел по личному составу за 2024 год", "50 лет ЭК", "СОГЛАСОВАНО", "Протокол ЭК",
                   "СОГЛАСОВАНО", "Протокол ЭПК от 24.12.2026 № 9"});
  expect_columns(pdf, {"№ п/п", "Индекс дела", "Заголовок дела", "Крайние даты", "Срок хранения",
                       "Кол-во листов", "Примечание"});
}

TEST(CaseListForm, OfElectronicCasesTellsTheirExtent) {
  const Printing russian(Language::russian);
  for (const auto& [kind, subject] : std::vector<std::pair<CaseListKind, const char*>>{
           {CaseListKind::permanent, "электронных дел постоянного хранения за 2024 год"},
           {CaseListKind::long_term,
            "электронных дел временных (свыше 10 лет) сроков хранения за 2024 год"},
           {CaseListKind::personnel, "электронных дел по личному составу за 2024 год"}}) {
    CaseListForm made = made_list(kind, 1);
    made.carrier = ListedCarrier::electronic;

    const std::string pdf = printed_case_list(made).pdf;

    expect_in_order(drawn_text_of(pdf), {subject, "1001"});
    std::vector<std::string> columns{"№ п/п", "Индекс дела", "Заголовок дела", "Крайние даты"};
    if (kind != CaseListKind::permanent) columns.emplace_back("Срок хранения");
    columns.insert(columns.end(), {"Объем (Мб)", "Примечание"});
    expect_columns(pdf, columns);
  }
}

TEST(CaseListForm, WhereTheAuthorityTakesNothingOverItIsNotNamed) {
  const Printing russian(Language::russian);
  CaseListForm made = made_list(CaseListKind::permanent, 1);
  made.authority.reset();

  const std::string text = drawn_text_of(printed_case_list(made).pdf);

  EXPECT_THAT(text, HasSubstr("ПротоколЭКот"));
  EXPECT_THAT(text, Not(HasSubstr("ЭПК")));
}

TEST(CaseListForm, WhatIsNotKnownIsLeftToBeWrittenByHand) {
  const Printing russian(Language::russian);
  CaseListForm bare;
  bare.authority = FormPaper{};

  expect_in_order(
      drawn_text_of(printed_case_list(bare).pdf),
      {"Наименование организации ____", "Фонд № ____", "УТВЕРЖДАЮ", "Руководитель организации",
       "ОПИСЬ № ____", "за __________ год", "внесено 0 (ноль) дел с № __________ по № ____",
       "литерные номера: ____", "пропущенные номера: ____", "должность", "подпись", "должность",
       "подпись", "Протокол ЭК от __________ № ____", "Протокол ЭПК от __________ № ____"});
}

TEST(CaseListForm, BeforeTheListStandTitlePageAndPrefaceAndAbbreviations) {
  const Printing russian(Language::russian);
  CaseListForm made = made_list(CaseListKind::permanent, 1);
  made.front = CaseListFront{"Выдумка основана в 1990 году.",
                             "Фонд приведен в порядок в 2024 году.",
                             {"ЭК – экспертная комиссия", "МБУ – бюджетное учреждение"}};

  const std::vector<std::string> pages = pages_of(printed_case_list(made).pdf);

  ASSERT_EQ(pages.size(), 4U);
  expect_in_order(packed(pages[0]), {"МБУ ДО «Выдумка»", "ФОНД № 17", "ОПИСЬ № 1",
                                     "дел постоянного хранения за 2024 год"});
  expect_in_order(packed(pages[1]),
                  {"ПРЕДИСЛОВИЕ", "История фондообразователя", "Выдумка основана в 1990 году.",
                   "История фонда", "Фонд приведен в порядок в 2024 году.", "Составитель описи",
                   "Методист", "Небылицына Е. Ф."});
  expect_in_order(packed(pages[2]),
                  {"СПИСОК СОКРАЩЕНИЙ", "ЭК – экспертная комиссия", "МБУ – бюджетное учреждение"});
  expect_in_order(packed(pages[3]), {"УТВЕРЖДАЮ", "Протоколы0001"});
}

TEST(CaseListForm, ALongOneHasItsHeadingOnEveryPageAndLosesNothing) {
  const Printing russian(Language::russian);
  CaseListForm made = made_list(CaseListKind::long_term, 150);
  for (int i = 1; i <= 900; ++i) made.rows[70].title += fmt::format(" слово{:03}", i);
  const std::string pdf = printed_case_list(made).pdf;

  const std::vector<std::string> pages = pages_of(pdf);
  const std::string all = drawn_text_of(pdf);

  ASSERT_GE(pages.size(), 5U);
  EXPECT_EQ(times(all, packed("Заголовок дела")), pages.size());
  for (int i = 1; i <= 150; ++i) {
    EXPECT_EQ(times(all, fmt::format("Протоколы{:04}", i)), 1U) << i;
    EXPECT_EQ(times(all, fmt::format("прим{:04}", i)), 1U) << i;
  }
  for (int i = 1; i <= 900; ++i) EXPECT_EQ(times(all, fmt::format("слово{:03}", i)), 1U) << i;
  EXPECT_THAT(all, HasSubstr(packed("внесено 150 (сто пятьдесят) дел с № 201 по № 350")));
  EXPECT_THAT(pages.back(), HasSubstr("Опись № 1 за 2024 год"));
  EXPECT_LE(farthest(pdf, "yMax"), kSheetHeight - 14);
}

TEST(CaseListForm, TheTotalAndTheSignaturesStayWithTheLastCase) {
  const Printing russian(Language::russian);
  bool moved = false;
  for (int cases = 2; cases <= 30; ++cases) {
    const std::string last =
        pages_of(printed_case_list(made_list(CaseListKind::permanent, cases)).pdf).back();

    for (const std::string& part : {fmt::format("Протоколы{:04}", cases), std::string("внесено"),
                                    std::string("Протокол ЭПК")}) {
      EXPECT_THAT(last, HasSubstr(part)) << cases;
    }
    moved = moved || times(last, "Протоколы0") == 1;
  }
  EXPECT_TRUE(moved) << "some of them must have needed a sheet for the end";
}

}  // namespace
}  // namespace fonds
