#include "forms/disclosure_register.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "forms/form_pdf.h"
#include "forms/read_pdf.h"

namespace fonds {
namespace {

using namespace std::string_literals;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

DisclosureRegister made_register(int rows) {
  DisclosureRegister made{"Центр «Выдумка»", "с 01.01.2026 по 31.03.2026", {}};
  for (int i = 1; i <= rows; ++i) {
    made.rows.push_back({fmt::format("н{:04}", i), "12.03.2026", fmt::format("Мать{:04}", i),
                         fmt::format("Сын{:04}", i), "устная", fmt::format("выписка{:04}", i),
                         fmt::format("Архив{:04}", i)});
  }
  return made;
}

TEST(DisclosureRegister, HasTheHeadingsOfTheForm) {
  const Printing russian(Language::russian);

  const Table table = disclosure_register_table(made_register(0));

  EXPECT_EQ(table.name, "Журнал учета предоставления сведений");
  ASSERT_EQ(table.rows.size(), 1U);
  EXPECT_THAT(table.rows[0],
              ElementsAre("№", "Дата", "Заявитель, статус, документ", "Обучающийся",
                          "Форма заявления (устная/письменная)", "Что выдано", "Кем", "Подпись"));
}

TEST(DisclosureRegister, IsATableToo) {
  DisclosureRegister made = made_register(1);
  made.rows[0].given = "выписка,\nкопия";

  const Table table = disclosure_register_table(made);

  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_EQ(table.rows[0][1], "Date");
  EXPECT_THAT(table.rows[1], ElementsAre("н0001", "12.03.2026", "Мать0001", "Сын0001", "устная",
                                         "выписка, копия", "Архив0001", ""));
}

TEST(DisclosureRegister, IsPrintedOnTurnedSheetsUnderTheSameHeadings) {
  const Printing russian(Language::russian);
  const std::string pdf = printed_disclosure_register(made_register(1)).pdf;

  const std::string text = all_text_of(pdf);

  for (const char* part : {"Центр «Выдумка»",
                           "Журнал учета предоставления сведений",
                           "Период: с 01.01.2026 по 31.03.2026",
                           "№",
                           "Дата",
                           "Заявитель, статус, документ",
                           "Обучающийся",
                           "Форма",
                           "заявления",
                           "(устная/",
                           "письменная)",
                           "Что выдано",
                           "Кем",
                           "Подпись",
                           "12.03.2026",
                           "Мать0001",
                           "Сын0001",
                           "выписка0001",
                           "Архив0001",
                           "Всего записей: 1"}) {
    EXPECT_THAT(text, HasSubstr(part));
  }
  EXPECT_THAT(sheet_of(pdf), HasSubstr("841.89 x 595.276 pts (A4)"));
  EXPECT_THAT(packed(text), HasSubstr("12345678")) << "the columns are numbered";
}

TEST(DisclosureRegister, IsPrintedInEnglish) {
  const std::string text = all_text_of(printed_disclosure_register(made_register(1)).pdf);

  for (const char* part : {"Register of disclosures", "Applicant, status, document", "By whom",
                           "Signature", "Records in all: 1"}) {
    EXPECT_THAT(text, HasSubstr(part));
  }
}

TEST(DisclosureRegister, EveryRowIsThereAndTheHeadingOnEverySheet) {
  const Printing russian(Language::russian);
  for (const int count : {0, 1, 200}) {
    const std::string pdf = printed_disclosure_register(made_register(count)).pdf;
    const std::vector<std::string> pages = pages_of(pdf);
    const std::string all = all_text_of(pdf);

    EXPECT_EQ(pages.size() > 10, count == 200) << count;
    for (const std::string& page : pages) {
      if (times(page, "12.03.2026") == 0 && count > 0) continue;  // the total alone
      EXPECT_EQ(times(page, "Заявитель, статус, документ"), 1U);
      EXPECT_EQ(times(page, "Подпись"), 1U);
    }
    for (int i = 1; i <= count; ++i) {
      for (const char* name : {"н", "Мать", "Сын", "выписка", "Архив"}) {
        EXPECT_EQ(times(all, fmt::format("{}{:04}", name, i)), 1U) << name << i;
      }
    }
    EXPECT_THAT(all, HasSubstr(fmt::format("Всего записей: {}", count)));
    EXPECT_LE(farthest(pdf, "yMax"), kSheetWidth - 11);
    EXPECT_LE(farthest(pdf, "xMax"), kSheetHeight - 14);
  }
}

TEST(DisclosureRegister, OrdinaryWordsFitTheirColumns) {
  const Printing russian(Language::russian);
  DisclosureRegister made = made_register(1);
  made.rows[0].form = "письменная";
  made.rows[0].number = "1024";
  made.rows[0].by = "Ответственный Преображенский";

  const std::string text = all_text_of(printed_disclosure_register(made).pdf);

  for (const char* word : {"12.03.2026", "письменная ", "1024", "Преображенский"}) {
    EXPECT_THAT(text, HasSubstr(word)) << "broken";
  }
}

TEST(DisclosureRegister, LongAndStrangeTextsArePrinted) {
  DisclosureRegister odd = made_register(2);
  odd.institution.clear();
  odd.period.clear();
  for (int i = 0; i < 3000; ++i) odd.rows[0].given += "ж";
  odd.rows[0].by = "кот\0\x1B\xF0\x9F\x8E\x89пёс"s;

  const std::string text = all_text_of(printed_disclosure_register(odd).pdf);

  EXPECT_EQ(times(text, "ж"), 3000U);
  EXPECT_THAT(text, HasSubstr("кот"));
  EXPECT_THAT(text, HasSubstr("пёс"));
  EXPECT_THAT(text, HasSubstr("Сын0002"));
}

}  // namespace
}  // namespace fonds
