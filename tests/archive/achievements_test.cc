#include "archive/achievements.h"

#include <gmock/gmock.h>

#include "archive/review_fixture.h"
#include "archive/students.h"
#include "catalogue/students.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

class AchievementsTest : public ReviewFixture {
 protected:
  AchievementsTest() {
    Transaction transaction(temp_.archive().catalogue());
    Student student;
    student.name = {"Зябликов", "Прохор", ""};
    for (int i = 0; i < 3; ++i) Students(temp_.archive().catalogue()).add(transaction, student);
    transaction.commit();
    store(diploma(), {link(1, LinkState::linked, 0.999)});
  }
  static PaperReading diploma() {
    PaperReading made = reading();
    made.date = decided(*date_span_from("2024-05-15"), 0.95);
    made.place = decided(AwardPlace{Rank::second, 0}, 0.95);
    return made;
  }
  AchievementBank list(const AchievementFilter& filter = {}) {
    return achievements_.list(archivist_, filter);
  }
  std::string id(const char* whose = "1") { return document_.accession + "/" + whose; }
  Fault refused(const std::string& reference, const ArchiveAchievements::Statements& statements) {
    return fault_of([&] { achievements_.set(archivist_, reference, statements); });
  }

  ArchiveAchievements achievements_{temp_.archive()};
  const Actor archivist_ = local_archivist();
};

TEST_F(AchievementsTest, TheRecordFollowsItsCard) {
  ASSERT_EQ(list().size(), 1U);
  EXPECT_EQ(id_of(list()[0]), id());
  EXPECT_EQ(list()[0].place, "2");
  EXPECT_EQ(list(), list());

  review().set(clerk_, document_.accession, "place", "1 место");
  EXPECT_EQ(list()[0].place, "1");
  PaperReading second = diploma();
  second.event = decided(std::string("конкурс «Капель»"), 0.9);
  store(second, {link(1, LinkState::linked, 0.999)}, 2);
  EXPECT_EQ(list()[0].event, "конкурс «Капель»");
  EXPECT_EQ(list()[0].place, "1") << "a person's word outlives the new reading";
  review().set_link(clerk_, document_.accession, {1}, LinkState::refused);
  EXPECT_TRUE(list().empty());
  review().set_link(clerk_, document_.accession, {2}, LinkState::linked);
  EXPECT_EQ(list().at(0).student, StudentId{2});
}

TEST_F(AchievementsTest, ItFollowsStudentsThatAreMergedAndParted) {
  achievements_.set(archivist_, id(), {{"control", "итоговый"}});
  ArchiveStudents students(temp_.archive());
  students.merge(archivist_, {3}, {1});
  ASSERT_EQ(list().size(), 1U);
  EXPECT_EQ(list()[0].student, StudentId{3});
  EXPECT_EQ(list()[0].control, "final");
  AchievementFilter filter;
  filter.student = StudentId{3};
  EXPECT_EQ(list(filter).size(), 1U);
  EXPECT_TRUE(achievements_.set(archivist_, id(), {{"scope", "внутренний"}}))
      << "the number before the merger still names it";
  students.part(archivist_, {1});
  ASSERT_EQ(list().size(), 1U);
  EXPECT_EQ(list()[0].student, StudentId{1});
  EXPECT_EQ(list()[0].control, "final");
  EXPECT_EQ(list()[0].scope, "internal");
}

TEST_F(AchievementsTest, APersonsStatementOutlivesEveryNewReadingUntilItIsTakenBack) {
  const auto stated = achievements_.set(
      archivist_, id(), {{"control", "текущий"}, {"scope", "internal"}, {"place", "III место"}});
  ASSERT_TRUE(stated);
  EXPECT_EQ(stated->control, "current");
  EXPECT_EQ(last_entry().event, "achievement.stated");
  EXPECT_EQ(last_entry().details, R"({"student":1,"fields":["control","place","scope"]})");
  store(diploma(), {link(1, LinkState::linked, 0.9999)}, 2);
  EXPECT_EQ(list()[0].control, "current");
  EXPECT_EQ(list()[0].place, "3");
  achievements_.set(archivist_, id(), {{"control", "авто"}, {"place", "auto"}});
  EXPECT_EQ(list()[0].control, "interim");
  EXPECT_EQ(list()[0].place, "2");
  EXPECT_EQ(list()[0].scope, "internal");
  EXPECT_FALSE(achievements_.set(archivist_, id(), {{"counts", "нет"}}));
  EXPECT_TRUE(list().empty());
  EXPECT_TRUE(achievements_.set(archivist_, id(), {{"counts", "да"}}));
}

TEST_F(AchievementsTest, WhatCannotBeStatedIsRefusedAndChangesNothing) {
  EXPECT_EQ(refused(id(), {{"control", "вечный"}}), Fault::usage);
  EXPECT_EQ(refused(id(), {{"control", "итоговый"}, {"scope", "прочий"}}), Fault::usage);
  EXPECT_EQ(refused(id(), {{"counts", "может быть"}}), Fault::usage);
  EXPECT_EQ(refused(id("2"), {{"control", "итоговый"}}), Fault::not_found);
  EXPECT_EQ(refused(id("c"), {{"control", "итоговый"}}), Fault::not_found);
  EXPECT_EQ(refused("2020-000099/1", {{"control", "итоговый"}}), Fault::not_found);
  for (const char* wrong : {"", "/", "1", "1/", "1/x", "1/0", "1/-1", "1/1/1"}) {
    const Fault fault = refused(wrong, {{"control", "итоговый"}});
    EXPECT_TRUE(fault == Fault::usage || fault == Fault::not_found) << wrong;
  }
  EXPECT_EQ(list()[0].control, "interim");
}

TEST_F(AchievementsTest, AnAwardOfACollectiveIsItsMembersToo) {
  PaperReading award = diploma();
  award.persons.clear();
  award.collective = decided(std::string("Лира"), 0.95);
  store(award, {}, 2);
  ArchiveStudents(temp_.archive())
      .edit(archivist_, {2}, {{"collective", "ЛИРА"}, {"school_year", "2023/2024"}});
  ASSERT_EQ(list().size(), 1U);
  EXPECT_THAT(list()[0].members, ElementsAre(StudentId{2}));
  AchievementFilter filter;
  filter.student = StudentId{2};
  EXPECT_EQ(list(filter).size(), 1U);
  filter.student = StudentId{1};
  EXPECT_TRUE(list(filter).empty());
  EXPECT_EQ(achievements_.set(archivist_, id("к"), {{"control", "итоговый"}})->control, "final");
}

TEST_F(AchievementsTest, EveryLookIsJournalledWithoutNames) {
  AchievementFilter filter;
  filter.student = StudentId{1};
  filter.collective = "Зорька";
  list(filter);
  EXPECT_EQ(last_entry().event, "achievement.listed");
  EXPECT_EQ(last_entry().details, R"({"records":0,"student":1})");
  EXPECT_THAT(last_entry().details, Not(HasSubstr("Зорька")));
}

TEST_F(AchievementsTest, WhoHasNoRightSeesAndStatesNothing) {
  EXPECT_TRUE(achievements_.list({"x", Role::teacher}, {}).empty());
  for (const Role role : {Role::auditor, Role::administrator}) {
    EXPECT_EQ(fault_of([&] { achievements_.list({"x", role}, {}); }), Fault::denied);
  }
  EXPECT_EQ(fault_of([&] {
              achievements_.set(clerk_, id(), {{"control", "final"}});
            }),
            Fault::denied);
}

}  // namespace
}  // namespace fonds
