#include "archive/loans.h"

#include <gmock/gmock.h>

#include "archive/cases_fixture.h"

namespace fonds {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

class LoansTest : public CasesFixture {
 protected:
  ShownLoan issue(const CalendarDate& due) {
    Loan loan;
    loan.taker = "Выдумкина  А. Б., методист";
    loan.due_on = due;
    return loans().issue(clerk_, "02-05/2024/1", loan);
  }
  ArchiveLoans loans() { return ArchiveLoans(*archive_); }
};

TEST_F(LoansTest, AVolumeGoesOutAndComesBack) {
  open("02-05", 2024);
  const ShownLoan out = issue({2025, 2, 10});
  EXPECT_EQ(out.loan.taker, "Выдумкина А. Б., методист");
  EXPECT_EQ(out.loan.issued_on, (CalendarDate{2025, 2, 3}));
  EXPECT_FALSE(out.overdue);
  EXPECT_EQ(last_entry().event, "case.issued");
  EXPECT_EQ(fault_of([&] { (void)issue({2025, 2, 10}); }), Fault::usage) << "it is out";
  clock_.set("2025-02-11T09:00:00.000Z");
  ASSERT_THAT(loans().list(clerk_, true), SizeIs(1));
  EXPECT_TRUE(loans().list(clerk_, true).front().overdue);
  const ShownLoan back = loans().take_back(clerk_, "02-05/2024/1");
  EXPECT_EQ(back.loan.returned_on, (CalendarDate{2025, 2, 11}));
  EXPECT_FALSE(back.overdue);
  EXPECT_THAT(loans().list(clerk_, true), IsEmpty());
  EXPECT_THAT(loans().list(clerk_, false), SizeIs(1)) << "the book keeps it";
  EXPECT_EQ(fault_of([&] { (void)loans().take_back(clerk_, "02-05/2024/1"); }), Fault::not_found);
}

TEST_F(LoansTest, WhoTakesItAndUntilWhenIsSaid) {
  open("02-05", 2024);
  EXPECT_EQ(fault_of([&] { (void)issue({2025, 2, 2}); }), Fault::usage) << "before today";
  Loan nobody;
  nobody.due_on = {2025, 2, 10};
  EXPECT_EQ(fault_of([&] { (void)loans().issue(clerk_, "02-05/2024/1", nobody); }), Fault::usage);
  EXPECT_THAT(loans().list(clerk_, false), IsEmpty());
}

}  // namespace
}  // namespace fonds
