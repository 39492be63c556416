#include "ingest/xlsx.h"

#include <gmock/gmock.h>

#include "base/error.h"
#include "ingest/table_sink.h"
#include "support/small_office.h"

namespace fonds {
namespace {

using testing::ElementsAre;

std::vector<Table> tables(const std::string& bytes, const TableLimits& limits = {}) {
  KeptTables kept;
  read_tables(bytes, limits, kept);
  return std::move(kept.tables);
}

std::vector<TableRow> rows(const std::string& inside, const TableLimits& limits = {}) {
  return tables(small_xlsx({{"Лист1", inside}}), limits).at(0).rows;
}

TEST(Xlsx, SheetsComeInOrderWithTheirNames) {
  const auto read = tables(small_xlsx({{"Титул", ""}, {"Список", xlsx_row({"а", "б"})}}));

  ASSERT_EQ(read.size(), 2U);
  EXPECT_EQ(read[0].name, "Титул");
  EXPECT_TRUE(read[0].rows.empty());
  EXPECT_EQ(read[1].name, "Список");
  EXPECT_THAT(read[1].rows, ElementsAre(TableRow{"а", "б"}));
}

TEST(Xlsx, TextIsSharedInlineOrTheResultOfAFormula) {
  const auto read = rows(
      "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"
      "<c r=\"C1\" t=\"inlineStr\"><is><r><t>Да</t></r><r><t>та</t></r></is></c>"
      "<c r=\"D1\" t=\"str\"><f>A1</f><v>итог</v></c><c r=\"E1\" t=\"b\"><v>1</v></c>"
      "<c r=\"F1\" t=\"s\"><v>99</v></c></row>");
  EXPECT_THAT(read, ElementsAre(TableRow{"Фамилия", "Имя", "Дата", "итог", "TRUE"}));
}

TEST(Xlsx, NumbersAndDatesAreWhatTheyShow) {
  const auto read = rows(
      "<row><c s=\"1\"><v>40980</v></c><c s=\"2\"><f>A1</f><v>40980</v></c><c><v>5</v></c>"
      "<c><v>0.30000000000000004</v></c><c s=\"3\"><v>7</v></c><c s=\"4\"><v>0.75</v></c>"
      "<c t=\"d\"><v>2012-03-12T00:00:00</v></c><c s=\"77\"><v>1E3</v></c></row>");
  EXPECT_THAT(read, ElementsAre(TableRow{"2012-03-12", "2012-03-12", "5", "0.3", "007", "18:00",
                                         "2012-03-12", "1000"}));
}

TEST(Xlsx, RowsAndCellsStandWhereTheySay) {
  const auto read = rows(
      "<row r=\"3\"><c r=\"C3\"><v>1</v></c><c><v>2</v></c></row>"
      "<row><c><v>3</v></c></row>");
  EXPECT_THAT(read, ElementsAre(TableRow{}, TableRow{}, TableRow{"", "", "1", "2"}, TableRow{"3"}));
}

TEST(Xlsx, TheCountOfDaysMayBeginIn1904) {
  auto parts = small_xlsx_parts({{"A", "<row><c s=\"1\"><v>39518</v></c></row>"}});
  for (ZipMember& part : parts) {
    const std::size_t at = part.bytes.find("<sheets>");
    if (at != std::string::npos) part.bytes.insert(at, "<workbookPr date1904=\"1\"/>");
  }
  EXPECT_THAT(tables(make_zip(parts)).at(0).rows, ElementsAre(TableRow{"2012-03-12"}));
}

TEST(Xlsx, PartsThatAreMissingCostWhatTheyHeld) {
  auto parts = small_xlsx_parts({{"A", "<row><c t=\"s\"><v>0</v></c><c><v>5</v></c></row>"}});
  std::erase_if(parts, [](const ZipMember& part) {
    return part.name == "xl/styles.xml" || part.name == "xl/sharedStrings.xml";
  });
  EXPECT_THAT(tables(make_zip(parts)).at(0).rows, ElementsAre(TableRow{"", "5"}));
}

TEST(Xlsx, AHugeSparseSheetEndsAtALimit) {
  EXPECT_THROW(rows("<row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c></row>"), Error);
  EXPECT_THROW(rows("<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>"), Error);
  EXPECT_THROW(rows("<row r=\"18446744073709551615\"><c><v>1</v></c></row>"
                    "<row r=\"18446744073709551615\"><c><v>1</v></c></row>"),
               Error);
}

TEST(Xlsx, DamageAnywhereIsOneLine) {
  const std::string whole = small_xlsx({{"A", xlsx_row({"а"})}});
  for (std::size_t length = 5; length < whole.size(); length += 97) {
    KeptTables kept;
    try {
      read_tables(std::string_view(whole).substr(0, length), {}, kept);
      ADD_FAILURE() << "taken at " << length;
    } catch (const Error& error) {
      EXPECT_FALSE(error.hint().empty());
    }
  }
}

TEST(Xlsx, AZipBombIsRefused) {
  auto parts = small_xlsx_parts({{"A", ""}});
  parts.push_back({"xl/media/b.bin", std::string(300U << 20, ' '), ZipMember::Method::deflate});
  EXPECT_THROW(tables(make_zip(parts)), Error);
}

}  // namespace
}  // namespace fonds
