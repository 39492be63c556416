#include "ingest/rows_columns.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "typed_paper.h"

namespace fonds {
namespace {

const PersonWording& wording() {
  static const PersonWording shipped = PersonWording::shipped();
  return shipped;
}

/// The columns of a list: one heading line, then rows.
std::vector<TableColumn> columns_of(std::string_view text) {
  const PaperText paper = typed_paper(text);
  const auto words = name_words(paper);
  const RowLayout layout(paper, words);
  std::vector<std::vector<std::size_t>> rows;
  for (std::size_t line = 1; line < layout.line_count(); ++line) {
    rows.emplace_back();
    for (std::size_t at = layout.line(line).first; at < layout.line(line).second; ++at) {
      rows.back().push_back(at);
    }
  }
  auto columns = find_columns(layout, rows, 1);
  name_columns(headings_above(layout, wording(), rows.front().front()), layout.height_at(1),
               columns);
  return columns;
}

TEST(RowColumns, HeadingsTellWhatColumnsHold) {
  const auto columns = columns_of(
      "ФИО участника    Дата рождения  Школа      Руководитель   Баллы  Место\n"
      "Седых Любовь     12.02.2013     СОШ № 1    Осипова Н.В.   85     1 место\n"
      "Ли Пётр          01.03.2012     Лицей № 4  Ткач М.О.      7      участник\n");
  ASSERT_EQ(columns.size(), 6U);
  EXPECT_EQ(columns[0].holds, ColumnHolds::name);
  EXPECT_EQ(columns[1].holds, ColumnHolds::birth_date);
  EXPECT_EQ(columns[2].holds, ColumnHolds::organisation);
  EXPECT_EQ(columns[3].holds, ColumnHolds::teacher);
  EXPECT_EQ(columns[4].holds, ColumnHolds::result);
  EXPECT_EQ(columns[5].holds, ColumnHolds::result);
  EXPECT_GT(columns[5].weight, columns[4].weight);
}

TEST(RowColumns, TheNameOfATeacherIsNoNameColumn) {
  const auto columns = columns_of(
      "Ф.И.О. ребёнка   Ф.И.О. педагога\n"
      "Седых Любовь     Осипова Н.В.\n"
      "Ли Пётр          Ткач М.О.\n");
  ASSERT_EQ(columns.size(), 2U);
  EXPECT_EQ(columns[0].holds, ColumnHolds::name);
  EXPECT_EQ(columns[1].holds, ColumnHolds::teacher);
}

TEST(RowColumns, AnEmptyColumnLendsItsHeadingToNoOther) {
  const auto columns = columns_of(
      "ФИО              Балл                     Результат\n"
      "Седых Любовь     9\n"
      "Ли Пётр          10\n");
  ASSERT_EQ(columns.size(), 2U);
  EXPECT_EQ(columns[1].heading, "Балл");
}

TEST(RowColumns, WithoutHeadingsNothingIsKnown) {
  for (const TableColumn& each : columns_of("текст\nСедых Любовь   9\nЛи Пётр        10\n")) {
    EXPECT_EQ(each.holds, ColumnHolds::unknown);
  }
}

TEST(RowColumns, ALineOfTextIsNoHeading) {
  const PaperText paper = typed_paper("Руководитель: Осипова Н.В.\nФИО  Балл\nучастник\n\nМесто");
  const auto words = name_words(paper);
  const RowLayout layout(paper, words);
  EXPECT_FALSE(is_heading_line(layout, wording(), 0));
  EXPECT_TRUE(is_heading_line(layout, wording(), 1));
  EXPECT_FALSE(is_heading_line(layout, wording(), 2));
}

TEST(RowColumns, AnotherNumberOfColumnsTakesNoMeanings) {
  const std::vector<TableColumn> from(3, TableColumn{ColumnHolds::name, 1, 0, 1, "ФИО"});
  std::vector<TableColumn> two(2);
  copy_meanings(from, two);
  EXPECT_EQ(two[0].holds, ColumnHolds::unknown);
  std::vector<TableColumn> three(3);
  copy_meanings(from, three);
  EXPECT_EQ(three[2].holds, ColumnHolds::name);
}

TEST(RowColumns, RowsWithoutWordsHaveOneColumn) {
  const PaperText paper = typed_paper("а");
  const auto words = name_words(paper);
  const RowLayout layout(paper, words);
  EXPECT_EQ(find_columns(layout, {{}}, 0).size(), 1U);
}

TEST(RowColumns, SeveralColumnsWithoutAGapBetweenThemAreTold) {
  const auto columns = columns_of(
      "Фамилия имя Город Место\n"
      "Седых Любовь Уваров 1\n"
      "Ли Пётр Белогорск 2\n");
  ASSERT_EQ(columns.size(), 1U);
  EXPECT_TRUE(columns[0].merged);
  EXPECT_TRUE(columns[0].ends_in_result);
}

TEST(RowColumns, TwoHeadingsOfOneThingAreOneColumn) {
  const auto columns = columns_of(
      "ФИО              Результат, балл\n"
      "Седых Любовь     9\n"
      "Ли Пётр          10\n");
  ASSERT_EQ(columns.size(), 2U);
  EXPECT_FALSE(columns[1].merged);
  EXPECT_TRUE(columns[1].ends_in_result);
}

}  // namespace
}  // namespace fonds
