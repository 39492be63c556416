#include "archive/disclosure_rules.h"

#include <gmock/gmock.h>

#include "base/data_file.h"
#include "base/error.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const CalendarDate kToday{2026, 3, 12};

Student child() {
  Student student;
  student.id = {15};
  student.name = {"Кравец", "Тимофей", "Ильич"};
  student.former_last_names = {"Лунёв"};
  student.birth_date = CalendarDate{2012, 5, 20};
  student.guardians = {{"Кравец Ольга Петровна", "мать"}, {"Кравец Вера Ивановна", "бабушка"}};
  return student;
}

Disclosure by(ApplicantKind kind, std::string name, std::string relation = "") {
  Disclosure made;
  made.student = {15};
  made.applicant.kind = kind;
  made.applicant.name = std::move(name);
  made.applicant.relation = std::move(relation);
  made.applicant.identity = "паспорт";
  return made;
}

Disclosure by_mother() {
  return by(ApplicantKind::representative, "Кравец Ольга Петровна", "мать");
}

std::vector<Obstacle> obstacles(const Disclosure& disclosure, const Student& student = child(),
                                const CalendarDate& today = kToday,
                                const std::vector<GuardianRestriction>& restrictions = {}) {
  return DisclosureRules::shipped().obstacles(disclosure, student, restrictions, today);
}

// The rows of DOMAIN §5.3, one by one.

TEST(DisclosureRules, TheStudentMayAskOrallyAndInWriting) {
  Disclosure disclosure = by(ApplicantKind::student, "кравец тимофей  ильич");
  EXPECT_THAT(obstacles(disclosure), IsEmpty());
  disclosure.form = ApplicationForm::written;
  EXPECT_THAT(obstacles(disclosure), IsEmpty());
  EXPECT_THAT(obstacles(by(ApplicantKind::student, "Лунев Тимофей Ильич")), IsEmpty())
      << "under the surname of then";
  Student of_age = child();
  of_age.birth_date = CalendarDate{2000, 1, 1};
  EXPECT_THAT(obstacles(disclosure, of_age), IsEmpty()) << "of any age";
}

TEST(DisclosureRules, TheStudentNeverAsksForAnotherOnes) {
  EXPECT_THAT(obstacles(by(ApplicantKind::student, "Осипов Тимофей Ильич")),
              ElementsAre(Obstacle::another_person));
}

TEST(DisclosureRules, ParentAdopterGuardianTrusteeOnRecordMayAsk) {
  EXPECT_THAT(obstacles(by_mother()), IsEmpty());
  for (const char* relation :
       {"мать", "Отец", "усыновитель", "опекун", "попечитель", "приёмная мать", "guardian"}) {
    Student student = child();
    student.guardians = {{"Лунёва Анна", relation}};
    EXPECT_THAT(obstacles(by(ApplicantKind::representative, "Лунёва Анна", relation), student),
                IsEmpty())
        << relation;
  }
}

TEST(DisclosureRules, ARepresentativeWhoIsNotOnRecordShowsAPaper) {
  Disclosure disclosure = by(ApplicantKind::representative, "Лунёва Анна Сергеевна", "опекун");
  EXPECT_THAT(obstacles(disclosure), ElementsAre(Obstacle::relation_unproved));
  disclosure.applicant.authority = "акт органа опеки № 7 от 01.02.2026";
  EXPECT_THAT(obstacles(disclosure), IsEmpty());
  disclosure.applicant.authority_until = CalendarDate{2026, 3, 12};
  EXPECT_THAT(obstacles(disclosure), IsEmpty()) << "its last day";
  disclosure.applicant.authority_until = CalendarDate{2026, 3, 11};
  EXPECT_THAT(obstacles(disclosure), ElementsAre(Obstacle::authority_ended));
}

TEST(DisclosureRules, ARecordWithoutARelationProvesNothing) {
  Student student = child();
  student.guardians = {{"Кравец Ольга Петровна", ""}};
  EXPECT_THAT(obstacles(by_mother(), student), ElementsAre(Obstacle::relation_unproved));
}

TEST(DisclosureRules, GrandparentsAreRefusedWhateverTheyShow) {
  Disclosure disclosure = by(ApplicantKind::representative, "Кравец Вера Ивановна", "бабушка");
  disclosure.applicant.authority = "свидетельство о рождении";
  EXPECT_THAT(obstacles(disclosure), ElementsAre(Obstacle::relation_no_right));
  disclosure.applicant.relation = "мать";
  EXPECT_THAT(obstacles(disclosure), ElementsAre(Obstacle::relation_differs))
      << "the register knows better";
  disclosure.applicant.relation = " ";
  EXPECT_THAT(obstacles(disclosure), ElementsAre(Obstacle::relation_untold));
}

TEST(DisclosureRules, SchoolsOrganisersAndThePressAreRefused) {
  EXPECT_THAT(obstacles(by(ApplicantKind::other, "Газета «Луговой вестник»", "редакция")),
              ElementsAre(Obstacle::no_right));
}

