#include "archive/students.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "archive/people.h"
#include "base/error.h"
#include "catalogue/journal.h"
#include "support/temp_archive.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using Namesake = ArchiveStudents::Namesake;

const std::string kHead = "id,last,first,middle,birth_date,collective,school_year\n";

class ArchiveStudentsTest : public testing::Test {
 protected:
  ImportReport import(const std::string& rows, BadRows bad = BadRows::refuse_all,
                      Commitment commitment = Commitment::change) {
    return students_.import(actor_, temp_.beside().file("list.csv", kHead + rows), "", bad,
                            commitment);
  }
  std::vector<std::string> listed(const std::vector<std::string>& words = {}) {
    std::vector<std::string> names;
    students_.list(actor_, words,
                   [&](const Student& student) { names.push_back(full_text(student.name)); });
    return names;
  }
  Actor teacher_of(const char* login, const char* collective) {
    User user;
    user.login = login;
    user.role = Role::teacher;
    user.collectives = {collective};
    ArchivePeople(temp_.archive()).add(local_archivist(), user);
    return {login, Role::teacher};
  }
  /// What was done, without the looks.
  std::string journal() {
    std::string text;
    for (const JournalEntry& entry : Journal(temp_.archive().catalogue()).after(0, 1000)) {
      if (entry.event == "student.listed" || entry.event == "student.shown") continue;
      text += entry.event + ' ' + entry.subject + ' ' + entry.details + '\n';
    }
    return text;
  }
  Fault refused(const std::function<void()>& action) {
    try {
      action();
    } catch (const Error& error) {
      EXPECT_THAT(std::string(error.what()), Not(HasSubstr("Сойкин")));
      return error.fault();
    }
    ADD_FAILURE() << "done";
    return Fault::bug;
  }

  TempArchive temp_;
  ArchiveStudents students_{temp_.archive()};
  const Actor actor_ = local_archivist();
};

const std::string kTwo =
    "A1,Сойкин,Олег,Ильич,2012-03-12,Лира,2023/2024\n"
    "A2,Чижова,Анна,,2013-04-13,Лира,2023/2024\n";

TEST_F(ArchiveStudentsTest, AListIsImportedAndImportingItAgainChangesNothing) {
  const ImportReport first = import(kTwo);
  EXPECT_TRUE(first.done);
  EXPECT_EQ(first.added, 2U);
  EXPECT_THAT(listed(), ElementsAre("Сойкин Олег Ильич", "Чижова Анна"));

  const ImportReport again = import(kTwo);

  EXPECT_TRUE(again.done);
  EXPECT_EQ(again.added + again.changed, 0U);
  EXPECT_EQ(again.unchanged, 2U);
  EXPECT_EQ(listed().size(), 2U);
}

TEST_F(ArchiveStudentsTest, WhoAttendsACollectiveIsToldToThoseWhoSeeThem) {
  import(
      ",Сойкина,Ольга,,12.03.2012,Лира,2023/2024\n,Чижова,Анна,,14.05.2013,Ритм,2023/2024\n"
      ",Дрозд,Лев,,15.06.2011,лира,2024/2025\n,Сойкина,Ольга,,12.03.2012,Лира,2024/2025\n");
  const auto attending = [&](const Actor& actor) {
    std::vector<std::string> names;
    students_.attending(actor, "ЛИРА",
                        [&](const Student& student) { names.push_back(full_text(student.name)); });
    return names;
  };
  EXPECT_THAT(attending(actor_), ElementsAre("Дрозд Лев", "Сойкина Ольга"));
  EXPECT_THAT(attending(teacher_of("t.lira", "Лира")), SizeIs(2));
  EXPECT_THAT(attending(teacher_of("t.ritm", "Ритм")), IsEmpty());
}

TEST_F(ArchiveStudentsTest, APageIsAPartOfTheListForWhoeverSeesAllAndForOthers) {
  import(kTwo);
  const StudentPage second = students_.page(actor_, {}, 1, 10);
  EXPECT_EQ(second.total, 2);
  ASSERT_THAT(second.students, SizeIs(1));
  EXPECT_EQ(full_text(second.students[0].name), listed().at(1));
  EXPECT_EQ(students_.page(actor_, {"сой"}, 0, 10).total, 1);
  // Who attends another collective is not there, and not counted.
  const Actor teacher = teacher_of("t.lira", "Лира");
  EXPECT_EQ(students_.page(teacher, {}, 0, 1).total, 2);
  EXPECT_THAT(students_.page(teacher, {}, 0, 1).students, SizeIs(1));
  EXPECT_EQ(students_.page(teacher_of("t.ritm", "Ритм"), {}, 0, 10).total, 0);
}

