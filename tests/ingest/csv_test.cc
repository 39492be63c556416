#include "ingest/csv.h"

#include <gmock/gmock.h>

#include "base/error.h"
#include "ingest/table_sink.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::vector<TableRow> rows_of(std::string_view bytes) {
  KeptTables kept;
  const TableLimits limits;
  TableBuilder builder(limits, kept);
  read_csv(bytes, builder);
  return kept.tables.at(0).rows;
}

const std::string kCp1251 = "\xD4\xC8\xCE;\xC3\xF0\xF3\xEF\xEF\xE0\n\xCB\xE8\xF1;2\n";

TEST(Csv, EverySeparatorIsFoundByTheEvenRowsItMakes) {
  const TableRow wanted{"ФИО", "Группа"};
  EXPECT_EQ(rows_of("ФИО,Группа\nЛис,1\n").at(0), wanted);
  EXPECT_EQ(rows_of("ФИО;Группа\nЛис, Анна;1\n").at(0), wanted);
  EXPECT_EQ(rows_of("ФИО\tГруппа\nЛис\t1\n").at(0), wanted);
  EXPECT_EQ(rows_of("Список, на 2024 год\nФИО;Группа\nЛис;1\nКит;2\n").at(1), wanted);
  EXPECT_EQ(rows_of("ФИО,Группа\n\"Лис (мать); Лис (отец)\",1\nА (мать); Б (отец),2\n").at(0),
            wanted);
}

TEST(Csv, ADeclaredSeparatorCountsAndRowsKeepTheirNumbers) {
  const auto rows = rows_of("sep=,\r\na;b,c\r\n");

  EXPECT_THAT(rows, ElementsAre(TableRow{}, TableRow{"a;b", "c"}));
}

TEST(Csv, QuotesHoldSeparatorsLineEndsAndQuotes) {
  EXPECT_THAT(rows_of("a,b\n\"x, \"\"y\"\"\nz\",2\n"),
              ElementsAre(TableRow{"a", "b"}, TableRow{"x, \"y\" z", "2"}));
  EXPECT_THAT(rows_of("a,b\nгруппа \"Б\",2"),
              ElementsAre(TableRow{"a", "b"}, TableRow{"группа \"Б\"", "2"}));
  EXPECT_THAT(rows_of("a,b\n\"x\"y,2"), ElementsAre(TableRow{"a", "b"}, TableRow{"xy", "2"}));
}

TEST(Csv, EveryLineEndEndsARow) {
  for (const char* text : {"a,b\nc,d", "a,b\r\nc,d\r\n", "a,b\rc,d\r"}) {
    EXPECT_THAT(rows_of(text), ElementsAre(TableRow{"a", "b"}, TableRow{"c", "d"})) << text;
  }
}

TEST(Csv, AQuoteThatNeverClosesIsToldWithItsRow) {
  try {
    rows_of("a,b\nc,d\n\"e,f\ng,h\n");
    FAIL() << "taken";
  } catch (const Error& error) {
    EXPECT_EQ(error.fault(), Fault::corrupt);
    EXPECT_THAT(error.message(), HasSubstr("3"));
  }
}

TEST(Csv, BytesThatAreNoTextAreRefused) {
  EXPECT_THROW(rows_of(std::string("\x7F"
                                   "ELF\0\0\x01",
                                   7)),
               Error);
}

TEST(DecodeTextFile, EveryEncodingInUseIsRead) {
  EXPECT_EQ(decode_text_file("Лис"), "Лис");
  EXPECT_EQ(decode_text_file("\xEF\xBB\xBFЛис"), "Лис");
  EXPECT_EQ(decode_text_file(kCp1251), "ФИО;Группа\nЛис;2\n");
  EXPECT_EQ(decode_text_file("\x8B\xA8\xE1\xE2\xA8\xAA \x80\xAD\xAD\xA0"), "Листик Анна");
  EXPECT_EQ(decode_text_file("\xFF\xFE\x1B\x04\x38\x04"), "Ли");
  EXPECT_EQ(decode_text_file("\xFE\xFF\x04\x1B\x04\x38"), "Ли");
}

TEST(DecodeTextFile, Utf8WithDamageStaysUtf8AndShowsWhere) {
  EXPECT_EQ(decode_text_file("Лис;Анна\n\xD0;Кит\n"), "Лис;Анна\n\uFFFD;Кит\n");
}

}  // namespace
}  // namespace fonds
