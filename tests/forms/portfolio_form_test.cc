#include "forms/portfolio_form.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "forms/form_pdf.h"
#include "forms/read_pdf.h"

namespace fonds {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

PortfolioFacts facts(int rows, int pages = 2) {
  PortfolioFacts facts;
  facts.institution = "Центр «Выдумка»";
  facts.number = 15;
  facts.student = "Небылицын Фома Сказкинович";
  facts.day = {2026, 3, 20};
  for (int i = 1; i <= rows; ++i) {
    facts.rows.push_back({"15.05.2024", fmt::format("Конкурс{:04}", i), "муниципальный", "I место",
                          "Лира", fmt::format("Диплом № д{:04}", i), pages});
  }
  return facts;
}

/// The last cells of the rows: where the papers stand.
std::vector<std::string> pages_in(const PrintedForm& form) {
  std::vector<std::string> pages;
  for (const TableRow& row : form.tables.at(0).rows) pages.push_back(row.back());
  return pages;
}

TEST(PortfolioForm, SaysInRussianWhatItIsGiven) {
  const Printing russian(Language::russian);
  PortfolioFacts made = facts(1);
  made.birth_date = CalendarDate{2013, 2, 4};
  made.period = "с 01.09.2023 по 31.08.2024";
  const std::string text = all_text_of(printed_portfolio(made).pdf);
  for (const char* part : {"Центр «Выдумка»", "Небылицын Фома Сказкинович", "04.02.2013",
                           "с 01.09.2023 по 31.08.2024", "20.03.2026", "15.05.2024", "Конкурс0001",
                           "муниципальный", "I место", "Лира", "Диплом № д0001"}) {
    EXPECT_THAT(text, HasSubstr(part));
  }
}

TEST(PortfolioForm, TheBirthDateAndThePeriodStandThereOnlyWhenTheyAreGiven) {
  const std::string text = all_text_of(printed_portfolio(facts(1)).pdf);
  EXPECT_THAT(text, HasSubstr("Student:"));
  EXPECT_THAT(text, Not(HasSubstr("Date of birth")));
  EXPECT_THAT(text, Not(HasSubstr("Period")));
}

TEST(PortfolioForm, PapersBeginBehindTheListHoweverLongItIs) {
  EXPECT_EQ(pages_in(printed_portfolio(facts(2))), (std::vector<std::string>{"Page", "2", "4"}));
  for (const int rows : {40, 120}) {
    const PrintedForm form = printed_portfolio(facts(rows));
    const auto own = pages_of(form.pdf).size();
    EXPECT_GT(own, 1U);
    const std::vector<std::string> pages = pages_in(form);
    EXPECT_EQ(pages.at(1), std::to_string(own + 1));
    EXPECT_EQ(pages.back(), std::to_string(own + 1 + 2 * static_cast<std::size_t>(rows - 1)));
  }
}

TEST(PortfolioForm, APaperWithoutPagesIsAFileAndTakesNone) {
  PortfolioFacts made = facts(3);
  made.rows[1].pages = 0;
  const PrintedForm form = printed_portfolio(made);
  EXPECT_EQ(pages_in(form), (std::vector<std::string>{"Page", "2", "file", "4"}));
  EXPECT_THAT(all_text_of(form.pdf), HasSubstr("electronic"));
  EXPECT_THAT(all_text_of(printed_portfolio(facts(3)).pdf), Not(HasSubstr("electronic")));
}

TEST(PortfolioForm, ItsTitleNamesNobody) {
  EXPECT_THAT(title_of_portfolio(15), HasSubstr("15"));
  const TempFolder folder;
  const std::string about = said_by(
      "pdfinfo " + folder.file("form.pdf", printed_portfolio(facts(1)).pdf).string() + " 2>&1");
  EXPECT_THAT(about, HasSubstr("Portfolio of student No. 15"));
  EXPECT_THAT(about, Not(HasSubstr("Небылицын")));
}

}  // namespace
}  // namespace fonds
