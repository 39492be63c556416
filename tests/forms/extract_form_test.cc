#include "forms/extract_form.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "forms/form_pdf.h"
#include "forms/read_pdf.h"

namespace fonds {
namespace {

using namespace std::string_literals;
using ::testing::HasSubstr;
using ::testing::Not;

ExtractFacts facts(int rows) {
  ExtractFacts facts;
  facts.institution = "Центр «Выдумка»";
  facts.number = 17;
  facts.day = {2026, 3, 20};
  facts.student = "Небылицын Фома Сказкинович";
  facts.birth_date = CalendarDate{2013, 2, 4};
  facts.applicant = "Небылицына Евлампия Фроловна, мать";
  facts.application = "заявление устное от 12.03.2026";
  facts.period = "2024/2025";
  for (int i = 1; i <= rows; ++i) {
    facts.rows.push_back({fmt::format("Диплом № д{:04}", i), "02-08", fmt::format("Лира{:04}", i),
                          fmt::format("Конкурс{:04}", i), fmt::format("место{:04}", i)});
  }
  facts.issued_by = "Архивариусова Н. Е.";
  facts.office = "Ответственный за архив";
  return facts;
}

TEST(ExtractForm, SaysInRussianWhatItIsGiven) {
  const Printing russian(Language::russian);
  const std::string pdf = printed_extract(facts(1)).pdf;

  const std::string text = all_text_of(pdf);

  for (const char* part : {"Центр «Выдумка»",
                           "ВЫПИСКА",
                           "от 20.03.2026 № 17",
                           "Обучающийся:",
                           "Небылицын Фома Сказкинович",
                           "Дата рождения:",
                           "04.02.2013",
                           "Выдана:",
                           "Небылицына Евлампия Фроловна, мать",
                           "Основание:",
                           "заявление устное от 12.03.2026",
                           "2024/2025",
                           "№ п/п",
                           "Документ",
                           "Индекс",
                           "дела",
                           "Объединение, мероприятие",
                           "Результат",
                           "Диплом № д0001",
                           "02-08",
                           "Лира0001",
                           "Конкурс0001",
                           "место0001",
                           "Всего записей: 1",
                           "Сведения о других обучающихся не приводятся.",
                           "Выписка верна",
                           "Ответственный за архив",
                           "Архивариусова Н. Е.",
                           "подпись",
                           "Получил(а):",
                           "дата"}) {
    EXPECT_THAT(text, HasSubstr(part));
  }
  EXPECT_EQ(pages_of(pdf).size(), 1U);
  EXPECT_THAT(sheet_of(pdf), HasSubstr("595.276 x 841.89 pts (A4)"));
  EXPECT_THAT(pdf, Not(HasSubstr("Небылицын"))) << "no name in the file's own description";
}

TEST(ExtractForm, SaysItInEnglish) {
  const std::string text = all_text_of(printed_extract(facts(1)).pdf);

  for (const char* part :
       {"EXTRACT", "No. 17 of 2026-03-20", "Student:", "Date of birth:", "2013-02-04",
        "Given to:", "Grounds:", "Collective, event", "Records in all: 1",
        "Data of other students are not given.", "The extract is correct.", "Received:"}) {
    EXPECT_THAT(text, HasSubstr(part));
  }
}

TEST(ExtractForm, WithoutRecordsItSaysSo) {
  const Printing russian(Language::russian);
  ExtractFacts none = facts(0);

  EXPECT_THAT(all_text_of(printed_extract(none).pdf),
              HasSubstr("Записей о результатах этого обучающегося за этот период в архиве нет."));

  none.period.clear();
  const std::string text = all_text_of(printed_extract(none).pdf);
  EXPECT_THAT(text, HasSubstr("Записей о результатах этого обучающегося в архиве нет."));
  EXPECT_THAT(text, Not(HasSubstr("Результат\n")));
  EXPECT_THAT(text, Not(HasSubstr("Всего записей")));
  EXPECT_THAT(text, HasSubstr("Выписка верна"));
}

TEST(ExtractForm, WhatIsNotKnownLeavesNoEmptyLine) {
  const Printing russian(Language::russian);
  ExtractFacts bare = facts(1);
  bare.institution.clear();
  bare.birth_date.reset();
  bare.period.clear();

  const std::string text = all_text_of(printed_extract(bare).pdf);

  for (const char* label : {"Дата рождения", "Период", "приложены копии", "до решения"}) {
    EXPECT_THAT(text, Not(HasSubstr(label)));
  }
}

TEST(ExtractForm, CopiesAndWhatIsLeftOutAreTold) {
  const Printing russian(Language::russian);
  ExtractFacts more = facts(1);
  more.copies = {"Диплом № 4, 1 л.", "Грамота № 5, 2 л."};
  more.left_out = 3;

  const std::string text = all_text_of(printed_extract(more).pdf);

  EXPECT_THAT(text, HasSubstr("К выписке приложены копии:"));
  EXPECT_THAT(text, HasSubstr("1. Диплом № 4, 1 л."));
  EXPECT_THAT(text, HasSubstr("2. Грамота № 5, 2 л."));
  EXPECT_THAT(text,
              HasSubstr("Документов, сведения из которых не приведены до решения сотрудника: 3"));
}

TEST(ExtractForm, TwoHundredRecordsAreAllThere) {
  const Printing russian(Language::russian);
  const std::string pdf = printed_extract(facts(200)).pdf;

  const std::vector<std::string> pages = pages_of(pdf);
  const std::string all = all_text_of(pdf);

  ASSERT_GE(pages.size(), 5U);
  for (std::size_t i = 1; i < pages.size(); ++i) {
    EXPECT_THAT(pages[i], HasSubstr(fmt::format("{}", i + 1)));
    EXPECT_THAT(pages[i], HasSubstr("Выписка № 17 от 20.03.2026"));
    if (times(pages[i], "Диплом") == 0) continue;
    EXPECT_THAT(pages[i], HasSubstr("Объединение, мероприятие"));
  }
  for (int i = 1; i <= 200; ++i) {
    EXPECT_EQ(times(all, fmt::format("д{:04}", i)), 1U) << i;
    EXPECT_EQ(times(all, fmt::format("Лира{:04}", i)), 1U) << i;
    EXPECT_EQ(times(all, fmt::format("Конкурс{:04}", i)), 1U) << i;
    EXPECT_EQ(times(all, fmt::format("место{:04}", i)), 1U) << i;
  }
  EXPECT_THAT(all, HasSubstr("Всего записей: 200"));
  EXPECT_LE(farthest(pdf, "yMax"), kSheetHeight - 10);
}

TEST(ExtractForm, TheSignaturesStayOnOneSheetWithWhatTheyConfirm) {
  const Printing russian(Language::russian);
  bool moved = false;
  for (int rows = 8; rows <= 22; ++rows) {
    const std::string pdf = printed_extract(facts(rows)).pdf;
    const std::string last = pages_of(pdf).back();
    moved = moved || pages_of(pdf).size() > 1;

    for (const char* part : {"Сведения о других", "Выписка верна", "Архивариусова", "Получил(а)"}) {
      EXPECT_THAT(last, HasSubstr(part)) << rows;
    }
    EXPECT_LE(farthest(pdf, "yMax"), kSheetHeight - 14) << rows;
  }
  EXPECT_TRUE(moved) << "some of them must have needed a second sheet";
}

TEST(ExtractForm, LongAndStrangeTextsArePrinted) {
  const Printing russian(Language::russian);
  ExtractFacts odd = facts(3);
  std::string word;
  for (int i = 0; i < 500; ++i) word += "ж";
  std::string story;
  for (int i = 1; i <= 2000; ++i) story += fmt::format("слово{:04} ", i);
  odd.rows[0].document = word;
  odd.rows[1].event = story;
  odd.rows[2].result = "лауреат\0\x01\n\xF0\x9F\x8E\x89 степени"s;
  odd.student = story;
  odd.office = story;
  odd.issued_by = word;
  odd.copies = {story};

  const std::string pdf = printed_extract(odd).pdf;

  const std::string text = all_text_of(pdf);
  EXPECT_GE(times(text, "ж"), 500U);
  for (const int i : {100, 1000, 2000}) {
    EXPECT_GE(times(text, fmt::format("слово{:04}", i)), 3U) << i;
  }
  EXPECT_THAT(text, HasSubstr("лауреат"));
  EXPECT_THAT(text, HasSubstr("степени"));
  EXPECT_THAT(text, HasSubstr("Получил(а)"));
  EXPECT_LE(farthest(pdf, "xMax"), kSheetWidth - 9);
  EXPECT_LE(farthest(pdf, "yMax"), kSheetHeight - 14);
}

}  // namespace
}  // namespace fonds
