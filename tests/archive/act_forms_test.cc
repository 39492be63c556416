#include "archive/act_forms.h"

#include <gmock/gmock.h>

#include "archive/destruction_fixture.h"
#include "archive/made_papers.h"
#include "retention/period_words.h"

namespace fonds {
namespace {

using testing::Each;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

class ActFormsTest : public DestructionFixture {
 protected:
  ArchiveActForms forms() { return ArchiveActForms(*archive_); }
};

TEST_F(ActFormsTest, TheActCountsLikeCasesInOneRow) {
  (void)filed("Звездоклюев", Carrier::paper);
  (void)filed("Перепятов");
  approve_act();
  const DestructionActForm form = forms().act(archivist_, 1);
  ASSERT_THAT(form.rows, SizeIs(1));
  EXPECT_EQ(form.rows[0].title, "Дела 02-03");
  EXPECT_EQ(form.rows[0].units, 2);
  EXPECT_EQ(form.rows[0].unit, "02-03");
  EXPECT_EQ(form.rows[0].years, "2024");
  EXPECT_EQ(form.years.first, 2024);
  EXPECT_EQ(form.grounds, PeriodWords::shipped().grounds(kNoArticle)) << "its period is local";
  EXPECT_EQ(form.agreed.number, "2");
  EXPECT_EQ(form.agreed.day, (CalendarDate{2030, 1, 14}));
  EXPECT_FALSE(form.proof.units) << "nothing is destroyed yet";
  EXPECT_EQ(last_entry().event, "act.printed");
}

TEST_F(ActFormsTest, ItIsHeadedAsTheInstitutionHeadsItsForms) {
  (void)filed("Звездоклюев", Carrier::paper);
  approve_act();
  EXPECT_EQ(forms().act(archivist_, 1).caption.annex, "");
  write_to(folder() / "forms.toml", "[destruction_act]\nannex = 'Приложение № 21'\n");
  EXPECT_EQ(forms().act(archivist_, 1).caption.annex, "Приложение № 21");
  write_to(folder() / "forms.toml", "[destruction_act]\nanex = 'Приложение № 21'\n");
  EXPECT_EQ(fault_of([&] { (void)forms().act(archivist_, 1); }), Fault::usage);
}

TEST_F(ActFormsTest, CarriedOutItSaysHow) {
  (void)filed("Звездоклюев", Carrier::paper);
  approve_act();
  withdraw({"№ 7 от 10.02.2030", 12500});
  (void)carry_out();
  const DestructionActForm form = forms().act(archivist_, 1);
  EXPECT_EQ(form.proof.units, 1);
  const JournalEntry entry =
      Journal(archive_->catalogue()).about("act/1").rbegin()[1];  // before that of the printing
  EXPECT_EQ(entry.event, "act.carried_out");
  EXPECT_THAT(form.journal, HasSubstr(entry.hash));
  EXPECT_EQ(form.proof.weight, "12.5");
  EXPECT_EQ(form.proof.waybill.number, "7");
  EXPECT_EQ(form.proof.waybill.day, (CalendarDate{2030, 2, 10}));
  EXPECT_THAT(form.proof.erasure, HasSubstr("90")) << "backups by their rotation";
}

TEST_F(ActFormsTest, WhoseDataWereDestroyedIsSaidByNumber) {
  const StudentId whose = student("Клюев");
  const Filed paper = filed("Звездоклюев");
  EXPECT_EQ(fault_of([&] { (void)forms().personal_data(archivist_, 1); }), Fault::not_found);
  Transaction transaction(archive_->catalogue());
  StudentLink link = linked(whose);
  link.origin = Origin::person;
  Cards(archive_->catalogue()).set_link(transaction, paper.document.id, link);
  transaction.commit();
  approve_act();
  EXPECT_EQ(fault_of([&] { (void)forms().personal_data(archivist_, 1); }), Fault::usage)
      << "nothing is destroyed yet";
  withdraw();
  (void)carry_out();
  const PersonalDataActForm form = forms().personal_data(archivist_, 1);
  ASSERT_THAT(form.rows, SizeIs(1));
  EXPECT_THAT(form.rows[0].subject, HasSubstr(std::to_string(whose.value)));
  EXPECT_THAT(form.rows[0].subject, Not(HasSubstr("Клюев")));
  EXPECT_EQ(form.rows[0].carrier, "") << "there was no paper";
  EXPECT_EQ(form.rows[0].system, "Fonds");
  const PersonalDataLogForm log = forms().personal_data_log(archivist_, 1);
  ASSERT_THAT(log.rows, SizeIs(1));
  EXPECT_EQ(log.rows[0].subject, form.rows[0].subject);
  EXPECT_EQ(log.act.number, "1");
}

}  // namespace
}  // namespace fonds
