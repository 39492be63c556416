#include "catalogue/disclosures.h"

#include <gmock/gmock.h>

#include "catalogue/students.h"
#include "catalogue_fixture.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

const Actor kClerk{"clerk", Role::clerk};
const Actor kArchivist{"archivist", Role::archivist};

class DisclosuresContract : public CatalogueFixture {
 protected:
  void SetUp() override {
    CatalogueFixture::SetUp();
    student_ = add_student("Кравец");
    other_ = add_student("Осипов");
  }
  StudentId add_student(const char* last) {
    Transaction transaction(database());
    Student student;
    student.name = {last, "Тимофей", ""};
    const StudentId id = Students(database()).add(transaction, student);
    transaction.commit();
    return id;
  }
  Disclosure application(CalendarDate day = {2026, 3, 12}) {
    Disclosure made;
    made.student = student_;
    made.applicant = {ApplicantKind::representative, "Кравец Ольга Петровна",  "мать", "паспорт",
                      "свидетельство о рождении",    CalendarDate{2027, 1, 31}};
    made.form = ApplicationForm::written;
    made.asked = "результаты за год";
    made.from = CalendarDate{2025, 9, 1};
    made.to = CalendarDate{2026, 8, 31};
    made.application = {17};
    made.applied_on = day;
    return made;
  }
  std::int64_t open(const Disclosure& disclosure) {
    Transaction transaction(database());
    const std::int64_t number = Disclosures(database()).open(transaction, kClerk, disclosure);
    transaction.commit();
    return number;
  }
  std::vector<std::int64_t> numbers(const DisclosureFilter& filter) {
    std::vector<std::int64_t> found;
    for (const Disclosure& each : Disclosures(database()).list(filter)) {
      found.push_back(each.number);
    }
    return found;
  }
  StudentId student_;
  StudentId other_;
};
FONDS_ON_BOTH_ENGINES(DisclosuresContract);

TEST_P(DisclosuresContract, AnApplicationComesBackWhole) {
  Disclosure expected = application();
  expected.number = open(expected);
  expected.opened_by = "clerk";
  EXPECT_EQ(expected.number, 1);
  EXPECT_EQ(Disclosures(database()).find(1), expected);
  EXPECT_FALSE(Disclosures(database()).find(2));

  Disclosure bare;
  bare.student = student_;
  bare.applied_on = {2026, 3, 12};
  bare.number = open(bare);
  bare.opened_by = "clerk";
  EXPECT_EQ(Disclosures(database()).find(2), bare) << "what is empty stays empty";
}

TEST_P(DisclosuresContract, WhatBecameOfItReplacesTheOutcomeOnly) {
  Disclosure changed = application();
  changed.number = open(changed);
  changed.opened_by = "clerk";
  changed.state = DisclosureState::issued;
  changed.approved_by = "archivist";
  changed.resolution = "директор, 12.03.2026";
  changed.decided_by = "archivist";
  changed.decided_on = CalendarDate{2026, 3, 13};
  changed.given = "выписка";
  Transaction transaction(database());
  Disclosure meddled = changed;
  meddled.applicant.name = "другой";
  Disclosures(database()).set_outcome(transaction, meddled);
  transaction.commit();
  EXPECT_EQ(Disclosures(database()).find(changed.number), changed);
}

TEST_P(DisclosuresContract, ACorrectionReplacesWhatTheApplicationSaysOnly) {
  Disclosure corrected;
  corrected.student = student_;
  corrected.applied_on = {2026, 3, 12};
  const std::int64_t number = open(corrected);
  corrected = application();
  corrected.number = number;
  Transaction transaction(database());
  Disclosure meddled = corrected;
  meddled.student = other_;
  meddled.state = DisclosureState::issued;
  Disclosures(database()).correct(transaction, meddled);
  transaction.commit();
  corrected.opened_by = "clerk";
  EXPECT_EQ(Disclosures(database()).find(number), corrected);
}

TEST_P(DisclosuresContract, TheRegisterIsChosenByStudentStateAndDays) {
  open(application({2026, 1, 15}));
  open(application({2026, 3, 12}));
  Disclosure others = application({2026, 3, 12});
  others.student = other_;
  others.number = open(others);
  others.state = DisclosureState::refused;
  others.reason = "не представитель";
  Transaction transaction(database());
  Disclosures(database()).set_outcome(transaction, others);
  transaction.commit();

  EXPECT_THAT(numbers({}), ElementsAre(1, 2, 3));
  EXPECT_THAT(numbers({student_, {}, {}, {}}), ElementsAre(1, 2));
  EXPECT_THAT(numbers({{}, DisclosureState::refused, {}, {}}), ElementsAre(3));
  EXPECT_THAT(numbers({{}, {}, CalendarDate{2026, 1, 16}, {}}), ElementsAre(2, 3));
  EXPECT_THAT(numbers({{}, {}, {}, CalendarDate{2026, 1, 15}}), ElementsAre(1));
  EXPECT_THAT(numbers({student_, DisclosureState::refused, {}, {}}), IsEmpty());
}

TEST_P(DisclosuresContract, ItFollowsAStudentThatIsMerged) {
  open(application());
  Transaction transaction(database());
  Disclosures(database()).restrict(transaction, kArchivist, {0, student_, "Кравец О.", "суд"});
  Students(database()).merge(transaction, kClerk, other_, student_);
  transaction.commit();
  EXPECT_EQ(Disclosures(database()).find(1)->student, other_);
  EXPECT_THAT(numbers({other_, {}, {}, {}}), ElementsAre(1));
  EXPECT_THAT(Disclosures(database()).restrictions(other_), SizeIs(1));
}

TEST_P(DisclosuresContract, ARestrictionStandsUntilItIsLifted) {
  Disclosures disclosures(database());
  Transaction transaction(database());
  const std::int64_t id = disclosures.restrict(
      transaction, kArchivist, {0, student_, "Кравец Пётр", "решение суда от 01.02.2026"});
  const auto standing = disclosures.restrictions(student_);
  ASSERT_THAT(standing, SizeIs(1));
  EXPECT_EQ(standing[0].id, id);
  EXPECT_EQ(standing[0].student, student_);
  EXPECT_EQ(standing[0].name, "Кравец Пётр");
  EXPECT_EQ(standing[0].reason, "решение суда от 01.02.2026");
  EXPECT_EQ(standing[0].restricted_by, "archivist");
  EXPECT_THAT(disclosures.restrictions(other_), IsEmpty());
  EXPECT_TRUE(disclosures.lift(transaction, kArchivist, id));
  EXPECT_FALSE(disclosures.lift(transaction, kArchivist, id)) << "once";
  EXPECT_FALSE(disclosures.lift(transaction, kArchivist, 99));
  EXPECT_THAT(disclosures.restrictions(student_), IsEmpty());
  EXPECT_EQ(disclosures.restriction(id)->lifted_by, "archivist") << "it is still known";
  transaction.commit();
}

}  // namespace
}  // namespace fonds
