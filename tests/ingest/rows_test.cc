#include "ingest/rows.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <set>
#include <string>
#include <vector>

#include "typed_paper.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const PersonWording& wording() {
  static const PersonWording shipped = PersonWording::shipped();
  return shipped;
}

/// "3: Седых Любовь | 9 | зачет", columns parted by |.
std::vector<std::string> rows_of(const PaperText& paper) {
  const std::vector<NameWord> words = name_words(paper);
  const PaperTables tables = find_rows(paper, words, wording());
  std::vector<std::string> lines;
  std::set<std::size_t> seen;
  for (const TableRow& row : tables.rows) {
    std::string line = std::to_string(row.number) + ":";
    for (std::size_t i = 0; i < row.words.size(); ++i) {
      EXPECT_TRUE(seen.insert(row.words[i]).second) << "a word in two rows";
      if (i > 0 && row.columns[i] != row.columns[i - 1]) line += " |";
      line += " " + words[row.words[i]].text;
    }
    lines.push_back(line);
  }
  return lines;
}
std::vector<std::string> rows_of(std::string_view text) { return rows_of(typed_paper(text)); }

TEST(Rows, NumbersColumnsAndHeadings) {
  const PaperText paper = typed_paper(
      "№  ФИО               Балл  Зачёт\n"
      "1  Седых Любовь      9     зачёт\n"
      "2. Ли Пётр           10    зачёт\n"
      "3  Белова Анастасия  4     незачёт\n");
  EXPECT_THAT(rows_of(paper), ElementsAre("1: Седых Любовь | 9 | зачёт", "2: Ли Пётр | 10 | зачёт",
                                          "3: Белова Анастасия | 4 | незачёт"));
  const auto tables = find_rows(paper, name_words(paper), wording());
  ASSERT_EQ(tables.columns.size(), 1U);
  ASSERT_EQ(tables.columns[0].size(), 3U);
  EXPECT_EQ(tables.columns[0][0].holds, ColumnHolds::name);
  EXPECT_EQ(tables.columns[0][2].holds, ColumnHolds::result);
  EXPECT_GT(tables.columns[0][2].weight, tables.columns[0][1].weight);
}

/// Cells set at mid-height: the lines of `names` stand half a line above and below the others.
PaperText at_mid_height(std::string_view text, const std::vector<std::size_t>& names) {
  auto pages = typed_pages(text);
  for (const std::size_t line : names) {
    for (const std::size_t each : {line, line + 2}) {
      for (Word& word : pages[0].lines[each].words) word.box.top += each == line ? 35 : -35;
    }
  }
  return PaperText(pages);
}

/// The words of each row, in reading order.
std::vector<std::vector<std::string>> words_of_rows(const PaperText& paper) {
  const std::vector<NameWord> words = name_words(paper);
  std::vector<std::vector<std::string>> rows;
  for (const TableRow& row : find_rows(paper, words, wording()).rows) {
    rows.emplace_back();
    for (const std::size_t at : row.words) rows.back().push_back(words[at].text);
  }
  return rows;
}

TEST(Rows, ANameAboveAndBelowItsNumberIsOfItsRow) {
  const auto rows =
      words_of_rows(at_mid_height("№  ФИО                   Школа     Место\n"
                                  "1  Седых Любовь Львовна  Школа 4   1\n"
                                  "   Мартиросян Диана\n"
                                  "2                        Школа 9   2\n"
                                  "   Самвеловна\n"
                                  "3  Ли Пётр Петрович      Школа 4   3\n",
                                  {2}));
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[0].size(), 6U);
  EXPECT_THAT(rows[1], ElementsAre("Мартиросян", "Диана", "Школа", "9", "2", "Самвеловна"));
}

TEST(Rows, TheFirstAndTheLastRowKeepTheirNamesSetAtMidHeight) {
  const auto rows =
      words_of_rows(at_mid_height("№  ФИО                   Школа     Место\n"
                                  "   Мартиросян Диана\n"
                                  "1                        Школа 9   2\n"
                                  "   Самвеловна\n"
                                  "2  Ли Пётр Петрович      Школа 4   3\n"
                                  "   Седых Любовь\n"
                                  "3                        Школа 7   1\n"
                                  "   Львовна\n",
                                  {1, 5}));
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_THAT(rows[0], ElementsAre("Мартиросян", "Диана", "Школа", "9", "2", "Самвеловна"));
  EXPECT_THAT(rows[2], ElementsAre("Седых", "Любовь", "Школа", "7", "1", "Львовна"));
}

