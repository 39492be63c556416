#include "forms/inventory_form.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "forms/read_pdf.h"

namespace fonds {
namespace {

using ::testing::HasSubstr;

InventoryForm made_inventory(int documents) {
  InventoryForm made{"МБУ ДО «Выдумка»",
                     {"02-05", 2024, 1},
                     "Протоколы заседаний аттестационной комиссии",
                     {},
                     2,
                     {"Методист", "Небылицына Е. Ф.", CalendarDate{2026, 12, 25}}};
  for (int i = 1; i <= documents; ++i) {
    made.rows.push_back({fmt::format("рег{:04}", i), "12.03.2024", fmt::format("Протокол{:04}", i),
                         fmt::format("л{:04}", i), fmt::format("прим{:04}", i)});
  }
  return made;
}

TEST(InventoryForm, HasEveryPartOfTheFormInItsOrder) {
  const Printing russian(Language::russian);

  const std::string pdf = printed_inventory(made_inventory(2)).pdf;

  expect_in_order(
      drawn_text_of(pdf),
      {"МБУ ДО «Выдумка»", "ВНУТРЕННЯЯ ОПИСЬ", "документов дела № 02-05 за 2024 год, том 1",
       "Протоколы заседаний аттестационной комиссии",
       "1рег0001 12.03.2024 Протокол0001 л0001 прим0001", "2рег0002", "Итого 2 (два) документа.",
       "Количество листов внутренней описи 2 (два).", "Методист", "подпись", "Небылицына Е. Ф.",
       "25.12.2026"});
  expect_columns(pdf, {"№ п/п", "Регистрационный индекс документа", "Дата документа",
                       "Заголовок документа", "Номера листов дела", "Примечание"});
  EXPECT_THAT(sheet_of(pdf), HasSubstr("595.276 x 841.89 pts (A4)"));
}

TEST(InventoryForm, TheTotalAgreesWithItsNumber) {
  const Printing russian(Language::russian);
  for (const auto& [count, total] :
       std::vector<std::pair<int, const char*>>{{0, "Итого 0 (ноль) документов."},
                                                {1, "Итого 1 (один) документ."},
                                                {5, "Итого 5 (пять) документов."},
                                                {21, "Итого 21 (двадцать один) документ."}}) {
    expect_in_order(drawn_text_of(printed_inventory(made_inventory(count)).pdf), {total});
  }
}

TEST(InventoryForm, WhatIsNotKnownIsLeftToBeWrittenByHand) {
  const Printing russian(Language::russian);
  InventoryForm bare = made_inventory(1);
  bare.institution.clear();
  bare.title.clear();
  bare.volume.index.clear();
  bare.own_sheets.reset();
  bare.signer = {};

  expect_in_order(drawn_text_of(printed_inventory(bare).pdf),
                  {"Наименование организации ____", "документов дела № ____", "за 2024 год",
                   "Количество листов внутренней описи ____", "(цифрами и прописью)", "должность",
                   "подпись", "расшифровка подписи", "дата"});
}

TEST(InventoryForm, ALongOneHasItsHeadingOnEveryPageAndLosesNothing) {
  const Printing russian(Language::russian);
  InventoryForm made = made_inventory(120);
  for (int i = 1; i <= 900; ++i) made.rows[60].title += fmt::format(" слово{:03}", i);
  const std::string pdf = printed_inventory(made).pdf;

  const std::vector<std::string> pages = pages_of(pdf);
  const std::string all = drawn_text_of(pdf);

  ASSERT_GE(pages.size(), 4U);
  EXPECT_EQ(times(all, packed("Регистрационный индекс документа")), pages.size());
  for (int i = 1; i <= 120; ++i) {
    EXPECT_EQ(times(all, fmt::format("рег{:04}", i)), 1U) << i;
    EXPECT_EQ(times(all, fmt::format("Протокол{:04}", i)), 1U) << i;
    EXPECT_EQ(times(all, fmt::format("прим{:04}", i)), 1U) << i;
  }
  for (int i = 1; i <= 900; ++i) EXPECT_EQ(times(all, fmt::format("слово{:03}", i)), 1U) << i;
  EXPECT_THAT(pages.back(), HasSubstr("Внутренняя опись дела № 02-05"));
  EXPECT_LE(farthest(pdf, "yMax"), kSheetHeight - 14);
}

TEST(InventoryForm, TheTotalAndTheSignatureStayWithTheLastDocument) {
  const Printing russian(Language::russian);
  bool moved = false;
  for (int documents = 24; documents <= 44; ++documents) {
    const std::string last = pages_of(printed_inventory(made_inventory(documents)).pdf).back();

    EXPECT_THAT(last, HasSubstr(fmt::format("Протокол{:04}", documents)));
    EXPECT_THAT(last, HasSubstr("Итого")) << documents;
    EXPECT_THAT(last, HasSubstr("Небылицына")) << documents;
    moved = moved || times(last, "Протокол0") == 1;
  }
  EXPECT_TRUE(moved) << "some of them must have needed a sheet for the total";
}

}  // namespace
}  // namespace fonds
