#include "archive/approval.h"

#include "archive/cases_fixture.h"

namespace fonds {
namespace {

class ApprovalTest : public CasesFixture {};

TEST_F(ApprovalTest, WhoDrewItUpDoesNotApproveItUnlessTheInstitutionSaysSo) {
  expect_another_person(*archive_, director_, "osipova");
  EXPECT_EQ(fault_of([&] { expect_another_person(*archive_, director_, "director"); }),
            Fault::denied);
  configure("[retention]\ntwo_persons = false\n");
  expect_another_person(*archive_, director_, "director");
}

TEST(Approval, PapersAreReadAsTheyAreNamed) {
  const FormPaper whole = paper_typed("№ 3-к от 12.12.2026 г.");
  EXPECT_EQ(whole.number, "3-к");
  EXPECT_EQ(whole.day, (CalendarDate{2026, 12, 12}));
  EXPECT_EQ(paper_typed("№ 3").number, "№ 3");
  EXPECT_EQ(paper_typed("№ 3 от 32.12.2026").day, std::nullopt);
}

TEST(Approval, SignersHaveOfficeAndName) {
  EXPECT_EQ(signer_typed("методист, И. И. Примерова").position, "методист");
  EXPECT_EQ(signer_typed("методист, И. И. Примерова").name, "И. И. Примерова");
  EXPECT_EQ(signer_typed("методист").position, "методист");
  EXPECT_EQ(signer_typed("").name, "");
}

}  // namespace
}  // namespace fonds
