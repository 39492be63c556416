#include "forms/destruction_act_form.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "forms/read_pdf.h"

namespace fonds {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

DestructionActForm made_act(int rows) {
  DestructionActForm made;
  made.institution = "МБУ ДО «Выдумка»";
  made.act = {CalendarDate{2026, 12, 25}, "3"};
  made.place = "ст. Придуманная";
  made.approval = {"Директор", "Ф. С. Небылицын", CalendarDate{2026, 12, 26}};
  made.grounds = "Перечня выдуманных документов (приказ от 20.12.2019 № 236)";
  made.fonds = "17";
  made.fonds_name = "МБУ ДО «Выдумка»";
  for (int i = 1; i <= rows; ++i) {
    made.rows.push_back({fmt::format("Журналы{:04}", i), "2018", "4", fmt::format("02-03/{:04}", i),
                         i == 1 ? 20 : 1, "5 лет, ст. 182г", fmt::format("прим{:04}", i)});
  }
  made.years = {2015, 2018};
  made.inventories_years = {2018, 2018};
  made.confirmed = {CalendarDate{2026, 10, 1}, "8"};
  made.appraiser = {"Архивариус", "Выдумкина А. А.", CalendarDate{2026, 12, 20}};
  made.agreed = {CalendarDate{2026, 12, 22}, "4"};
  return made;
}

TEST(DestructionActForm, HasEveryPartOfTheFormInItsOrder) {
  const Printing russian(Language::russian);

  const std::string pdf = printed_destruction_act(made_act(2)).pdf;

  expect_in_order(
      drawn_text_of(pdf),
      {"МБУ ДО «Выдумка»",
       "АКТ",
       "25.12.2026 № 3",
       "ст. Придуманная",
       "УТВЕРЖДАЮ",
       "Директор",
       "Ф. С. Небылицын",
       "26.12.2026",
       "о выделении к уничтожению архивных документов, не подлежащих хранению",
       "На основании Перечня выдуманных документов (приказ от 20.12.2019 № 236) отобраны к",
       "уничтожению как не имеющие научно-исторической ценности и утратившие практическое значение",
       "документы фонда № 17 (МБУ ДО «Выдумка»)",
       "№ п/п",
       "1 Журналы0001 2018 4 02-03/0001 20 5 лет, ст. 182г прим0001",
       "2 Журналы0002",
       "Итого 21 (двадцать одна) ед. хр. за 2015–2018 годы.",
       "Описи дел постоянного хранения за 2018 год утверждены, а по личному составу согласованы с",
       "ЭПК (протокол от 01.10.2026 № 8)",
       "Лицо, проводившее экспертизу ценности",
       "Архивариус",
       "подпись",
       "Выдумкина А. А.",
       "20.12.2026",
       "СОГЛАСОВАНО",
       "Протокол ЭК от 22.12.2026 № 4",
       "Документы в количестве ____",
       "ед. хр.:",
       "на бумажном носителе весом ____",
       "кг сданы на уничтожение по приемо-сдаточной накладной от __________ № ____",
       "на электронном носителе уничтожены путем ____",
       "Лицо, сдавшее документы",
       "должность",
       "подпись",
       "Изменения в учетные документы внесены",
       "должность",
       "подпись"});
  expect_columns(pdf,
                 {"№ п/п", "Заголовок дела (групповой заголовок документов)", "Годы", "Номер описи",
                  "Номер ед. хр. по описи (индекс дела по номенклатуре)", "Количество ед. хр.",
                  "Сроки хранения и номера статей по перечню", "Примечание"});
}

TEST(DestructionActForm, TellsHowThePapersEnded) {
  const Printing russian(Language::russian);
  DestructionActForm made = made_act(1);
  made.proof = {20, "12,5", {CalendarDate{2027, 1, 14}, "77"}, "стирания"};
  made.destroyer = {"Завхоз", "Небылицын П. П.", CalendarDate{2027, 1, 14}};
  made.recorder = {"Архивариус", "Выдумкина А. А.", CalendarDate{2027, 1, 15}};

  expect_in_order(
      drawn_text_of(printed_destruction_act(made).pdf),
      {"Документы в количестве 20 ед. хр.:",
       "на бумажном носителе весом 12,5 кг сданы на уничтожение по приемо-сдаточной",
       "накладной от 14.01.2027 № 77;", "на электронном носителе уничтожены путем стирания",
       "Завхоз", "Небылицын П. П.", "14.01.2027", "Изменения в учетные документы внесены",
       "Архивариус", "Выдумкина А. А.", "15.01.2027"});
}

TEST(DestructionActForm, WhereTheAuthorityTakesNothingOverItIsNotNamed) {
  const Printing russian(Language::russian);
  DestructionActForm made = made_act(1);
  made.confirmation = InventoryConfirmation::by_institution;

  const std::string text = drawn_text_of(printed_destruction_act(made).pdf);

  EXPECT_THAT(text, HasSubstr(packed("согласованы с ЭК (протокол от 01.10.2026 № 8)")));
  EXPECT_THAT(text, Not(HasSubstr("ЭПК")));
}

TEST(DestructionActForm, WhatIsNotKnownIsLeftToBeWrittenByHand) {
  const Printing russian(Language::russian);

  expect_in_order(
      drawn_text_of(printed_destruction_act({}).pdf),
      {"Наименование организации ____", "АКТ", "__________ № ____", "Место составления ____",
       "УТВЕРЖДАЮ", "Руководитель организации", "На основании ____",
       "(название и выходные данные перечня документов с указанием сроков их хранения)",
       "документы фонда № ____", "(название фонда)", "Итого 0 (ноль) ед. хр. за __________ годы.",
       "за __________ годы утверждены", "(протокол от __________ № ____", "Протокол ЭК от ____"});
}

TEST(DestructionActForm, ALongOneHasItsHeadingOnEveryPageAndLosesNothing) {
  const Printing russian(Language::russian);
  DestructionActForm made = made_act(150);
  for (int i = 1; i <= 900; ++i) made.rows[70].title += fmt::format(" слово{:03}", i);
  const std::string pdf = printed_destruction_act(made).pdf;

  const std::vector<std::string> pages = pages_of(pdf);
  const std::string all = drawn_text_of(pdf);

  ASSERT_GE(pages.size(), 5U);
  EXPECT_GE(times(all, packed("Количество ед. хр.")), pages.size() - 1);
  for (int i = 1; i <= 150; ++i) {
    EXPECT_EQ(times(all, fmt::format("Журналы{:04}", i)), 1U) << i;
    EXPECT_EQ(times(all, fmt::format("02-03/{:04}", i)), 1U) << i;
    EXPECT_EQ(times(all, fmt::format("прим{:04}", i)), 1U) << i;
  }
  for (int i = 1; i <= 900; ++i) EXPECT_EQ(times(all, fmt::format("слово{:03}", i)), 1U) << i;
  EXPECT_THAT(all, HasSubstr(packed("Итого 169 (сто шестьдесят девять) ед. хр.")));
  EXPECT_THAT(pages.back(), HasSubstr("Акт о выделении к уничтожению от 25.12.2026 № 3"));
  EXPECT_LE(farthest(pdf, "yMax"), kSheetHeight - 14);
}

TEST(DestructionActForm, EverySignatureStaysWithWhatItConfirms) {
  const Printing russian(Language::russian);
  for (int rows = 1; rows <= 40; ++rows) {
    int with_total = 0;
    int with_record = 0;
    for (const std::string& page : pages_of(printed_destruction_act(made_act(rows)).pdf)) {
      if (times(page, "Итого") == 1) {
        ++with_total;
        EXPECT_THAT(page, HasSubstr(fmt::format("Журналы{:04}", rows)));
        EXPECT_THAT(packed(page), HasSubstr("ПротоколЭКот")) << rows;
      }
      if (times(page, "Документы в количестве") == 1) {
        ++with_record;
        EXPECT_THAT(page, HasSubstr("Изменения в учетные документы внесены")) << rows;
      }
    }
    EXPECT_EQ(with_total, 1) << rows;
    EXPECT_EQ(with_record, 1) << rows;
  }
}

}  // namespace
}  // namespace fonds
