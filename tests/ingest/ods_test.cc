#include "ingest/ods.h"

#include <gmock/gmock.h>

#include "base/error.h"
#include "ingest/table_sink.h"
#include "support/small_office.h"

namespace fonds {
namespace {

using testing::ElementsAre;

std::vector<Table> sheets(const std::string& body, const TableLimits& limits = {}) {
  KeptTables kept;
  read_tables(small_odf("spreadsheet", body), limits, kept);
  return std::move(kept.tables);
}

std::vector<TableRow> rows(const std::string& inside, const TableLimits& limits = {}) {
  return sheets("<table:table table:name=\"Лист1\">" + inside + "</table:table>", limits)
      .at(0)
      .rows;
}

std::string cell(const std::string& attributes, const std::string& shown) {
  return "<table:table-cell " + attributes + "><text:p>" + shown + "</text:p></table:table-cell>";
}

std::string row(const std::string& cells, const std::string& attributes = {}) {
  return "<table:table-row " + attributes + ">" + cells + "</table:table-row>";
}

TEST(Ods, SheetsComeInOrderWithTheirNames) {
  const auto read = sheets("<table:table table:name=\"А\"/><table:table table:name=\"Б\">" +
                           ods_row({"x", "y"}) + "</table:table>");

  ASSERT_EQ(read.size(), 2U);
  EXPECT_EQ(read[0].name, "А");
  EXPECT_TRUE(read[0].rows.empty());
  EXPECT_EQ(read[1].name, "Б");
  EXPECT_THAT(read[1].rows, ElementsAre(TableRow{"x", "y"}));
}

TEST(Ods, CellsAreWhatTheyShow) {
  const auto read =
      rows(row(cell("office:value-type=\"date\" office:date-value=\"2012-03-12\"", "12.03.12") +
               cell("office:value-type=\"date\" office:date-value=\"2012-03-12T18:30:00\"", "…") +
               cell("office:value-type=\"float\" office:value=\"5\"", "5,00") +
               cell("office:value-type=\"float\" office:value=\"7\"", "007") +
               cell("office:value-type=\"percentage\" office:value=\"0.5\"", "50%") +
               cell("office:value-type=\"time\" office:time-value=\"PT18H30M\"", "18:30") +
               cell("office:value-type=\"string\"", "а</text:p><text:p>б")));

  EXPECT_THAT(read, ElementsAre(TableRow{"2012-03-12", "2012-03-12 18:30", "5", "007", "50%",
                                         "18:30", "а б"}));
}

TEST(Ods, WhatAMergedCellCoversKeepsItsPlace) {
  const auto read =
      rows(row(cell("office:value-type=\"string\"", "а") + "<table:covered-table-cell/>" +
               cell("office:value-type=\"string\"", "б")));
  EXPECT_THAT(read, ElementsAre(TableRow{"а", "", "б"}));
}

TEST(Ods, RepeatedRowsAndCellsAreRepeated) {
  const auto read = rows(
      row(cell("table:number-columns-repeated=\"2\"", "а"), "table:number-rows-repeated=\"2\"") +
      row("<table:table-cell/>", "table:number-rows-repeated=\"1048570\""));
  EXPECT_THAT(read, ElementsAre(TableRow{"а", "а"}, TableRow{"а", "а"}));
}

TEST(Ods, RowsOfHeadingsAndGroupsAreRows) {
  const auto read = rows("<table:table-header-rows>" + ods_row({"а"}) +
                         "</table:table-header-rows><table:table-row-group>" + ods_row({"б"}) +
                         "</table:table-row-group>" + ods_row({"в"}));
  EXPECT_THAT(read, ElementsAre(TableRow{"а"}, TableRow{"б"}, TableRow{"в"}));
}

TEST(Ods, HugeRepetitionsEndAtALimit) {
  TableLimits limits;
  limits.rows = 1000;
  EXPECT_THROW(rows(row(cell("", "а"), "table:number-rows-repeated=\"2000000000\""), limits),
               Error);
  EXPECT_THROW(rows(row(cell("table:number-columns-repeated=\"2000000000\"", "а")), limits), Error);
  EXPECT_THROW(
      rows(row("<table:table-cell/>", "table:number-rows-repeated=\"18446744073709551615\"") +
               ods_row({"а"}),
           limits),
      Error);
}

TEST(Ods, AFileCutShortIsDamaged) {
  const std::string whole =
      small_odf("spreadsheet", "<table:table>" + ods_row({"а"}) + "</table:table>");
  KeptTables kept;
  EXPECT_THROW(read_tables(std::string_view(whole).substr(0, whole.size() / 2), {}, kept), Error);
}

}  // namespace
}  // namespace fonds
