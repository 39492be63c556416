#include "indexer/ranking.h"

#include <gtest/gtest.h>

#include "indexer/index_fixture.h"

namespace fonds {
namespace {

class RankingTest : public IndexFixture {
 protected:
  [[nodiscard]] Xapian::Database opened() const { return Xapian::Database(serving().string()); }
};

TEST_F(RankingTest, CountsNeighboursInTheTypedOrder) {
  index({{"конкурс юных чтецов"}, {"юных чтецов ждёт конкурс"}, {"чтецов", "юных конкурс"}});
  const std::vector<std::string> words{"конкурс", "юных", "чтецов"};
  EXPECT_DOUBLE_EQ(closeness(opened(), 1, words), 1);
  EXPECT_DOUBLE_EQ(closeness(opened(), 2, words), 0.5);
  EXPECT_DOUBLE_EQ(closeness(opened(), 3, words), 0);
  EXPECT_DOUBLE_EQ(closeness(opened(), 1, {"конкурс"}), 0);
}

TEST_F(RankingTest, TheClosestComesFirst) {
  index({{"этап районный, конкурс большой"},
         {"большой и районный этап того, что есть конкурс"},
         {"районный этап"}});
  const SearchResult result = search("районный этап");
  ASSERT_EQ(result.hits.size(), 3U);
  EXPECT_NE(result.hits[2].document.value, 2) << "its words stand side by side, those of 1 do not";
}

TEST_F(RankingTest, TellsOneStudentFromTwoWhoShareTheWords) {
  const int generation = generations.begin_rebuild();
  IndexWriter writer(generations.folder_of(generation));
  const auto student = [](std::int64_t id, const char* last, const char* first) {
    IndexedStudent made;
    made.id = StudentId{id};
    made.name = {last, first, ""};
    made.gender = Gender::female;
    return made;
  };
  IndexedDocument one = paper(1, {"список"});
  one.card.students = {student(1, "Ким", "Диана"), student(2, "Ли", "Анна")};
  IndexedDocument two = paper(2, {"список"});
  two.card.students = {student(3, "Ким", "Анна"), student(4, "Ли", "Диана")};
  add(writer, one);
  add(writer, two);
  writer.commit(EntryNumber{1});
  generations.serve(generation);

  using Students = std::vector<StudentId>;
  EXPECT_EQ(students_named(opened(), 1, {"анна", "ли"}), Students{{2}});
  EXPECT_EQ(students_named(opened(), 2, {"анна", "ли"}), Students{});
  EXPECT_EQ(students_named(opened(), 2, {"анны", "ким"}), Students{{3}});
  EXPECT_EQ(students_named(opened(), 1, {"ли"}), Students{{2}});
  EXPECT_EQ(students_named(opened(), 1, {}), Students{});
  EXPECT_TRUE(names_a_student(opened(), 1, {"анна", "ли"}));
  EXPECT_FALSE(names_a_student(opened(), 2, {"анна", "ли"}));
  EXPECT_FALSE(names_a_student(opened(), 1, {}));
  EXPECT_EQ(search("Анна Ли").hits.at(0).students, Students{{2}});
  EXPECT_EQ(search("Ким").hits.at(0).students.size(), 1U);
  EXPECT_TRUE(search("список").hits.at(0).students.empty());
  EXPECT_EQ(search("Анна Ли").hits.at(0).document.value, 1);
  EXPECT_EQ(search("Анна Ким").hits.at(0).document.value, 2);
}

}  // namespace
}  // namespace fonds
