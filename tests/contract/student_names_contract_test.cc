// Students found by their names, alike on SQLite and PostgreSQL.
#include "catalogue/student_names.h"

#include <gmock/gmock.h>

#include <set>

#include "contract/catalogue_fixture.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

Student student(const char* last, const char* first) {
  Student made;
  made.name = {last, first, "Ильич"};
  return made;
}

class StudentNamesContract : public CatalogueFixture {
 protected:
  StudentId add(const Student& student) {
    Transaction transaction(database());
    const StudentId id = Students(database()).add(transaction, student);
    transaction.commit();
    return id;
  }
  void merge(StudentId kept, StudentId merged) {
    Transaction transaction(database());
    Students(database()).merge(transaction, actor_, kept, merged);
    transaction.commit();
  }
  StudentNames register_() { return StudentNames(database()); }
  std::vector<std::string> listed(const std::vector<std::string>& words, int limit = 100) {
    std::vector<std::string> found;
    for (const Student& each : register_().list(words, {}, limit)) {
      found.push_back(full_text(each.name));
    }
    return found;
  }
};
FONDS_ON_BOTH_ENGINES(StudentNamesContract);

TEST_P(StudentNamesContract, TheListIsByNameAndFoundByBeginningsOfWords) {
  add(student("Чижов", "Олег"));
  Student former = student("Аистова", "Анна");
  former.former_last_names = {"Чижова"};
  add(former);
  add(student("Сойкин", "Чингиз"));

  EXPECT_THAT(listed({}),
              ElementsAre("Аистова Анна Ильич", "Сойкин Чингиз Ильич", "Чижов Олег Ильич"));
  EXPECT_THAT(listed({"чи"}),
              ElementsAre("Аистова Анна Ильич", "Сойкин Чингиз Ильич", "Чижов Олег Ильич"));
  EXPECT_THAT(listed({"ЧИЖ", "ол"}), ElementsAre("Чижов Олег Ильич"));
  const std::vector<Student> page = register_().page({"чи"}, 1, 1);
  ASSERT_THAT(page, SizeIs(1));
  EXPECT_EQ(page[0].name.last, "Сойкин") << "the second of the same order";
  EXPECT_THAT(register_().page({"чи"}, 3, 10), IsEmpty());
  EXPECT_EQ(register_().count({"чи"}), 3);
  EXPECT_EQ(register_().count({"ЧИЖ", "ол"}), 1);
  EXPECT_THAT(listed({"лег"}), IsEmpty());
  EXPECT_THAT(listed({"%"}), IsEmpty());
  EXPECT_THAT(listed({"_ижов"}), IsEmpty());
  EXPECT_THAT(listed({"' OR 1=1"}), IsEmpty());
}

TEST_P(StudentNamesContract, WhoAttendsIsFoundByTheTitleAndBeginningsOfWords) {
  Student anna;
  anna.name = {"Зябликова", "Анна", ""};
  anna.memberships = {{"Лира", "", "", 2023, {}, {}}, {"Лира", "", "", 2024, {}, {}}};
  Student boris = anna;
  boris.name = {"Чижов", "Борис", ""};
  boris.memberships = {{"ЛИРА", "", "", 2023, {}, {}}};
  Student other = anna;
  other.memberships = {{"Лирика", "", "", 2023, {}, {}}};
  Transaction transaction(database());
  Students students(database());
  const StudentId first = students.add(transaction, anna);
  const StudentId second = students.add(transaction, boris);
  const StudentId third = students.add(transaction, other);
  transaction.commit();
  const auto ids = [&](std::string_view title, const std::vector<std::string>& words) {
    std::set<StudentId> found;
    for (const StudentPlace& each : register_().attending({std::string(title)}, words)) {
      EXPECT_TRUE(found.insert(each.id).second) << "each once";
    }
    return found;
  };
  EXPECT_EQ(ids("лира", {}), (std::set<StudentId>{first, second}));
  EXPECT_EQ(ids("лира", {"зя", "ан"}), (std::set<StudentId>{first}));
  EXPECT_EQ(ids("лира", {"блик"}), std::set<StudentId>{});
  EXPECT_EQ(ids("лирика", {}), (std::set<StudentId>{third}));
  EXPECT_EQ(ids("нет такого", {}), std::set<StudentId>{});
  EXPECT_THAT(register_().attending({}, {}), IsEmpty());
  EXPECT_THAT(register_().attending({"ЛИРА", "лирика", "лира"}, {"зя"}), SizeIs(2));
  Transaction merging(database());
  students.merge(merging, local_archivist(), third, first);
  merging.commit();
  EXPECT_EQ(ids("лира", {"зя"}), (std::set<StudentId>{third})) << "the one they are now";
}

TEST_P(StudentNamesContract, PagesOfTheListMissNobodyAndRepeatNobody) {
  std::vector<std::string> all;
  for (int i = 0; i < 7; ++i) add(student("Сойкин", "Олег"));
  for (const char* last : {"Ёжин", "Ежов", "Яшин", "Абов"}) add(student(last, "Олег"));

  std::vector<std::int64_t> seen;
  StudentPlace after;
  for (;;) {
    const auto chunk = register_().list({}, after, 3);
    if (chunk.empty()) break;
    for (const Student& each : chunk) seen.push_back(each.id.value);
    after = {name_key_of(chunk.back().name), chunk.back().id};
  }

  EXPECT_EQ(seen.size(), 11U);
  EXPECT_EQ(std::set<std::int64_t>(seen.begin(), seen.end()).size(), 11U);
}

TEST_P(StudentNamesContract, ASurnameAmongTheWordsFindsItsStudents) {
  add(student("Сойкин", "Олег"));
  add(student("Сойкина", "Ольга"));
  Student married = student("Ёлкина", "Ольга");
  married.former_last_names = {"Сойко"};
  add(married);
  const StudentId kept = add(student("Чижов", "Олег"));
  merge(kept, add(student("Сойков", "Олег")));
  add(student("Ли", "Сойкан"));
  add(student("Сой%", "Фома"));
  const auto found = [&](const std::vector<std::string>& words, int limit = 10) {
    std::vector<std::string> names;
    for (const Student& each : register_().with_surname(words, limit)) {
      names.push_back(each.name.last + ' ' + each.name.first);
    }
    return names;
  };

  EXPECT_THAT(found({"сойк"}),
              ElementsAre("Ёлкина Ольга", "Сойкин Олег", "Сойкина Ольга", "Чижов Олег"));
  EXPECT_THAT(found({"ол", "СОЙКИН"}), ElementsAre("Сойкин Олег", "Сойкина Ольга"));
  EXPECT_THAT(found({"Сойко", "Олег"}), ElementsAre("Чижов Олег"));
  EXPECT_THAT(found({"ёлк"}), ElementsAre("Ёлкина Ольга"));
  EXPECT_THAT(found({"Сойкан"}), IsEmpty()) << "nobody's surname";
  EXPECT_THAT(found({"сой%"}), ElementsAre("Сой% Фома"));
  EXPECT_THAT(found({"с"}), IsEmpty()) << "an initial";
  EXPECT_THAT(found({"сойк"}, 2), SizeIs(2));
  EXPECT_THAT(found({}), IsEmpty());
}

}  // namespace
}  // namespace fonds
