#include "forms/spreadsheet.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <string>
#include <vector>

#include "base/error.h"
#include "support/temp_folder.h"

namespace fonds {
namespace {

using testing::HasSubstr;
using testing::Not;

/// What another reader finds in the workbook (tests/support/read_xlsx.py).
std::string read_again(const std::string& bytes) {
  const TempFolder folder;
  const auto file = folder.file("book.xlsx", bytes);
  const std::string command =
      "python3 " FONDS_SOURCE_DIR "/tests/support/read_xlsx.py " + file.string() + " 2>&1";
  FILE* pipe = ::popen(command.c_str(), "r");
  std::string text;
  std::array<char, 4096> buffer{};
  while (const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), pipe)) {
    text.append(buffer.data(), got);
  }
  EXPECT_EQ(::pclose(pipe), 0) << text;
  return text;
}

std::string written(const std::vector<Table>& sheets) {
  return xlsx_of(sheets, moment_from_text("2026-05-31T10:00:00.000Z"));
}

TEST(Spreadsheet, AnotherReaderFindsTheSameRows) {
  const std::vector<Table> sheets{
      {"Достижения", {{"ФИО", "место", ""}, {"Зябликов Прохор", "", "2"}, {"Ёлкина & <Я>", "1"}}},
      {"О таблице", {{"записей", "2"}}}};
  EXPECT_EQ(read_again(written(sheets)),
            "== Достижения\nФИО|место\nЗябликов Прохор||2\nЁлкина & <Я>|1\n"
            "== О таблице\nзаписей|2\n");
}

TEST(Spreadsheet, NothingIsAFormulaOrANumber) {
  const std::string text =
      read_again(written({{"x", {{"=1+1"}, {"+7"}, {"@SUM(A1)"}, {"{=1}"}, {"00012"}}}}));
  EXPECT_EQ(text, "== x\n=1+1\n+7\n@SUM(A1)\n{=1}\n00012\n");
  EXPECT_THAT(text, Not(HasSubstr("FORMULA")));
}

TEST(Spreadsheet, EmptyTablesAndOddNamesAreWrittenToo) {
  EXPECT_EQ(read_again(written({{"", {}}, {"a/b:c?", {{}}}})), "== 1\n== a b c \n");
  const std::string longest(40000, 'x');
  EXPECT_THAT(read_again(written({{std::string(50, 'n'), {{longest}}}})),
              HasSubstr(std::string(32767, 'x')));
}

TEST(Spreadsheet, ControlCharactersMakeNoBrokenFile) {
  EXPECT_THAT(read_again(written({{"x",
                                   {{"a\x01"
                                     "b"},
                                    {"с\nт"}}}})),
              HasSubstr("== x"));
}

TEST(Spreadsheet, WhatASheetCannotHoldIsRefused) {
  Table wide{"x", {TableRow(20000, "1")}};
  EXPECT_THROW(written({wide}), Error);
}

}  // namespace
}  // namespace fonds
