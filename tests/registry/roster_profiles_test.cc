#include "registry/roster_profiles.h"

#include <gmock/gmock.h>

#include "base/data_file.h"
#include "base/error.h"

namespace fonds {
namespace {

using testing::ElementsAre;

const RosterProfiles& profiles() {
  static const RosterProfiles shipped = RosterProfiles::shipped();
  return shipped;
}

std::string recognised(std::vector<TableRow> rows) {
  const RosterLayout layout = profiles().recognise({"", std::move(rows)});
  return layout.missing.empty() ? layout.profile->name : "none";
}

TEST(RosterProfiles, EveryNamedExportIsRecognisedByItsHeadings) {
  EXPECT_EQ(recognised({{"id", "last", "first", "middle", "birth_date", "collective", "group",
                         "school_year", "guardians"}}),
            "fonds");
  EXPECT_EQ(recognised({{"ФИО", "Дата", "Муниципалитет", "Статус"}}), "navigator");
  EXPECT_EQ(recognised({{"Отчёт об успеваемости и посещаемости ученика"},
                        {"Учебный год: 2024/2025"},
                        {"Класс:", "5а"},
                        {"Ученик: Сойкин Олег"}}),
            "netcity-report");
  EXPECT_EQ(recognised({{"№", "Фамилия", "Имя", "Отчество", "Дата рождения", "Школа"}}), "russian");
  EXPECT_EQ(recognised({{"№ п/п", "Ф.И.О. обучающегося", "Дата рожд."}}), "russian");
}

TEST(RosterProfiles, WhatIsNoListOfStudentsIsNotTakenForOne) {
  EXPECT_EQ(recognised({{"id", "last", "middle", "birth_date"}}), "none");
  EXPECT_EQ(recognised({{"id", "last", "first", "middle"}}), "none") << "no date of birth";
  EXPECT_EQ(recognised({{"Фамилия", "Имя", "Отчество"}}), "none") << "no date of birth";
  EXPECT_EQ(recognised({{"Фамилия", "Отчество", "Дата рождения"}}), "none");
  EXPECT_EQ(recognised({{"Наименование", "Количество"}, {"Стол", "4"}}), "none");
  EXPECT_EQ(recognised({{"Имя: Олег"}}), "none");
  EXPECT_EQ(recognised({}), "none");
}

TEST(RosterProfiles, TitlesAboveTheHeadingsDoNotHideThem) {
  const RosterLayout layout = profiles().recognise({"",
                                                    {{"Список"},
                                                     {},
                                                     {"Объединение «Лира»"},
                                                     {"Фамилия", "Имя", "Группа", "Дата рождения"},
                                                     {"А", "Б", "1"}}});

  EXPECT_EQ(layout.heading_row, 3U);
  EXPECT_THAT(layout.columns.at("group"), ElementsAre(2U));
}

TEST(RosterProfiles, HeadingsCompareWithoutCaseYoAndMarks) {
  EXPECT_EQ(fold_heading("  Родители (законные\u00A0представители): "),
            "родители законные представители");
  EXPECT_EQ(fold_heading("Ф.И.О."), "фио");
  EXPECT_EQ(fold_heading("birth_date"), "birth date");
  EXPECT_EQ(fold_heading("«Приём»"), "прием");
  EXPECT_EQ(fold_heading("№ —"), "");
  const RosterProfile& russian = profiles().named("russian");
  EXPECT_EQ(roster_field(russian, "Школа, класс"), "school");
  EXPECT_EQ(roster_field(russian, "Мать ученика"), "");
  EXPECT_EQ(roster_field(russian, ""), "");
}

TEST(RosterProfiles, AnUnknownNameIsRefusedWithTheKnownOnes) {
  try {
    static_cast<void>(profiles().named("moon"));
    FAIL() << "taken";
  } catch (const Error& error) {
    EXPECT_EQ(error.fault(), Fault::usage);
    EXPECT_THAT(error.hint(), testing::HasSubstr("navigator"));
  }
}

TEST(RosterProfiles, AMisspeltFieldOfTheDataIsRefused) {
  const char* general =
      "[general]\nabsent=[]\nmen=[]\nwomen=[]\nrefused=[]\nmother='м'\nfather='о'\n";
  for (const char* profile : {"[profile.columns]\nsurname = [\"x\"]\n", "[profile.colums]\n", ""}) {
    const std::string toml =
        std::string(general) + "[[profile]]\nname='x'\nabout='x'\nrequired=['name']\n" + profile;
    EXPECT_THROW(RosterProfiles(DataTable::parse(toml, "x.toml")), Error) << profile;
  }
}

}  // namespace
}  // namespace fonds
