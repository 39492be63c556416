#include "forms/csv_text.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace fonds {
namespace {

const std::string kMark = "\xEF\xBB\xBF";

std::string cell(const std::string& text) {
  const std::string csv = csv_text(Table{"", {{text}}});
  EXPECT_TRUE(csv.starts_with(kMark));
  EXPECT_TRUE(csv.ends_with("\r\n"));
  return csv.substr(kMark.size(), csv.size() - kMark.size() - 2);
}

TEST(CsvText, RowsAreReadByAProgramWithRussianSettings) {
  EXPECT_EQ(csv_text(Table{"", {{"ФИО", "место"}, {"Зябликов Прохор", ""}}}),
            kMark + "ФИО;место\r\nЗябликов Прохор;\r\n");
  EXPECT_EQ(csv_text(Table{"", {}}), kMark);
}

TEST(CsvText, SeparatorsQuotesAndLinesStayInTheirCell) {
  EXPECT_EQ(cell("Лира; группа 2"), "\"Лира; группа 2\"");
  EXPECT_EQ(cell("конкурс \"Шаг\""), "\"конкурс \"\"Шаг\"\"\"");
  EXPECT_EQ(cell("две\nстроки"), "\"две\nстроки\"");
  EXPECT_EQ(cell("запятая, точка"), "запятая, точка");
}

TEST(CsvText, NothingIsTakenForAFormula) {
  for (const std::string formula : {"=1+1", "+7 900", "-2", "@SUM(A1)", "=HYPERLINK(\"x\";\"y\")",
                                    "\t=1", "\r=1", " =1", "\n=1", "\xC2\xA0=1", "＝1"}) {
    EXPECT_TRUE(cell(formula).starts_with("\"'")) << formula;
  }
  for (const std::string plain :
       {"1 место", "34 балла", "а=б", "Сидорова-Белых", "—", "12.04.2024"}) {
    EXPECT_EQ(cell(plain), plain);
  }
}

}  // namespace
}  // namespace fonds
