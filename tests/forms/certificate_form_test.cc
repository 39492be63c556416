#include "forms/certificate_form.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "forms/read_pdf.h"

namespace fonds {
namespace {

using ::testing::HasSubstr;

CertificateForm made_certificate(int features) {
  CertificateForm made{"МБУ ДО «Выдумка»",
                       {"02-05", 2024, 1},
                       121,
                       "12а, 12б",
                       "40",
                       2,
                       {},
                       {"Методист", "Небылицына Е. Ф.", CalendarDate{2026, 12, 25}}};
  for (int i = 1; i <= features; ++i) {
    made.features.push_back({fmt::format("склейка{:03}", i), fmt::format("л{:03}", i)});
  }
  return made;
}

TEST(CertificateForm, HasEveryPartOfTheFormInItsOrder) {
  const Printing russian(Language::russian);

  const std::string pdf = printed_certificate(made_certificate(1)).pdf;

  expect_in_order(drawn_text_of(pdf),
                  {"МБУ ДО «Выдумка»", "ЛИСТ-ЗАВЕРИТЕЛЬ ДЕЛА", "№ 02-05 за 2024 год, том 1",
                   "В деле подшито и пронумеровано 121 (сто двадцать один) лист, в том числе:",
                   "литерные номера листов 12а, 12б;", "пропущенные номера листов 40;",
                   "+ листов внутренней описи 2 (два).", "Особенности физического состояния",
                   "склейка001", "л001", "Методист", "подпись", "Небылицына Е. Ф.", "25.12.2026"});
  expect_columns(pdf, {"Особенности физического состояния и формирования дела", "Номера листов"});
  EXPECT_EQ(pages_of(pdf).size(), 1U);
}

TEST(CertificateForm, WhatIsNotKnownIsLeftToBeWrittenByHand) {
  const Printing russian(Language::russian);

  expect_in_order(
      drawn_text_of(printed_certificate({}).pdf),
      {"Наименование организации ____", "№ ____",
       "В деле подшито и пронумеровано __________ (цифрами и прописью) листов, в том числе:",
       "литерные номера листов ____", "пропущенные номера листов ____",
       "+ листов внутренней описи __________ (цифрами и прописью).", "должность", "подпись",
       "расшифровка подписи", "дата"});
}

// Heights tell: nothing else shows an empty row.
TEST(CertificateForm, RowsAreLeftEmptyHoweverManyAreFull) {
  const double of_none = farthest(printed_certificate(made_certificate(0)).pdf, "yMax");
  const double of_five = farthest(printed_certificate(made_certificate(5)).pdf, "yMax");
  const double of_six = farthest(printed_certificate(made_certificate(6)).pdf, "yMax");

  EXPECT_NEAR(of_five, of_none, 0.01);
  EXPECT_GT(of_six, of_five + 5);
}

TEST(CertificateForm, ALongOneHasItsHeadingOnEveryPageAndLosesNothing) {
  const Printing russian(Language::russian);
  CertificateForm made = made_certificate(60);
  for (int i = 1; i <= 900; ++i) made.features[30].feature += fmt::format(" слово{:03}", i);
  const std::string pdf = printed_certificate(made).pdf;

  const std::vector<std::string> pages = pages_of(pdf);
  const std::string all = drawn_text_of(pdf);

  ASSERT_GE(pages.size(), 3U);
  EXPECT_EQ(times(all, packed("Особенности физического состояния")), pages.size());
  for (int i = 1; i <= 60; ++i) EXPECT_EQ(times(all, fmt::format("склейка{:03}", i)), 1U) << i;
  for (int i = 1; i <= 900; ++i) EXPECT_EQ(times(all, fmt::format("слово{:03}", i)), 1U) << i;
  EXPECT_THAT(pages.back(), HasSubstr("Лист-заверитель дела № 02-05"));
}

TEST(CertificateForm, TheSignatureIsNeverAloneOnASheet) {
  const Printing russian(Language::russian);
  for (int features = 10; features <= 24; ++features) {
    EXPECT_THAT(pages_of(printed_certificate(made_certificate(features)).pdf).back(),
                HasSubstr("Номера листов"))
        << features;
  }
}

}  // namespace
}  // namespace fonds
