#include "registry/student_index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "support/small_register.h"
#include "support/synthetic_register.h"

namespace fonds {
namespace {

WordNumber number_of(const WordList& list, std::string_view word) {
  for (WordNumber number = 0; number < list.size(); ++number) {
    if (list.word(number) == word) return number;
  }
  return StudentIndex::kNone;
}

TEST(StudentIndex, EveryStudentIsARowAndKeepsWhatWasGiven) {
  const auto students = small_register();
  const StudentIndex index = index_of(students);

  ASSERT_EQ(index.size(), students.size());
  std::set<std::int64_t> ids;
  for (StudentIndex::RowNumber row = 0; row < index.size(); ++row) {
    ids.insert(index.row(row).id);
    ASSERT_EQ(index.attended(row).size(), 1U);
    const auto& student = students.at(static_cast<std::size_t>(index.row(row).id - 1));
    EXPECT_EQ(index.attended(row).front().school_year, student.memberships.front().school_year);
    EXPECT_EQ(
        index.row(row).birth_date,
        static_cast<std::uint32_t>(student.birth_date->year * 10000 +
                                   student.birth_date->month * 100 + student.birth_date->day));
  }
  EXPECT_EQ(ids.size(), students.size());
}

TEST(StudentIndex, NamesakesAreNeighbours) {
  const StudentIndex index = index_of(small_register());
  const WordNumber last = number_of(index.lasts(), "журавлев");
  ASSERT_NE(last, StudentIndex::kNone);

  EXPECT_EQ(index.with_last(last).size(), 2U);
  EXPECT_EQ(index.with_last_and_first(last, number_of(index.firsts(), "роман")).size(), 2U);
  EXPECT_EQ(index.with_last_and_first(last, number_of(index.firsts(), "фома")).size(), 0U);
}

TEST(StudentIndex, FormerSurnamesAndPartsOfDoubleOnesLeadToTheStudent) {
  const StudentIndex index = index_of(small_register());
  for (const auto& [surname, id] :
       {std::pair("тарасенко", 12), std::pair("сидорова", 10), std::pair("белых", 10)}) {
    const auto aliases = index.aliases_of(number_of(index.lasts(), surname));
    ASSERT_EQ(aliases.size(), 1U) << surname;
    EXPECT_EQ(index.row(aliases.front().row).id, id);
  }
  EXPECT_TRUE(index.aliases_of(number_of(index.lasts(), "кравец")).empty());
}

TEST(StudentIndex, GivenNamesAndCollectivesAreFound) {
  const StudentIndex index = index_of(small_register());

  const auto given =
      index.with_given(number_of(index.firsts(), "фома"), number_of(index.middles(), "фомич"));
  ASSERT_EQ(given.size(), 1U);
  EXPECT_EQ(index.row(given.front()).id, 15);
  const auto members = index.members(number_of(index.collectives(), "веселая палитра"));
  EXPECT_EQ(members.size(), 4U);
  EXPECT_EQ(index.active_in(2022), 2U);
  EXPECT_EQ(index.active_in(1999), 0U);
}

TEST(StudentIndex, SeveralYearsInACollectiveAreOneMembership) {
  Student student = small_register().front();
  student.memberships.push_back(student.memberships.front());
  student.memberships.back().school_year = 2024;
  const StudentIndex index = index_of({student});

  EXPECT_EQ(index.members(0).size(), 1U);
  EXPECT_EQ(index.attended(0).size(), 2U);
}

TEST(StudentIndex, AStudentOfWhomLittleIsKnownIsNoDanger) {
  Student nameless;
  nameless.id = {5};
  Student surname_only;
  surname_only.id = {6};
  surname_only.name.last = "Кравец";
  const StudentIndex index = index_of({nameless, surname_only, nameless});

  EXPECT_EQ(index.size(), 3U);
  EXPECT_EQ(index.with_last(0).size(), 1U);
  EXPECT_TRUE(index.with_given(0, 0).empty());
}

TEST(StudentIndex, AnEmptyRegisterIsAnIndexToo) {
  const StudentIndex index = index_of({});
  EXPECT_EQ(index.size(), 0U);
  EXPECT_EQ(index.active_in(2023), 0U);
}

TEST(StudentIndex, AStudentTakesLessThanThreeHundredBytes) {
  const SyntheticRegister names(20000, 11);
  const StudentIndex index = index_of(names.students());
  EXPECT_LT(index.memory_bytes() / index.size(), 300U);
  EXPECT_GT(index.memory_bytes() / index.size(), sizeof(StudentIndex::Row));
}

}  // namespace
}  // namespace fonds
