#include "forms/form_flow.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "forms/read_pdf.h"

namespace fonds {
namespace {

using ::testing::HasSubstr;

constexpr TextStyle kText{11};

TEST(FormFlow, WhatFollowsStandsBelow) {
  FormPdf form("x");
  FormFlow flow(form, {}, "");
  const double first = flow.top();
  flow.paragraph("один", kText);
  const double second = flow.top();
  flow.skip(10);

  EXPECT_EQ(first, 20);
  EXPECT_GT(second, first + 3);
  EXPECT_NEAR(flow.top(), second + 10, 1e-9);
  EXPECT_NEAR(flow.room(), flow.room_of_a_page() - (flow.top() - first), 1e-9);
}

TEST(FormFlow, ALongTextGoesOnAndLosesNothing) {
  FormPdf form("x");
  FormFlow flow(form, {20, 20, 10, 15}, "");
  std::string text;
  for (int i = 1; i <= 200; ++i) text += fmt::format("строка{:03}\n", i);
  flow.paragraph(text, kText, 30);
  const std::string pdf = form.finish().pdf;

  const std::vector<std::string> pages = pages_of(pdf);

  ASSERT_GE(pages.size(), 3U);
  std::string all;
  for (const std::string& page : pages) all += page;
  for (int i = 1; i <= 200; ++i) {
    EXPECT_EQ(times(all, fmt::format("строка{:03}", i)), 1U) << i;
  }
  EXPECT_LE(farthest(pdf, "yMax"), kSheetHeight - 15);
}

TEST(FormFlow, EveryPageButTheFirstHasItsNumberAndWhatItBelongsTo) {
  FormPdf form("x");
  FormFlow flow(form, {}, "Опись № 7");
  flow.paragraph("первая", kText);
  flow.next_page();
  flow.paragraph("вторая", kText);

  const std::vector<std::string> pages = pages_of(form.finish().pdf);

  ASSERT_EQ(pages.size(), 2U);
  EXPECT_EQ(packed(pages[0]), "первая");
  EXPECT_EQ(packed(pages[1]), "2Опись№7вторая");
}

TEST(FormFlow, APageIsBegunOnlyWhenNeeded) {
  FormPdf form("x");
  FormFlow flow(form, {}, "");
  flow.need(10'000);
  EXPECT_EQ(form.page(), 1) << "an empty page is as good as another";

  flow.skip(flow.room_of_a_page() - 50);
  flow.need(49);
  EXPECT_EQ(form.page(), 1);
  flow.need(51);
  EXPECT_EQ(form.page(), 2);
  EXPECT_EQ(flow.room(), flow.room_of_a_page());
}

TEST(FormFlow, ALineHigherThanAPageEndsToo) {
  FormPdf form("x");
  FormFlow flow(form, {}, "");
  flow.paragraph("а\nб", {1000});

  EXPECT_EQ(form.page(), 2);
}

TEST(FormFlow, ALongNameOfTheFormDoesNotRunIntoTheNumber) {
  FormPdf form("x");
  std::string name;
  for (int i = 0; i < 100; ++i) name += "Журнал ";
  FormFlow flow(form, {}, name);
  flow.next_page();
  const std::string pdf = form.finish().pdf;

  EXPECT_THAT(all_text_of(pdf), HasSubstr("…"));
  EXPECT_THAT(all_text_of(pdf), HasSubstr("2 "));
  EXPECT_LE(farthest(pdf, "xMax"), kSheetWidth - 10 + 0.1);
}

}  // namespace
}  // namespace fonds
