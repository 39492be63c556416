#include "ingest/table_reader.h"

#include <gmock/gmock.h>

#include "base/error.h"
#include "ingest/table_sink.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::vector<Table> read(std::string_view bytes, const TableLimits& limits = {}) {
  KeptTables kept;
  read_tables(bytes, limits, kept);
  return std::move(kept.tables);
}

/// What is said of `bytes` that are over a limit of `limits`.
std::string refusal(std::string_view bytes, const TableLimits& limits) {
  try {
    read(bytes, limits);
  } catch (const Error& error) {
    EXPECT_EQ(error.fault(), Fault::usage);
    EXPECT_FALSE(error.hint().empty());
    return error.message();
  }
  return "taken";
}

TEST(TableReader, CellsAreOneTidyLineEach) {
  const auto tables = read("a,b\n\"  x\ty\n z \",\x1B[2J\n");

  ASSERT_EQ(tables.size(), 1U);
  EXPECT_THAT(tables[0].rows, ElementsAre(TableRow{"a", "b"}, TableRow{"x y  z", "?[2J"}));
}

TEST(TableReader, LettersInPiecesAreComposed) {
  EXPECT_EQ(read("и\u0306,1\n").at(0).rows.at(0).at(0), "й");
}

TEST(TableReader, RowsKeepTheirPlaceAndEmptyEndsAreLeftOut) {
  const auto tables = read("a,b,,\n,,,\nc,,d,\n\n\n");

  EXPECT_THAT(tables[0].rows, ElementsAre(TableRow{"a", "b"}, TableRow{}, TableRow{"c", "", "d"}));
}

TEST(TableReader, LimitsHoldAndSayWhatToDo) {
  TableLimits limits;
  limits.rows = 2;
  EXPECT_THAT(refusal("a,b\nc,d\ne,f\n", limits), HasSubstr("2"));
  EXPECT_EQ(refusal("a,b\nc,d\n\n\n\n", limits), "taken");
  limits = {};
  limits.columns = 2;
  EXPECT_THAT(refusal("a,b\nc,d,e\n", limits), HasSubstr("2"));
  limits = {};
  limits.cell_bytes = 1024;
  EXPECT_THAT(refusal("a," + std::string(1025, 'x') + "\n", limits), HasSubstr("1"));
  limits = {};
  limits.cells = 3;
  EXPECT_NE(refusal("a,b\nc,d\n", limits), "taken");
  limits = {};
  limits.total_bytes = 5;
  EXPECT_NE(refusal("aa,bb\ncc,d\n", limits), "taken");
}

TEST(TableReader, WhatIsNoTableIsRefusedWithWhatToDo) {
  EXPECT_NE(refusal("", {}), "taken");
  EXPECT_THAT(refusal("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 an old workbook", {}), HasSubstr("XLS"));
}

}  // namespace
}  // namespace fonds