TEST(Rows, TheFirstRowOfANewPageKeepsItsNameSetAtMidHeight) {
  auto pages = typed_pages(
      "№  ФИО                   Школа     Место\n"
      "1  Ли Пётр Петрович      Школа 4   3\n"
      "2  Белова Анна Львовна   Школа 4   3\f"
      "   Мартиросян Диана\n"
      "3                        Школа 9   2\n"
      "   Самвеловна\n"
      "4  Седых Любовь Львовна  Школа 4   1\n");
  for (Word& word : pages[1].lines[0].words) word.box.top += 35;
  for (Word& word : pages[1].lines[2].words) word.box.top -= 35;
  const auto rows = words_of_rows(PaperText(pages));
  ASSERT_EQ(rows.size(), 4U);
  EXPECT_THAT(rows[2], ElementsAre("Мартиросян", "Диана", "Школа", "9", "2", "Самвеловна"));
}

TEST(Rows, ARowBrokenOverTwoLines) {
  EXPECT_THAT(rows_of("№  ФИО               Балл\n"
                      "1  Мартиросян Диана  9\n"
                      "   Самвеловна\n"
                      "2  Ли Пётр           10\n"
                      "3  Белова Анна       10\n"
                      "   Олеговна\n"),
              ElementsAre("1: Мартиросян Диана | 9 | Самвеловна", "2: Ли Пётр | 10",
                          "3: Белова Анна | 10 | Олеговна"));
}

TEST(Rows, NumbersThatWereNotRead) {
  EXPECT_THAT(rows_of("l  Седых Любовь  9\n"
                      "2  Ли Пётр       10\n"
                      "   Белова Анна   8\n"
                      "4  Громов Олег   7\n"
                      "S  Жуков Антон   6\n"
                      "Всего 5 человек\n"),
              ElementsAre("1: Седых Любовь | 9", "2: Ли Пётр | 10", "3: Белова Анна | 8",
                          "4: Громов Олег | 7", "5: Жуков Антон | 6"));
}

TEST(Rows, NumberingGoesOnOverPages) {
  EXPECT_THAT(rows_of("1 Седых Любовь  9\n"
                      "2 Ли Пётр       10\f"
                      "№ ФИО           Балл\n"
                      "3 Белова Анна   8\n"
                      "4 Громов Олег   7"),
              ElementsAre("1: Седых Любовь | 9", "2: Ли Пётр | 10", "3: Белова Анна | 8",
                          "4: Громов Олег | 7"));
}

TEST(Rows, TwoColumnsOfRows) {
  const auto rows = rows_of(
      "1  Седых Любовь      4  Громов Олег\n"
      "2  Ли Пётр           5  Жуков Антон\n"
      "3  Белова Анна       6  Цой Диана\n");
  EXPECT_THAT(rows,
              testing::UnorderedElementsAre("1: Седых Любовь", "2: Ли Пётр", "3: Белова Анна",
                                            "4: Громов Олег", "5: Жуков Антон", "6: Цой Диана"));
}

TEST(Rows, AListWithoutNumbersUnderItsHeading) {
  EXPECT_THAT(
      rows_of("Фамилия, имя    Школа     Итог\n"
              "Седых Любовь    СОШ № 1   5\n"
              "Ли Пётр         СОШ № 2   4\n"
              "\n"
              "Дата  Тема\n"),
      ElementsAre(testing::StartsWith("1: Седых Любовь"), testing::StartsWith("2: Ли Пётр")));
}

TEST(Rows, APageThatLiesAskew) {
  auto pages = typed_pages(
      "№  ФИО               Балл  Зачёт\n"
      "1  Седых Любовь      9     зачёт\n"
      "2  Ли Пётр           10    зачёт\n"
      "3  Белова Анастасия  4     незачёт\n"
      "4  Громов Олег       5     зачёт\n"
      "5  Жуков Антон       5     зачёт\n");
  const double slope = std::tan(3 * std::numbers::pi / 180);
  for (Line& line : pages[0].lines) {
    for (Word& word : line.words) {
      const int x = word.box.left;
      word.box.left -= static_cast<int>(slope * word.box.top);
      word.box.top += static_cast<int>(slope * x);
    }
  }
  const auto rows = rows_of(PaperText(pages));
  ASSERT_EQ(rows.size(), 5U);
  EXPECT_EQ(rows[2], "3: Белова Анастасия | 4 | незачёт");
}

TEST(Rows, WhatIsNoRow) {
  for (const char* text : {
           "Приказ № 5 Директора",
           "15 Мая 2024 года",
           "в школе № 3 Иванов Иван",
           "5 «А» класс\n6 «Б» класс",
           "12.04.2024 Иванов\n13.04.2024 Петров",
           "2-3 Марта\n4-5 Апреля",
           "группа 2, 3-й год",
           "",
           "7",
           "1 2 3 4 5",
       }) {
    EXPECT_THAT(rows_of(text), IsEmpty()) << text;
  }
}

TEST(Rows, AThousandNumberedLinesTakeNoTime) {
  std::string text;
  for (int i = 1; i <= 1000; ++i) text += std::to_string(i % 7 + 1) + " Слово Слово\n";
  EXPECT_LE(rows_of(text).size(), 1000U);
}

}  // namespace
}  // namespace fonds
