// Students, alike on SQLite and PostgreSQL.
#include "catalogue/students.h"

#include <gmock/gmock.h>

#include <set>

#include "catalogue/student_names.h"
#include "contract/catalogue_fixture.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

Student student(const char* last, const char* first, const char* birth = "2012-03-12") {
  Student made;
  made.name = {last, first, "Ильич"};
  made.gender = Gender::male;
  made.birth_date = calendar_date_from(birth);
  return made;
}

/// Everything a record holds, as one text.
std::string whole(const Student& s) {
  std::string text = s.external_id + '|' + full_text(s.name) + '|' +
                     std::string(name_of(s.gender)) + '|' +
                     (s.birth_date ? to_text(*s.birth_date) : "") + '|' + s.school + '|' +
                     (s.left_on ? to_text(*s.left_on) : "");
  for (const auto& former : s.former_last_names) text += "|f:" + former;
  for (const auto& m : s.memberships) {
    text += "|m:" + m.collective + ',' + m.programme + ',' + m.group + ',' +
            std::to_string(m.school_year) + ',' + (m.from ? to_text(*m.from) : "") + ',' +
            (m.to ? to_text(*m.to) : "");
  }
  for (const auto& g : s.guardians) text += "|g:" + g.name + ',' + g.relation;
  return text;
}

class StudentsContract : public CatalogueFixture {
 protected:
  StudentId add(const Student& student) {
    Transaction transaction(database());
    const StudentId id = students().add(transaction, student);
    transaction.commit();
    return id;
  }
  void replace(const Student& student) {
    Transaction transaction(database());
    students().replace(transaction, student);
    transaction.commit();
  }
  void merge(StudentId kept, StudentId merged) {
    Transaction transaction(database());
    students().merge(transaction, actor_, kept, merged);
    transaction.commit();
  }
  std::optional<StudentId> part(StudentId merged) {
    Transaction transaction(database());
    const auto kept = students().part(transaction, actor_, merged);
    transaction.commit();
    return kept;
  }
  Students students() { return Students(database()); }
  std::vector<std::string> listed(const std::vector<std::string>& words, int limit = 100) {
    std::vector<std::string> names;
    for (const Student& each : StudentNames(database()).list(words, {}, limit)) {
      names.push_back(full_text(each.name));
    }
    return names;
  }
};

TEST_P(StudentsContract, ARecordComesBackAsItWentIn) {
  Student full = student("Сойкин", "Олег");
  full.external_id = "A'1\"%_\\";
  full.former_last_names = {"Вьюнов", "Чижов"};
  full.school = "МБОУ СОШ № 3";
  full.left_on = CalendarDate{2024, 6, 1};
  full.memberships = {{"Лира", "Пение", "1", 2023, CalendarDate{2023, 9, 1}, std::nullopt},
                      {"Шахматы", "", "", 0, std::nullopt, CalendarDate{2024, 5, 31}}};
  full.guardians = {{"Сойкина Вера", "мать"}, {"Сойкин Илья", ""}};

  const StudentId id = add(full);

  ASSERT_TRUE(students().find(id).has_value());
  EXPECT_EQ(whole(*students().find(id)), whole(full));
  EXPECT_EQ(students().find(id)->id, id);
  EXPECT_EQ(students().count(), 1);
  Student bare;
  bare.name = {"Ли", "Анна", ""};
  EXPECT_EQ(whole(*students().find(add(bare))), whole(bare));
  EXPECT_FALSE(students().find({99}).has_value());
}

TEST_P(StudentsContract, AReplacedRecordKeepsNothingOld) {
  Student before = student("Сойкин", "Олег");
  before.memberships = {{"Лира", "", "", 2023, {}, {}}};
  before.guardians = {{"Сойкина Вера", "мать"}};
  Student after = student("Вьюнов", "Олег", "2012-03-13");
  after.id = add(before);
  after.former_last_names = {"Сойкин"};

  replace(after);

  EXPECT_EQ(whole(*students().find(after.id)), whole(after));
  EXPECT_THAT(listed({"вью"}), ElementsAre("Вьюнов Олег Ильич"));
}

TEST_P(StudentsContract, NothingIsLeftOfATransactionThatWasNotCommitted) {
  {
    Transaction transaction(database());
    students().add(transaction, student("Сойкин", "Олег"));
  }
  EXPECT_EQ(students().count(), 0);
  EXPECT_THAT(listed({}), IsEmpty());
}

TEST_P(StudentsContract, StudentsAreFoundByIdAndByNameWithBirthDate) {
  Student first = student("Сойкин", "Пётр");
  first.external_id = "A1";
  first.former_last_names = {"Вьюнов"};
  const StudentId id = add(first);
  const StudentId namesake = add(student("Сойкин", "Пётр", "2011-01-01"));
  const CalendarDate birth{2012, 3, 12};

  EXPECT_THAT(students().with_external_id("A1"), ElementsAre(id));
  EXPECT_THAT(students().with_external_id(""), IsEmpty());
  EXPECT_THAT(students().with_external_id("a1"), IsEmpty());
  EXPECT_THAT(students().named({"СОЙКИН", "Петр", "Ильич"}, birth), ElementsAre(id));
  EXPECT_THAT(students().named({"Вьюнов", "Пётр", "Ильич"}, birth), ElementsAre(id));
  EXPECT_THAT(students().named({"Сойкин", "Пётр", ""}, birth), IsEmpty());
  EXPECT_THAT(students().named({"Сойкин", "Пётр", "Ильич"}, std::nullopt), IsEmpty());
  EXPECT_THAT(students().named({"Сойкин", "Пётр", "Ильич"}, CalendarDate{2011, 1, 1}),
              ElementsAre(namesake));
}

