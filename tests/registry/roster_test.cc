#include "registry/roster.h"

#include <gmock/gmock.h>

#include "base/error.h"

namespace fonds {
namespace {

using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

Roster read(const std::vector<Table>& tables, std::string_view profile = {}) {
  static const RosterProfiles profiles = RosterProfiles::shipped();
  static const NameGrammar grammar = NameGrammar::shipped();
  return read_roster(tables, profiles, profile, grammar, {2026, 3, 1});
}

const TableRow kHeadings{"id",         "last",  "first",       "middle",   "birth_date",
                         "collective", "group", "school_year", "guardians"};

Roster read_rows(std::vector<TableRow> rows) {
  rows.insert(rows.begin(), kHeadings);
  return read({{"", std::move(rows)}});
}

TableRow row(const char* id, const char* last, const char* first, const char* birth,
             const char* collective = "Лира") {
  return {id, last, first, "Ильич", birth, collective, "1", "2023/2024", "Сойкина Вера (мать)"};
}

/// "2 birth_date" for each problem.
std::vector<std::string> places(const Roster& roster) {
  std::vector<std::string> found;
  for (const RosterProblem& problem : roster.problems) {
    EXPECT_FALSE(problem.what.empty());
    EXPECT_FALSE(problem.hint.empty());
    found.push_back(std::to_string(problem.place.row) +
                    (problem.column.empty() ? "" : " " + problem.column));
  }
  return found;
}

TEST(Roster, AWholeRowIsAWholeStudent) {
  const Roster roster = read_rows({row("A1", "Сойкин", "Олег", "2012-03-12")});

  ASSERT_THAT(places(roster), IsEmpty());
  ASSERT_EQ(roster.students.size(), 1U);
  EXPECT_EQ(roster.profile, "fonds");
  const Student& student = roster.students[0];
  EXPECT_EQ(student.id.value, 1);
  EXPECT_EQ(student.external_id, "A1");
  EXPECT_EQ(full_text(student.name), "Сойкин Олег Ильич");
  EXPECT_EQ(student.gender, Gender::male);
  EXPECT_EQ(student.birth_date, (CalendarDate{2012, 3, 12}));
  ASSERT_EQ(student.memberships.size(), 1U);
  EXPECT_EQ(student.memberships[0].collective, "Лира");
  EXPECT_EQ(student.memberships[0].group, "1");
  EXPECT_EQ(student.memberships[0].school_year, 2023);
  ASSERT_EQ(student.guardians.size(), 1U);
  EXPECT_EQ(student.guardians[0].relation, "мать");
}

TEST(Roster, TwoCollectivesOfOneChildAreOneStudent) {
  const Roster roster = read_rows({row("A1", "Сойкин", "Олег", "2012-03-12", "Лира"),
                                   row("A2", "Сойкин", "Пётр", "2012-03-12", "Лира"),
                                   row("A1", "Сойкин", "Олег", "2012-03-12", "Шахматы"),
                                   row("", "Сойкин", "Петр", "2012-03-12", "Шахматы")});

  EXPECT_THAT(places(roster), IsEmpty());
  ASSERT_EQ(roster.students.size(), 2U);
  EXPECT_EQ(roster.students[0].memberships.size(), 2U);
  EXPECT_EQ(roster.students[1].memberships.size(), 2U) << "ё is е";
}

TEST(Roster, NamesakesOfAnotherBirthDateAreTwo) {
  const Roster roster = read_rows(
      {row("A1", "Сойкин", "Олег", "2012-03-12"), row("A2", "Сойкин", "Олег", "2011-03-12")});

  EXPECT_THAT(places(roster), IsEmpty());
  EXPECT_EQ(roster.students.size(), 2U);
}

TEST(Roster, WithoutABirthDateNobodyIsTakenForAnother) {
  const Roster roster = read({{"",
                               {{"ФИО", "Дата", "Муниципалитет", "Статус"},
                                {"Сойкин Олег", "01.09.2024", "Город", "Подтверждена"},
                                {"Сойкин Олег", "02.09.2024", "Город", "Подтверждена"},
                                {"Вьюнов Пётр", "02.09.2024", "Город", "Отменена"}}}});

  EXPECT_EQ(roster.students.size(), 2U);
  EXPECT_EQ(roster.rows, 3U);
  EXPECT_EQ(roster.passed_over, 1U);
}

TEST(Roster, RowsThatContradictEachOtherGiveNoStudent) {
  EXPECT_THAT(places(read_rows({row("A1", "Сойкин", "Олег", "2012-03-12"),
                                row("A1", "Вьюнов", "Пётр", "2012-03-12")})),
              ElementsAre("3", "2"))
      << "one id, two people";
  EXPECT_THAT(places(read_rows({row("A1", "Сойкин", "Олег", "2012-03-12"),
                                row("A1", "Сойкин", "Олег", "2012-03-13")})),
              ElementsAre("3", "2"))
      << "one id, two dates of birth";
  EXPECT_THAT(places(read_rows({row("A1", "Сойкин", "Олег", "2012-03-12"),
                                row("A2", "Сойкин", "Олег", "2012-03-12")})),
              ElementsAre("3", "2"))
      << "one person, two ids";
  const Roster kept = read_rows({row("A1", "Сойкин", "Олег", "2012-03-12"),
                                 row("A1", "Вьюнов", "Пётр", "2012-03-12"),
                                 row("A3", "Чижова", "Анна", "2012-03-12")});
  ASSERT_EQ(kept.students.size(), 1U) << "which of the two is right nobody knows";
  EXPECT_EQ(kept.students[0].external_id, "A3");
  EXPECT_EQ(kept.students[0].id.value, 1);
  EXPECT_EQ(kept.places[0].row, 4U);
}

TEST(Roster, ARowTwiceIsTold) {
  EXPECT_THAT(places(read_rows({row("A1", "Сойкин", "Олег", "2012-03-12"),
                                row("A1", "Сойкин", "Олег", "2012-03-12")})),
              ElementsAre("3"));
}

TEST(Roster, EveryWrongCellIsToldByRowAndColumnAndNeverQuoted) {
  const Roster roster = read_rows(
      {row("A1", "Сойкин", "Олег", "31.02.2012"), row("A2", "", "Олег", "2012-03-12"),
       row("A3", "Сойкин", "", "2012-03-12"), row("A4", "Сойкин", "О.", "2012-03-12"),
       row("A5", "Сойкин5", "Олег", "2012-03-12"), row("A6", "Сой\uFFFDин", "Олег", "2012-03-12"),
       row("A7", "Сойкин", "Олег", "2040-03-12"), row("A8", "Сойкин", "Олег", "1812-03-12")});

  EXPECT_THAT(roster.students, IsEmpty());
  EXPECT_EQ(roster.rows, 8U);
  EXPECT_THAT(places(roster),
              testing::IsSupersetOf({"2 birth_date", "3 last", "4 first", "5 first", "6 last",
                                     "7 last", "8 birth_date", "9 birth_date"}));
  for (const RosterProblem& problem : roster.problems) {
    EXPECT_THAT(problem.what + problem.hint, Not(HasSubstr("Сойкин")));
  }
}

TEST(Roster, AllThatIsWrongInARowIsToldAtOnce) {
  const Roster roster =
      read({{"", {kHeadings, {"A1", "Сойкин1", "Олег", "", "31.02.2012", "Лира", "1", "23", ""}}}});

  EXPECT_THAT(places(roster),
              testing::UnorderedElementsAre("2 last", "2 birth_date", "2 school_year"));
}

TEST(Roster, MissingColumnsAreNamed) {
  const Roster roster =
      read({{"", {{"id", "last", "birth_date"}, {"A1", "Сойкин", "2012-03-12"}}}}, "fonds");

  ASSERT_EQ(roster.problems.size(), 1U);
  EXPECT_EQ(roster.problems[0].place.row, 0U);
  EXPECT_THAT(roster.problems[0].what, HasSubstr("first"));
  EXPECT_THAT(roster.students, IsEmpty());
  EXPECT_EQ(roster.profile, "");
}

TEST(Roster, AnEmptyTableIsAProblemNotAnEmptyRegister) {
  EXPECT_EQ(read({}).problems.size(), 1U);
  EXPECT_EQ(read({{"Лист1", {}}}).problems.size(), 1U);
}

TEST(Roster, SheetsWithoutAListArePassedOverWhenAnotherHasOne) {
  const Roster roster =
      read({{"Титул", {{"Список обучающихся"}}},
            {"Группа 1", {{"Фамилия", "Имя", "Дата рождения"}, {"Сойкин", "Олег", "12.03.2012"}}},
            {"Группа 2",
             {{"Дата рождения", "Имя", "Фамилия"},
              {"13.03.2012", "Анна", "Чижова"},
              {"32.03.2012", "Анна", "Чижова"}}}});

  EXPECT_EQ(roster.students.size(), 2U);
  ASSERT_EQ(roster.problems.size(), 1U);
  EXPECT_EQ(roster.problems[0].place.sheet, "Группа 2");
  EXPECT_EQ(roster.problems[0].place.row, 3U);
}

TEST(Roster, ARussianListOfAnyKind) {
  const Roster roster =
      read({{"",
             {{"Список обучающихся на 2024 год"},
              {"№ п/п", "Ф.И.О.", "Дата рождения", "Школа, класс", "Мать", "Отец",
               "Прежняя фамилия", "Дата зачисления", "Дата отчисления", "Объединение"},
              {"1", "Чижова Анна Олеговна", "13.03.2012", "СОШ № 3, 5а", "Чижова Вера", "-",
               "Сойкина", "01.09.2023", "", "«Лира»"},
              {"№ п/п", "Ф.И.О.", "Дата рождения", "Школа, класс", "Мать", "Отец",
               "Прежняя фамилия", "Дата зачисления", "Дата отчисления", "Объединение"},
              {"", "", ""},
              {"2", "Вьюнов Пётр", "14.03.2012", "", "", "Вьюнов Илья", "", "02.09.2023",
               "01.06.2024", "Шахматы"}}}});

  ASSERT_THAT(places(roster), IsEmpty());
  ASSERT_EQ(roster.students.size(), 2U);
  const Student& first = roster.students[0];
  EXPECT_EQ(first.name.middle, "Олеговна");
  EXPECT_EQ(first.gender, Gender::female);
  EXPECT_EQ(first.school, "СОШ № 3, 5а");
  EXPECT_THAT(first.former_last_names, ElementsAre("Сойкина"));
  EXPECT_EQ(first.guardians.at(0).relation, "мать");
  EXPECT_EQ(first.memberships.at(0).collective, "Лира");
  EXPECT_EQ(first.memberships.at(0).from, (CalendarDate{2023, 9, 1}));
  const Student& second = roster.students[1];
  EXPECT_EQ(second.guardians.at(0).relation, "отец");
  EXPECT_EQ(second.left_on, (CalendarDate{2024, 6, 1}));
}

TEST(Roster, AReportOfMarksNamesItsPupil) {
  const Roster roster = read({{"1",
                               {{"Отчёт об успеваемости и посещаемости ученика"},
                                {"Ученик: Чижова Анна"},
                                {"Учебный год:", "2024/2025"},
                                {"Период: с 01.09.2024 по 31.05.2025"},
                                {"Предмет", "сентябрь"}}},
                              {"2", {{"Ученик:", "Вьюнов Пётр"}}}});

  ASSERT_THAT(places(roster), IsEmpty());
  EXPECT_EQ(roster.profile, "netcity-report");
  ASSERT_EQ(roster.students.size(), 2U);
  EXPECT_EQ(full_text(roster.students[0].name), "Чижова Анна");
  EXPECT_EQ(full_text(roster.students[1].name), "Вьюнов Пётр");
}

TEST(Roster, AnUnknownProfileIsRefused) { EXPECT_THROW(read({}, "moon"), Error); }

}  // namespace
}  // namespace fonds