TEST_F(ArchiveStudentsTest, TheNextYearsListAddsToWhoIsThere) {
  import(kTwo);

  const ImportReport report = import(
      "A1,Вьюнов,Олег,Ильич,2012-03-12,Шахматы,2024/2025\n"
      ",Чижова,Анна,,2013-04-13,Шахматы,2024/2025\n"
      "A3,Дроздов,Илья,,2014-05-14,Лира,2024/2025\n");

  EXPECT_EQ(report.added, 1U);
  EXPECT_EQ(report.changed, 2U);
  const StudentCard card = students_.show(actor_, {1});
  EXPECT_EQ(card.student.name.last, "Вьюнов");
  EXPECT_THAT(card.student.former_last_names, ElementsAre("Сойкин"));
  EXPECT_EQ(card.student.memberships.size(), 2U);
  EXPECT_EQ(card.history.size(), 2U);
  EXPECT_THAT(listed({"сойк"}), ElementsAre("Вьюнов Олег Ильич"));
}

TEST_F(ArchiveStudentsTest, OneBadRowKeepsOutAllUnlessToldOtherwise) {
  const std::string rows = kTwo + "A3,Дроздов,Илья,,31.02.2014,Лира,2024/2025\n";

  const ImportReport refused = import(rows);
  EXPECT_FALSE(refused.done);
  EXPECT_EQ(refused.problems.size(), 1U);
  EXPECT_THAT(listed(), IsEmpty());
  EXPECT_EQ(journal(), "");

  const ImportReport skipped = import(rows, BadRows::skip);
  EXPECT_TRUE(skipped.done);
  EXPECT_EQ(skipped.added, 2U);
  EXPECT_EQ(listed().size(), 2U);
}

TEST_F(ArchiveStudentsTest, ADryRunSaysWhatWouldChangeAndChangesNothing) {
  const ImportReport report = import(kTwo, BadRows::refuse_all, Commitment::dry_run);

  EXPECT_FALSE(report.done);
  EXPECT_EQ(report.added, 2U);
  EXPECT_THAT(listed(), IsEmpty());
  EXPECT_EQ(journal(), "");
}

TEST_F(ArchiveStudentsTest, ConflictsWithTheRegisterAreToldByRowAndNobodyIsDoubled) {
  import(kTwo);

  for (const char* row : {"A1,Дроздов,Пётр,,2010-01-01,Лира,2023/2024\n",      // the id of another
                          "A9,Сойкин,Олег,Ильич,2012-03-12,Лира,2023/2024\n",  // another id
                          "A1,Чижова,Анна,,2013-04-13,Лира,2023/2024\n",       // two students
                          ",Сойкин,Олег,Ильич,,Лира,2023/2024\n"}) {           // no date of birth
    const ImportReport report = import(row);
    EXPECT_FALSE(report.done) << row;
    ASSERT_EQ(report.problems.size(), 1U) << row;
    EXPECT_EQ(report.problems[0].place.row, 2U);
    EXPECT_EQ(listed().size(), 2U) << row;
  }
}

TEST_F(ArchiveStudentsTest, TwoRowsOfOneNameWithoutBirthDateAreNotTwoStudentsSilently) {
  const ImportReport report =
      import(",Сойкин,Олег,,,Лира,2023/2024\n,Сойкин,Олег,,,Шахматы,2023/2024\n");

  EXPECT_FALSE(report.done);
  EXPECT_EQ(report.problems.size(), 1U);
}

TEST_F(ArchiveStudentsTest, AStudentByHandIsReadWithTheCareOfAList) {
  const Student added = students_.add(
      actor_, {{"last", "СОЙКИН"}, {"first", "Олег"}, {"birth_date", "12.03.2012"}}, Namesake::ask);
  EXPECT_EQ(full_text(added.name), "Сойкин Олег");
  EXPECT_EQ(added.gender, Gender::male);

  const auto add = [&](const StudentFields& fields, Namesake namesake = Namesake::ask) {
    return refused([&] { students_.add(actor_, fields, namesake); });
  };
  EXPECT_EQ(add({{"last", "Сойкин"}, {"first", "Олег"}, {"birth_date", "31.02.2012"}}),
            Fault::usage);
  EXPECT_EQ(add({{"last", "Сойкин"}}), Fault::usage);
  EXPECT_EQ(add({}), Fault::usage);
  EXPECT_EQ(add({{"last", "Сойкин"}, {"first", "Олег"}, {"birth_date", "12.03.2012"}}),
            Fault::usage)
      << "is there";
  EXPECT_EQ(add({{"last", "Сойкин"}, {"first", "Олег"}}), Fault::usage) << "perhaps is there";
  students_.add(actor_, {{"last", "Сойкин"}, {"first", "Олег"}}, Namesake::another);
  EXPECT_EQ(listed().size(), 2U);
}

