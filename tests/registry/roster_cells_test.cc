#include "registry/roster_cells.h"

#include <gtest/gtest.h>

namespace fonds {
namespace {

const CalendarDate kToday{2026, 3, 1};

const RosterCells& cells() {
  static const RosterProfiles profiles = RosterProfiles::shipped();
  static const NameGrammar grammar = NameGrammar::shipped();
  static const RosterCells all(profiles.words(), grammar, kToday);
  return all;
}

/// The value as text, "wrong" or "nothing".
std::string date(std::string_view cell) {
  const auto read = cells().birth_date(cell);
  if (read.problem) return "wrong";
  return read.value ? to_text(*read.value) : "nothing";
}

TEST(RosterCells, DatesInEveryFormThatHasOneMeaning) {
  for (const char* cell :
       {"2012-03-12", "12.03.2012", "12.3.2012", " 12.03.2012 г.", "12.03.2012г.",
        "2012-03-12 00:00:00", "2012-03-12T00:00:00.000Z", "12.03.2012 0:00"}) {
    EXPECT_EQ(date(cell), "2012-03-12") << cell;
  }
  for (const char* cell : {"", "-", "нет", "—", "Не указано"}) EXPECT_EQ(date(cell), "nothing");
}

TEST(RosterCells, ImpossibleDatesAreWrong) {
  for (const char* cell : {"31.02.2012",
                           "29.02.2013",
                           "00.03.2012",
                           "12.13.2012",
                           "2012-00-12",
                           "32.01.2012",
                           "2026-03-02",
                           "01.01.2100",
                           "31.12.1899",
                           "0000-00-00",
                           "12.03.12",
                           "12/03/2012",
                           "03/12/2012",
                           "март 2012",
                           "12 03 2012",
                           "40980",
                           "12.03.2012 и 13.03.2012",
                           "12.03",
                           "12..03.2012",
                           "2012-03-12-01",
                           "99999999999999999999-01-01",
                           "12.03.2012 утро"}) {
    EXPECT_EQ(date(cell), "wrong") << cell;
  }
  EXPECT_EQ(date("29.02.2012"), "2012-02-29");
  EXPECT_EQ(date("2026-03-01"), "2026-03-01");
}

TEST(RosterCells, SchoolYears) {
  const auto year = [](std::string_view cell) {
    const auto read = cells().school_year(cell);
    return read.problem ? -1 : read.value.value_or(0);
  };
  for (const char* cell : {"2023/2024", "2023-2024", "2023/24", "2023", "2023-2024 уч. г."}) {
    EXPECT_EQ(year(cell), 2023) << cell;
  }
  EXPECT_EQ(year("1999/00"), 1999);
  EXPECT_EQ(year(""), 0);
  for (const char* cell : {"2023/2025", "2024/2023", "23/24", "1 год", "2023/2024/2025", "0001"}) {
    EXPECT_EQ(year(cell), -1) << cell;
  }
}

TEST(RosterCells, Gender) {
  EXPECT_EQ(cells().gender("М").value, Gender::male);
  EXPECT_EQ(cells().gender("жен.").value, Gender::female);
  EXPECT_FALSE(cells().gender("").problem.has_value());
  EXPECT_TRUE(cells().gender("5").problem.has_value());
}

TEST(RosterCells, PartsOfNames) {
  const auto part = [](std::string_view cell) {
    const auto read = cells().name_part(cell);
    return read.problem ? "wrong" : read.value.value_or("nothing");
  };
  EXPECT_EQ(part("  КОТОВА-БЕЛЫХ "), "Котова-Белых");
  EXPECT_EQ(part("Эльдар  оглы"), "Эльдар оглы");
  EXPECT_EQ(part("Кoтoв"), "Котов") << "Latin o among Cyrillic letters";
  EXPECT_EQ(part("-"), "nothing");
  for (const char* cell : {"Котов2", "№ 5", "12.03.2012", "Котов/Белов", "???", "@"}) {
    EXPECT_EQ(part(cell), "wrong") << cell;
  }
}

TEST(RosterCells, WholeNames) {
  const auto name = [](std::string_view cell) {
    const auto read = cells().full_name(cell);
    if (read.problem) return std::string("wrong");
    return read.value ? read.value->last + "/" + read.value->first + "/" + read.value->middle
                      : "nothing";
  };
  EXPECT_EQ(name("Сойкин Олег Ильич"), "Сойкин/Олег/Ильич");
  EXPECT_EQ(name("Олег Ильич Сойкин"), "Сойкин/Олег/Ильич");
  EXPECT_EQ(name("СОЙКИН ОЛЕГ"), "Сойкин/Олег/");
  EXPECT_EQ(name(""), "nothing");
  for (const char* cell : {"Сойкин", "Сойкин О.И.", "О. Сойкин", "Олег", "Итого: 12", "Сойкин 5а",
                           "Сойкин Олег 2", "Сойкин Олег (Чижов)", "Сойкин, Олег; Чижов"}) {
    EXPECT_EQ(name(cell), "wrong") << cell;
  }
}

TEST(RosterCells, Guardians) {
  const auto found = cells().guardians("Сойкина Вера Львовна (мать); Сойкин Илья (отец) ;; ", "");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].name, "Сойкина Вера Львовна");
  EXPECT_EQ(found[0].relation, "мать");
  EXPECT_EQ(found[1].name, "Сойкин Илья");
  EXPECT_EQ(cells().guardians("Сойкина Вера", "мать").at(0).relation, "мать");
  EXPECT_TRUE(cells().guardians("нет", "мать").empty());
  EXPECT_TRUE(cells().guardians("(мать)", "").empty());
  EXPECT_EQ(cells().guardians("Сойкина Вера (мать", "").at(0).name, "Сойкина Вера (мать");
}

TEST(RosterCells, LettersLostOnTheWayAreSeen) {
  EXPECT_TRUE(RosterCells::damage_of("Сой\uFFFDин").has_value());
  EXPECT_FALSE(RosterCells::damage_of("Сойкин").has_value());
}

TEST(RosterCells, StatusesThatCameToNothing) {
  EXPECT_TRUE(cells().refused("Отменена"));
  EXPECT_FALSE(cells().refused("Подтверждена"));
  EXPECT_FALSE(cells().refused(""));
}

}  // namespace
}  // namespace fonds