TEST(DisclosureRules, TheRightOfRepresentativesEndsAtTheEighteenthBirthday) {
  Student student = child();
  student.birth_date = CalendarDate{2008, 3, 13};
  EXPECT_THAT(obstacles(by_mother(), student), IsEmpty()) << "the day before";
  student.birth_date = CalendarDate{2008, 3, 12};
  EXPECT_THAT(obstacles(by_mother(), student), ElementsAre(Obstacle::student_of_age));
  student.birth_date = CalendarDate{2008, 2, 29};
  EXPECT_THAT(obstacles(by_mother(), student, {2026, 2, 28}), IsEmpty());
  EXPECT_THAT(obstacles(by_mother(), student, {2026, 3, 1}), ElementsAre(Obstacle::student_of_age));
  student.birth_date.reset();
  EXPECT_THAT(obstacles(by_mother(), student), ElementsAre(Obstacle::birth_date_unknown))
      << "what is not known is denied";
}

TEST(DisclosureRules, ARestrictedParentIsRefusedUnderAnyWritingOfTheName) {
  const std::vector<GuardianRestriction> restricted{{1, {15}, "Кравец О.П.", "решение суда"}};
  EXPECT_THAT(obstacles(by_mother(), child(), kToday, restricted),
              ElementsAre(Obstacle::restricted));
  const Disclosure father = by(ApplicantKind::representative, "Кравец Илья Ильич", "отец");
  EXPECT_THAT(obstacles(father, child(), kToday, restricted),
              ElementsAre(Obstacle::relation_unproved))
      << "the other parent is not";
  EXPECT_THAT(obstacles(by(ApplicantKind::student, "Кравец Тимофей Ильич"), child(), kToday,
                        {{1, {15}, "Кравец Тимофей Ильич", "ошибка"}}),
              IsEmpty())
      << "the student is never kept from their own";
}

TEST(DisclosureRules, NobodyIsToldWithoutAnIdentityDocument) {
  Disclosure disclosure = by_mother();
  disclosure.applicant.identity = "  ";
  EXPECT_THAT(obstacles(disclosure), ElementsAre(Obstacle::identity_unseen));
  Disclosure student = by(ApplicantKind::student, "Кравец Тимофей Ильич");
  student.applicant.identity.clear();
  EXPECT_THAT(obstacles(student), ElementsAre(Obstacle::identity_unseen));
}

TEST(DisclosureRules, ABodyAsksInWritingWithRequisites) {
  Disclosure disclosure = by(ApplicantKind::body, "Прокуратура Лугового района");
  disclosure.applicant.identity.clear();
  EXPECT_THAT(obstacles(disclosure), ElementsAre(Obstacle::no_requisites, Obstacle::not_written));
  disclosure.form = ApplicationForm::written;
  disclosure.applicant.authority = "запрос № 12-05 от 01.03.2026";
  EXPECT_THAT(obstacles(disclosure), IsEmpty());
}

TEST(DisclosureRules, EveryObstacleHasItsWords) {
  for (int i = 0; i <= static_cast<int>(Obstacle::not_written); ++i) {
    const auto obstacle = static_cast<Obstacle>(i);
    EXPECT_FALSE(in_words(obstacle).empty());
    EXPECT_FALSE(name_of(obstacle).empty());
  }
}

TEST(DisclosureRules, AnAnswerIsDueInTenWorkingDays) {
  const DisclosureRules& rules = DisclosureRules::shipped();
  EXPECT_EQ(rules.due({2026, 3, 12}), (CalendarDate{2026, 3, 26})) << "from a Thursday, two weeks";
  EXPECT_EQ(rules.due({2026, 3, 14}), (CalendarDate{2026, 3, 27})) << "from a Saturday";
  EXPECT_EQ(rules.due({2025, 12, 31}), (CalendarDate{2026, 1, 22})) << "eight holidays between";
}

TEST(DisclosureRules, AMisspeltFileIsRefused) {
  const std::string good =
      "[representative]\nrelations = ['мать']\nuntil_age = 18\n"
      "[answer]\nworking_days = 10\nholidays = ['05-09']\n";
  EXPECT_NO_THROW(DisclosureRules(DataTable::parse(good, "disclosures.toml")));
  for (const auto& [from, to] :
       std::vector<std::pair<std::string, std::string>>{{"until_age = 18", "until_age = 17.5"},
                                                        {"until_age = 18", "until_aged = 18"},
                                                        {"working_days = 10", "working_days = 0"},
                                                        {"05-09", "02-30"},
                                                        {"[answer]", "[answers]"}}) {
    std::string wrong = good;
    wrong.replace(wrong.find(from), from.size(), to);
    EXPECT_THROW(DisclosureRules(DataTable::parse(wrong, "disclosures.toml")), Error) << to;
  }
}

}  // namespace
}  // namespace fonds