TEST_P(StudentsContract, AMergedRecordIsOnePersonWithTheOther) {
  Student kept = student("Сойкин", "Олег");
  kept.memberships = {{"Лира", "", "", 2023, {}, {}}};
  Student other = student("Вьюнов", "Олег");
  other.external_id = "A2";
  other.school = "СОШ № 1";
  other.memberships = {{"Лира", "", "", 2023, {}, {}}, {"Шахматы", "", "", 2024, {}, {}}};
  const StudentId a = add(kept);
  const StudentId b = add(other);

  merge(a, b);

  const Student person = students().find(b).value();
  EXPECT_EQ(person.id, a);
  EXPECT_EQ(person.name.last, "Сойкин");
  EXPECT_EQ(person.external_id, "A2");
  EXPECT_EQ(person.school, "СОШ № 1");
  EXPECT_EQ(person.memberships.size(), 2U);
  EXPECT_THAT(person.former_last_names, ElementsAre("Вьюнов"));
  EXPECT_EQ(students().count(), 1);
  EXPECT_THAT(listed({"вьюн"}), ElementsAre("Сойкин Олег Ильич"));
  EXPECT_THAT(students().with_external_id("A2"), ElementsAre(a));
  EXPECT_THAT(students().named({"Вьюнов", "Олег", "Ильич"}, CalendarDate{2012, 3, 12}),
              ElementsAre(a));
}

TEST_P(StudentsContract, SeveralAreFoundAtOnceAsEachAlone) {
  Student first = student("Сойкин", "Олег");
  first.memberships = {{"Лира", "", "", 2023, {}, {}}};
  const StudentId kept = add(first);
  const StudentId merged = add(student("Вьюнов", "Олег"));
  const StudentId other = add(student("Чижов", "Пётр"));
  merge(kept, merged);

  const auto found = students().find_all({other, merged, kept, StudentId{99}});

  ASSERT_EQ(found.size(), 3U);
  for (const StudentId each : {kept, merged, other}) {
    EXPECT_EQ(whole(found.at(each)), whole(*students().find(each)));
  }
  EXPECT_EQ(found.at(merged).id, kept);
  EXPECT_EQ(students().find_all({merged, StudentId{99}}).at(merged).id, kept) << "few";
  EXPECT_TRUE(students().find_all({}).empty());
}

TEST_P(StudentsContract, PartingRestoresBothExactlyWithWhatWasEditedMeanwhile) {
  Student kept = student("Сойкин", "Олег");
  Student other = student("Вьюнов", "Олег");
  other.memberships = {{"Шахматы", "", "", 2024, {}, {}}};
  other.guardians = {{"Вьюнова Вера", "мать"}};
  kept.id = add(kept);
  other.id = add(other);
  merge(kept.id, other.id);
  kept.school = "СОШ № 5";
  replace(kept);

  EXPECT_EQ(part(other.id), kept.id);

  EXPECT_EQ(whole(*students().find(kept.id)), whole(kept));
  EXPECT_EQ(whole(*students().find(other.id)), whole(other));
  EXPECT_THAT(listed({"вьюн"}), ElementsAre("Вьюнов Олег Ильич"));
  EXPECT_EQ(students().count(), 2);
  EXPECT_EQ(part(other.id), std::nullopt) << "parted already";
  const auto history = students().merges(kept.id);
  ASSERT_EQ(history.size(), 1U);
  EXPECT_EQ(history[0].merged, other.id);
  EXPECT_EQ(history[0].parted_by, actor_.login);
}

TEST_P(StudentsContract, AMergedGroupPartsWhereItWasJoined) {
  const StudentId a = add(student("Аистов", "Олег"));
  const StudentId b = add(student("Вьюнов", "Олег"));
  const StudentId c = add(student("Сойкин", "Олег"));
  merge(b, c);
  merge(a, b);
  EXPECT_EQ(students().living(c), a);
  EXPECT_EQ(students().records_of(c), students().records_of(a));
  EXPECT_EQ(students().records_of(a).size(), 3U);

  EXPECT_EQ(part(b), a);

  EXPECT_EQ(students().living(a), a);
  EXPECT_EQ(students().living(b), b);
  EXPECT_EQ(students().living(c), b) << "c was merged into b before";
  merge(a, b);
  EXPECT_EQ(part(c), a);
  EXPECT_EQ(students().living(c), c);
  EXPECT_EQ(students().living(b), a);
}

TEST_P(StudentsContract, TheWholeRegisterIsWalkedInBoundedSteps) {
  Transaction transaction(database());
  for (int i = 0; i < 2100; ++i) {
    Student each = student("Сойкин", "Олег");
    each.external_id = std::to_string(i);
    each.memberships = {{"Лира", "", "", 2023, {}, {}}};
    students().add(transaction, each);
  }
  transaction.commit();
  merge({1}, {2100});

  std::int64_t last = 0;
  int seen = 0;
  students().each([&](Student&& each) {
    EXPECT_GT(each.id.value, last);
    EXPECT_EQ(each.memberships.size(), 1U);
    last = each.id.value;
    ++seen;
  });

  EXPECT_EQ(seen, 2099);
  int keys = 0;
  students().each_key([&](const StudentKey& key) {
    ++keys;
    if (key.id == StudentId{2100}) {
      EXPECT_EQ(key.student, StudentId{1});
    }
  });
  EXPECT_EQ(keys, 2100);
}

FONDS_ON_BOTH_ENGINES(StudentsContract);

}  // namespace
}  // namespace fonds
