#include "forms/nomenclature_form.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "forms/read_pdf.h"

namespace fonds {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

NomenclatureForm made_form(int items) {
  NomenclatureForm made{"МБУ ДО «Выдумка»", 2027, "12", "25.12.2026", "№ 3 от 12.12.2026", {}};
  made.rows.push_back({"", "01 Делопроизводство", "", "", ""});
  for (int i = 1; i <= items; ++i) {
    made.rows.push_back(
        {fmt::format("01-{:02}", i), fmt::format("Журнал{:03}", i), "", "5 лет, ст. 182г", "ЭД"});
  }
  return made;
}

TEST(NomenclatureForm, HasEveryPartOfTheFormInItsOrder) {
  const Printing russian(Language::russian);
  const std::string text = all_text_of(printed_nomenclature(made_form(3)).pdf);
  std::size_t last = 0;
  for (const char* part : {"МБУ ДО «Выдумка»",
                           "НОМЕНКЛАТУРА ДЕЛ",
                           "25.12.2026 № 12",
                           "Место составления",
                           "на 2027 год",
                           "Индекс",
                           "01 Делопроизводство",
                           "01-01",
                           "Журнал001",
                           "5 лет, ст. 182г",
                           "01-03",
                           "Составил",
                           "Виза лица, ответственного за архив",
                           "СОГЛАСОВАНО",
                           "Протокол ЭК организации: № 3 от 12.12.2026",
                           "Итоговая запись о категориях и количестве дел, заведенных в 2027",
                           "По срокам хранения",
                           "Постоянного",
                           "Временного (свыше 10 лет)",
                           "Временного (до 10 лет",
                           "ИТОГО",
                           "Итоговые сведения переданы в архив"}) {
    const std::size_t at = text.find(part, last);
    EXPECT_NE(at, std::string::npos) << part;
    if (at != std::string::npos) last = at;
  }
  for (const char* part : {"УТВЕРЖДАЮ", "Заголовок дела", "Кол-во ед.", "Срок хранения",
                           "Примечание", "переходящих", "отметкой «ЭПК»"}) {
    EXPECT_THAT(text, HasSubstr(part));
  }
  EXPECT_THAT(packed(text), HasSubstr("12345")) << "the columns are numbered";
}

TEST(NomenclatureForm, OfAListNobodyApprovedTheRequisitesAreLeftToWrite) {
  const Printing russian(Language::russian);
  NomenclatureForm made = made_form(1);
  made.number.clear();
  made.day.clear();
  made.agreed.clear();
  made.institution.clear();
  const std::string text = all_text_of(printed_nomenclature(made).pdf);
  EXPECT_THAT(text, HasSubstr("Наименование организации"));
  EXPECT_THAT(text, HasSubstr("Протокол ЭК организации: ____"));
  EXPECT_THAT(text, HasSubstr("____ № ____"));
}

TEST(NomenclatureForm, ALongListHasItsHeadingOnEveryPageAndLosesNothing) {
  const Printing russian(Language::russian);
  const std::vector<std::string> pages = pages_of(printed_nomenclature(made_form(90)).pdf);
  ASSERT_GE(pages.size(), 2U);
  std::string all;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    all += pages[i];
    if (pages[i].find("Журнал0") != std::string::npos) {
      EXPECT_THAT(pages[i], HasSubstr("Индекс")) << "page " << i + 1;
    }
    if (i > 0) {
      EXPECT_THAT(pages[i], HasSubstr("Номенклатура дел на 2027 год"));
    }
  }
  for (int i = 1; i <= 90; ++i) EXPECT_THAT(all, HasSubstr(fmt::format("Журнал{:03}", i)));
}

TEST(NomenclatureForm, ATitleOfASectionIsNeverTheLastOfAPage) {
  const Printing russian(Language::russian);
  for (int items = 20; items < 60; ++items) {
    NomenclatureForm made = made_form(items);
    made.rows.push_back({"", "02 Учебная часть", "", "", ""});
    made.rows.push_back({"02-01", "Последнее", "", "Постоянно", ""});
    for (const std::string& page : pages_of(printed_nomenclature(made).pdf)) {
      const bool has_title = page.find("02 Учебная часть") != std::string::npos;
      EXPECT_EQ(has_title, page.find("02-01") != std::string::npos) << items;
    }
  }
}

TEST(NomenclatureForm, TheRecordOfTotalsIsFilledWhereTheYearIsOver) {
  const Printing russian(Language::russian);
  NomenclatureForm made = made_form(1);
  made.totals = NomenclatureTotals{};
  made.totals->classes = {{{11, 0, 0}, {22, 3, 4}, {104, 50, 6}}};
  const std::string text = packed(all_text_of(printed_nomenclature(made).pdf));
  EXPECT_THAT(text, HasSubstr("Постоянного1100"));
  EXPECT_THAT(text, HasSubstr("2234"));
  EXPECT_THAT(text, HasSubstr("104506"));
  EXPECT_THAT(text, HasSubstr("ИТОГО1375310")) << "the sums";
  EXPECT_THAT(packed(all_text_of(printed_nomenclature(made_form(1)).pdf)),
              Not(HasSubstr("ИТОГО0")));
}

}  // namespace
}  // namespace fonds