TEST_F(ArchiveStudentsTest, AnEditChangesWhatIsGivenAndNothingElse) {
  import(kTwo);

  const Student edited = students_.edit(
      actor_, {1}, {{"last", "Вьюнов"}, {"school", "СОШ № 3"}, {"collective", "Шахматы"}});
  EXPECT_EQ(full_text(edited.name), "Вьюнов Олег Ильич");
  EXPECT_THAT(edited.former_last_names, ElementsAre("Сойкин"));
  EXPECT_EQ(edited.school, "СОШ № 3");
  EXPECT_EQ(edited.memberships.size(), 2U);
  EXPECT_EQ(edited.birth_date, (CalendarDate{2012, 3, 12}));
  EXPECT_EQ(students_.edit(actor_, {1}, {{"school", ""}}).school, "");

  EXPECT_EQ(refused([&] { students_.edit(actor_, {1}, {{"id", "A2"}}); }), Fault::usage);
  EXPECT_EQ(refused([&] { students_.edit(actor_, {1}, {{"last", ""}}); }), Fault::usage);
  EXPECT_EQ(refused([&] { students_.edit(actor_, {9}, {{"school", "x"}}); }), Fault::not_found);
  EXPECT_EQ(students_.show(actor_, {1}).student.external_id, "A1");
}

TEST_F(ArchiveStudentsTest, TwoRecordsBecomeOnePersonAndTwoAgain) {
  import(kTwo);

  students_.merge(actor_, {1}, {2});
  EXPECT_EQ(listed().size(), 1U);
  EXPECT_EQ(students_.show(actor_, {2}).student.id, StudentId{1});
  EXPECT_EQ(refused([&] { students_.merge(actor_, {1}, {2}); }), Fault::usage);
  EXPECT_EQ(refused([&] { students_.merge(actor_, {1}, {1}); }), Fault::usage);
  EXPECT_EQ(refused([&] { students_.merge(actor_, {1}, {9}); }), Fault::not_found);

  const auto [kept, parted] = students_.part(actor_, {2});
  EXPECT_EQ(full_text(kept.name), "Сойкин Олег Ильич");
  EXPECT_EQ(full_text(parted.name), "Чижова Анна");
  EXPECT_EQ(refused([&] { students_.part(actor_, {2}); }), Fault::usage);
}

TEST_F(ArchiveStudentsTest, TheJournalHoldsIdsAndFieldsAndNoName) {
  import(kTwo);
  students_.edit(actor_, {1}, {{"last", "Вьюнов"}, {"school", "СОШ № 3"}});
  students_.merge(actor_, {1}, {2});
  students_.part(actor_, {2});

  const std::string text = journal();

  EXPECT_THAT(text, HasSubstr("student.added student/1"));
  EXPECT_THAT(text, HasSubstr("student.imported register"));
  EXPECT_THAT(text, HasSubstr("student.changed student/1 {\"fields\":[\"last_name\",\"school\"]}"));
  EXPECT_THAT(text, HasSubstr("student.merged student/2 {\"into\":1}"));
  EXPECT_THAT(text, HasSubstr("student.unmerged student/2 {\"from\":1}"));
  for (const char* personal : {"Сойкин", "Вьюнов", "Чижова", "Анна", "2012", "СОШ", "Лира"}) {
    EXPECT_THAT(text, Not(HasSubstr(personal)));
  }
}

TEST_F(ArchiveStudentsTest, WhoHasNoRightSeesAndChangesNothing) {
  const Actor teacher{"teacher", Role::teacher};
  const Actor methodist{"methodist", Role::methodist};
  const auto list = temp_.beside().file("list.csv", kHead + kTwo);
  const auto nothing = [](const auto&) {};

  students_.list(teacher, {}, [](const auto&) { FAIL() << "no collective of one's own"; });
  EXPECT_EQ(refused([&] { students_.show(teacher, {1}); }), Fault::not_found);
  EXPECT_EQ(refused([&] { students_.each(teacher, nothing); }), Fault::denied);
  EXPECT_EQ(refused([&] {
              students_.import(methodist, list, "", BadRows::refuse_all, Commitment::dry_run);
            }),
            Fault::denied);
  EXPECT_EQ(refused([&] { students_.add(methodist, {}, Namesake::ask); }), Fault::denied);
  EXPECT_EQ(refused([&] { students_.edit(methodist, {1}, {}); }), Fault::denied);
  EXPECT_EQ(refused([&] { students_.merge(methodist, {1}, {2}); }), Fault::denied);
  EXPECT_EQ(refused([&] { students_.part(methodist, {1}); }), Fault::denied);
}

}  // namespace
}  // namespace fonds
