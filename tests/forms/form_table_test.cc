#include "forms/form_table.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "base/error.h"
#include "forms/read_pdf.h"

namespace fonds {
namespace {

using namespace std::string_literals;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr FormMargins kMargins{20, 20, 10, 15};

const std::vector<FormColumn>& columns() {
  static const std::vector<FormColumn> three{
      {"Номер", 15, TextAlign::centre}, {"Заголовок", 60}, {"Листов", 25, TextAlign::right}};
  return three;
}

std::string drawn(const std::vector<TableRow>& rows, const FormTableStyle& style = {}) {
  FormPdf form("x");
  FormFlow flow(form, kMargins, "");
  draw_table(flow, columns(), rows, style);
  return form.finish().pdf;
}

std::vector<TableRow> numbered_rows(int count) {
  std::vector<TableRow> rows;
  for (int i = 1; i <= count; ++i) {
    rows.push_back({fmt::format("н{:04}", i), fmt::format("верх{0:04}\nниз{0:04}", i), "5"});
  }
  return rows;
}

std::string lines_of(std::string_view name, int count) {
  std::string text;
  for (int i = 1; i <= count; ++i) text += fmt::format("{}{:04}\n", name, i);
  text.pop_back();
  return text;
}

void expect_heading_on_every_page(const std::vector<std::string>& pages) {
  for (std::size_t i = 0; i < pages.size(); ++i) {
    EXPECT_EQ(times(pages[i], "Номер"), 1U) << "page " << i + 1;
    EXPECT_EQ(times(pages[i], "Заголовок"), 1U) << "page " << i + 1;
    EXPECT_THAT(packed(pages[i]), HasSubstr("НомерЗаголовокЛистов123")) << "page " << i + 1;
  }
}

TEST(FormTable, WithoutRowsThereIsTheHeading) {
  const std::vector<std::string> pages = pages_of(drawn({}));

  ASSERT_EQ(pages.size(), 1U);
  EXPECT_EQ(packed(pages[0]), "НомерЗаголовокЛистов123");
}

TEST(FormTable, EveryRowIsPrintedOnceAndWholeUnderItsHeading) {
  for (const int count : {1, 2, 40, 200}) {
    const std::string pdf = drawn(numbered_rows(count));

    const std::vector<std::string> pages = pages_of(pdf);

    EXPECT_EQ(pages.size() > 1, count >= 40) << count;
    expect_heading_on_every_page(pages);
    int next = 1;
    for (const std::string& page : pages) {
      for (; next <= count && times(page, fmt::format("н{:04}", next)) == 1; ++next) {
        EXPECT_EQ(times(page, fmt::format("верх{:04}", next)), 1U) << next;
        EXPECT_EQ(times(page, fmt::format("низ{:04}", next)), 1U) << next;
      }
    }
    EXPECT_EQ(next, count + 1) << "a row is missing or out of order";
    EXPECT_LE(farthest(pdf, "yMax"), kSheetHeight - kMargins.bottom);
    EXPECT_LE(farthest(pdf, "xMax"), kSheetWidth - kMargins.right);
  }
}

TEST(FormTable, ARowHigherThanAPageGoesOnAndEnds) {
  const std::string pdf = drawn({{"до", "короткая", "1"},
                                 {lines_of("а", 90), lines_of("б", 300), ""},
                                 {"после", "короткая", "2"}});

  const std::vector<std::string> pages = pages_of(pdf);

  ASSERT_GE(pages.size(), 4U);
  ASSERT_LE(pages.size(), 8U);
  expect_heading_on_every_page(pages);
  const std::string all = all_text_of(pdf);
  for (int i = 1; i <= 90; ++i) EXPECT_EQ(times(all, fmt::format("а{:04}", i)), 1U) << i;
  for (int i = 1; i <= 300; ++i) EXPECT_EQ(times(all, fmt::format("б{:04}", i)), 1U) << i;
  EXPECT_THAT(pages.front(), HasSubstr("до"));
  EXPECT_THAT(pages.front(), HasSubstr("б0001")) << "the page that is begun is used";
  EXPECT_THAT(pages.back(), HasSubstr("после"));
  EXPECT_LE(farthest(pdf, "yMax"), kSheetHeight - kMargins.bottom);
}

TEST(FormTable, AWordWiderThanItsColumnIsBroken) {
  std::string word;
  for (int i = 0; i < 1000; ++i) word += "жёЩ";

  const std::string pdf = drawn({{"1", "слово", word}});

  const std::string text = all_text_of(pdf);
  EXPECT_EQ(times(text, "ж"), 1000U);
  EXPECT_EQ(times(text, "ё"), 1000U);
  EXPECT_EQ(times(text, "Щ"), 1000U);
  EXPECT_LE(farthest(pdf, "xMax"), kSheetWidth - kMargins.right);
}

TEST(FormTable, StrangeTextIsPrinted) {
  const std::string strange =
      "кот\0\x01\x1B[31m\x7Fпёс \xF0\x9F\x8E\x89 \xE2\x80\xAEрак\t\r\n\nлев"s;

  const std::string text = all_text_of(drawn({{"1", strange, ""}, {"2", "следующая", "3"}}));

  for (const char* word : {"кот", "пёс", "рак", "лев", "следующая"}) {
    EXPECT_THAT(text, HasSubstr(word));
  }
}

TEST(FormTable, TheEndIsToldAndWhatFollowsStandsBelow) {
  FormPdf form("x");
  FormFlow flow(form, kMargins, "");
  const double one = draw_table(flow, columns(), numbered_rows(1));
  EXPECT_EQ(one, flow.top());
  EXPECT_GT(one, kMargins.top + 15);
  EXPECT_LT(one, kMargins.top + 30);

  const double two = draw_table(flow, columns(), numbered_rows(1));
  EXPECT_NEAR(two - one, one - kMargins.top, 1e-9);
  EXPECT_EQ(form.page(), 1);
}

TEST(FormTable, TheHeadingIsNotLeftAloneAtTheFootOfAPage) {
  FormPdf form("x");
  FormFlow flow(form, kMargins, "");
  flow.paragraph("перед таблицей", {11});
  flow.skip(flow.room() - 16);  // the heading would fit, a row would not
  draw_table(flow, columns(), numbered_rows(3));

  const std::vector<std::string> pages = pages_of(form.finish().pdf);

  ASSERT_EQ(pages.size(), 2U);
  EXPECT_THAT(pages[0], Not(HasSubstr("Заголовок")));
  EXPECT_THAT(pages[1], HasSubstr("Заголовок"));
}

TEST(FormTable, TheLastRowStaysOnThePageWithWhatStandsBelow) {
  bool moved = false;
  for (int count = 1; count <= 60; ++count) {
    FormPdf form("x");
    FormFlow flow(form, kMargins, "");
    draw_table(flow, columns(), numbered_rows(count), {9, 0, false, 60});
    EXPECT_GE(flow.room(), 60) << count;
    const std::string last = pages_of(form.finish().pdf).back();
    EXPECT_THAT(last, HasSubstr(fmt::format("н{:04}", count)));
    moved = moved || (count > 1 && times(last, "верх") == 1);
  }
  EXPECT_TRUE(moved);
}

TEST(FormTable, ATitleOfASectionStaysWithItsRowHoweverHighThatIs) {
  std::vector<TableRow> rows{{"Раздел"}, {"1", lines_of("строка", 12), "5"}};
  bool moved = false;
  for (int above = 150; above < 262; above += 3) {
    FormPdf form("x");
    FormFlow flow(form, kMargins, "");
    flow.skip(above);
    draw_table(flow, columns(), rows, {9, 0, true, 20});
    EXPECT_GE(flow.room(), 20) << above;
    int with_table = 0;
    for (const std::string& page : pages_of(form.finish().pdf)) {
      with_table += static_cast<int>(times(page, "Заголовок"));
      EXPECT_EQ(times(page, "Раздел"), times(page, "Заголовок")) << above;
      moved = moved || (times(page, "Раздел") == 0);
    }
    EXPECT_EQ(with_table, 1) << above << ": no heading is left alone";
  }
  EXPECT_TRUE(moved);
}

TEST(FormTable, MoreThanAPageIsNotKeptFree) {
  FormPdf form("x");
  FormFlow flow(form, kMargins, "");
  draw_table(flow, columns(), numbered_rows(2), {9, 0, false, 1000});

  EXPECT_LE(pages_of(form.finish().pdf).size(), 2U);
}

TEST(FormTable, ARowIsAsHighAsItMustBe) {
  const auto end_of = [](double least) {
    FormPdf form("x");
    FormFlow flow(form, kMargins, "");
    return draw_table(flow, columns(), std::vector<TableRow>{{"1"}, {"2"}}, {9, least});
  };

  EXPECT_NEAR(end_of(30) - end_of(20), 20, 1e-6);
  EXPECT_EQ(end_of(0), end_of(1));
  EXPECT_GT(pages_of(drawn(numbered_rows(5), {9, 100})).size(), 2U);
}

TEST(FormTable, ATitleOfAnyLengthLeavesRoomForTheRows) {
  std::string title;
  for (int i = 0; i < 2000; ++i) title += "длинный ";
  for (const SheetTurn turn : {SheetTurn::portrait, SheetTurn::landscape}) {
    FormPdf form("x", turn);
    FormFlow flow(form, kMargins, "");
    draw_table(flow, std::vector<FormColumn>{{title, 1}, {"б", 1}}, numbered_rows(0), {24});
    draw_table(flow, std::vector<FormColumn>{{title, 1}, {"б", 500}},
               std::vector<TableRow>{{"узко", lines_of("широко", 50)}}, {24});
    const std::string pdf = form.finish().pdf;

    EXPECT_THAT(all_text_of(pdf), HasSubstr("широко0050"));
    EXPECT_LE(farthest(pdf, "yMax"), form.height() - kMargins.bottom);
  }
}

TEST(FormTable, ARowWithoutAColumnForACellIsRefused) {
  EXPECT_THROW(drawn({{"1", "2", "3", "4"}}), Error);
  FormPdf form("x");
  FormFlow flow(form, kMargins, "");
  EXPECT_THROW(draw_table(flow, {}, {}), Error);
  EXPECT_NO_THROW(drawn({{}, {"1"}}));
}

}  // namespace
}  // namespace fonds
