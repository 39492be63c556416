#include "archive/roster_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"
#include "support/fixed_clock.h"
#include "support/small_office.h"
#include "support/temp_folder.h"

namespace fonds {
namespace {

using testing::HasSubstr;
using testing::Not;

class RosterFile : public testing::Test {
 protected:
  RosterFile() {
    options_.program = boost::filesystem::path(FONDS_BINARY_DIR) / "src" / "cli" / "fonds";
  }
  std::vector<Student> students(std::string_view bytes, std::string_view profile = {}) {
    return read_roster(options_, clock_, folder_.file("roster.csv", bytes), profile);
  }
  Error refusal(std::string_view bytes, std::string_view profile = {}) {
    try {
      students(bytes, profile);
    } catch (const Error& error) {
      return error;
    }
    ADD_FAILURE() << "taken";
    return {Fault::bug, ""};
  }

  TempFolder folder_;
  SystemClock clock_;
  WorkerOptions options_;
};

const std::string kHead =
    "id,last,first,middle,birth_date,collective,group,school_year,guardians\n";

TEST_F(RosterFile, StudentsComeInTheOrderOfTheFile) {
  const auto read =
      students(kHead + "A7,Сойкин,Олег,Ильич,2012-03-12,Лира,1,2023/2024,\n" +
               "A3,Чижова,Анна,,2013-04-13,Лира,1,2023/2024,\"Чижова Вера (мать)\"\n");

  ASSERT_EQ(read.size(), 2U);
  EXPECT_EQ(read[0].id.value, 1);
  EXPECT_EQ(read[0].external_id, "A7");
  EXPECT_EQ(read[1].id.value, 2);
  EXPECT_EQ(read[1].guardians.size(), 1U);
}

TEST_F(RosterFile, ASpreadsheetIsReadWhateverItsNameAndItsFirstSheet) {
  const std::vector<std::string> head{"Фамилия", "Имя", "Отчество", "Дата рождения"};
  const std::string person =
      "<row><c t=\"inlineStr\"><is><t>Сойкин</t></is></c><c "
      "t=\"inlineStr\"><is><t>Олег</t></is></c>"
      "<c/><c s=\"1\"><v>40980</v></c></row>";
  const auto xlsx = students(small_xlsx(
      {{"Титул", xlsx_row({"Список обучающихся"})}, {"Список", xlsx_row(head) + person}}));
  const auto ods = students(small_odf(
      "spreadsheet", "<table:table>" + ods_row(head) +
                         ods_row({"Сойкин", "Олег", "", "12.03.2012"}) + "</table:table>"));
  for (const auto& read : {xlsx, ods}) {
    ASSERT_EQ(read.size(), 1U);
    EXPECT_EQ(full_text(read[0].name), "Сойкин Олег");
    ASSERT_TRUE(read[0].birth_date.has_value());
    EXPECT_EQ(to_text(*read[0].birth_date), "2012-03-12");
  }
}

TEST_F(RosterFile, ADamagedSpreadsheetIsOneLineNamingTheFile) {
  const std::string whole = small_xlsx({{"A", xlsx_row({"x"})}});
  const Error error = refusal(std::string_view(whole).substr(0, whole.size() / 2));

  EXPECT_EQ(error.fault(), Fault::corrupt);
  EXPECT_THAT(error.what(), HasSubstr("roster.csv"));
  EXPECT_FALSE(error.hint().empty());
}

TEST_F(RosterFile, ACodePageOfEightBitsIsRead) {
  // Лисина;Анна in CP1251
  const auto read = students(
      "id;last;first;birth_date\nA1;\xCB\xE8\xF1\xE8\xED\xE0;\xC0\xED\xED\xE0;12.03.2012\n");

  ASSERT_EQ(read.size(), 1U);
  EXPECT_EQ(full_text(read[0].name), "Лисина Анна");
}

TEST_F(RosterFile, AnythingWrongRefusesTheWholeFileAndSaysWhere) {
  const Error error = refusal(kHead + "A1,Сойкин,Олег,,2012-03-12,Лира,1,2023/2024,\n" +
                              "A2,Чижова,Анна,,31.02.2013,Лира,1,2023/2024,\n" +
                              "A3,Чижова,,,2013-04-13,Лира,1,2023/2024,\n");

  EXPECT_EQ(error.fault(), Fault::usage);
  EXPECT_THAT(error.message(), HasSubstr("3, birth_date"));
  EXPECT_THAT(error.message(), HasSubstr("1"));
  EXPECT_THAT(error.message(), Not(HasSubstr("Чижова")));
}

TEST_F(RosterFile, WhatIsNoTableIsRefused) {
  EXPECT_EQ(refusal("").fault(), Fault::usage);
  EXPECT_EQ(refusal("just words\n").fault(), Fault::usage);
  EXPECT_EQ(refusal(kHead + "\"A1,never closed\n").fault(), Fault::corrupt);
  EXPECT_EQ(refusal(kHead, "moon").fault(), Fault::usage);
  EXPECT_THROW(read_roster(options_, clock_, folder_ / "gone.csv"), Error);
}

}  // namespace
}  // namespace fonds
