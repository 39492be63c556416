#include "archive/disclosure_forms.h"

#include <gmock/gmock.h>

#include "archive/disclosure_fixture.h"
#include "archive/people.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

class DisclosureFormsTest : public DisclosureFixture {
 protected:
  Disclosure by_mother() {
    Disclosure made;
    made.number = 7;
    made.student = prohor_;
    made.applicant = {ApplicantKind::representative,
                      "Зябликова Нина Петровна",
                      "мать",
                      "паспорт",
                      "свидетельство о рождении",
                      {}};
    made.applied_on = {2026, 3, 12};
    made.decided_on = CalendarDate{2026, 3, 13};
    made.decided_by = "drozd";
    return made;
  }
  DisclosureContent content() {
    return disclosure_content(temp_.archive(), Viewer(temp_.archive(), archivist_), prohor_, {},
                              {});
  }
};

TEST_F(DisclosureFormsTest, TheExtractSaysWhoseWhatAndByWhom) {
  User user;
  user.login = "drozd";
  user.name = "Дрозд Ольга Викторовна";
  user.role = Role::archivist;
  ArchivePeople(temp_.archive()).add(local_archivist(), user);
  diploma();
  protocol();
  Disclosure disclosure = by_mother();
  disclosure.from = CalendarDate{2023, 9, 1};
  const ExtractFacts facts = extract_facts(temp_.archive(), archivist_, disclosure, content());
  EXPECT_EQ(facts.number, 7);
  EXPECT_EQ(facts.day, (CalendarDate{2026, 3, 13}));
  EXPECT_EQ(facts.student, "Зябликов Прохор Ильич");
  EXPECT_EQ(facts.birth_date, born_);
  EXPECT_EQ(facts.applicant, "Зябликова Нина Петровна, мать");
  EXPECT_EQ(facts.application, "oral application of 2026-03-12 No. 7");
  EXPECT_EQ(facts.period, "from 2023-09-01");
  ASSERT_THAT(facts.rows, SizeIs(2));
  EXPECT_EQ(facts.rows[0].document, "Diploma No. 17 of 2024-05-15");
  EXPECT_EQ(facts.rows[0].event, "конкурс «Капель»");
  EXPECT_EQ(facts.rows[1].result, "зачёт");
  ASSERT_THAT(facts.copies, SizeIs(1));
  EXPECT_EQ(facts.issued_by, "Дрозд Ольга Викторовна");
  EXPECT_EQ(facts.office, "archivist");
  EXPECT_EQ(extract_facts(temp_.archive(), local_archivist(), disclosure, content()).issued_by, "")
      << "to be written by hand";
}

TEST_F(DisclosureFormsTest, TheRegisterHasAllItsColumns) {
  Disclosure issued = by_mother();
  issued.state = DisclosureState::issued;
  issued.given = "extract, papers: 2";
  Disclosure refused = by_mother();
  refused.number = 8;
  refused.form = ApplicationForm::written;
  refused.state = DisclosureState::refused;
  refused.reason = "не представитель";
  refused.decided_by = "local";
  Disclosure open = by_mother();
  open.number = 9;
  open.decided_by.clear();
  const DisclosureRegister made = register_of(temp_.archive(),
                                              {{issued, "Зябликов Прохор", {}, {}},
                                               {refused, "Зябликов Прохор", {}, {}},
                                               {open, "Зябликов Прохор", {}, {}}},
                                              {});
  ASSERT_THAT(made.rows, SizeIs(3));
  EXPECT_EQ(made.rows[0].number, "7");
  EXPECT_EQ(made.rows[0].day, "2026-03-12");
  EXPECT_EQ(made.rows[0].applicant,
            "Зябликова Нина Петровна, мать, паспорт; свидетельство о рождении");
  EXPECT_EQ(made.rows[0].student, "Зябликов Прохор");
  EXPECT_EQ(made.rows[0].form, "oral");
  EXPECT_EQ(made.rows[0].given, "extract, papers: 2");
  EXPECT_EQ(made.rows[0].by, "drozd") << "an account that is not there stays a login";
  EXPECT_EQ(made.rows[1].form, "written");
  EXPECT_EQ(made.rows[1].by, "archivist") << "the machine's own command line";
  EXPECT_EQ(made.rows[1].given, "refused: не представитель");
  EXPECT_EQ(made.rows[2].given, "");
  EXPECT_EQ(made.rows[2].by, "");
}

TEST_F(DisclosureFormsTest, WhatIsGivenIsToldInWords) {
  diploma();
  protocol();
  const std::string given = given_in_words(content());
  EXPECT_EQ(given.find("extract, papers: 2; copies: "), 0U) << given;
  EXPECT_EQ(given_in_words({}), "extract, papers: 0");
}

}  // namespace
}  // namespace fonds
