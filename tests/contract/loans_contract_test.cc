#include "catalogue/loans.h"

#include <gmock/gmock.h>

#include "cases_contract_fixture.h"

namespace fonds {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

class LoansContract : public CasesContractFixture {};
FONDS_ON_BOTH_ENGINES(LoansContract);

TEST_P(LoansContract, AVolumeIsOutOnceAndComesBack) {
  const VolumeId id = volume(2024, "02-05");
  Loans loans(database());
  const Loan loan{0, id, "Выдумкина", "сверка", {2025, 1, 10}, {2025, 2, 10}, "", {}, ""};
  in_transaction([&](Transaction& t) { EXPECT_EQ(loans.issue(t, actor_, loan), 1); });
  EXPECT_EQ(loans.out(id)->taker, "Выдумкина");
  EXPECT_EQ(loans.out(id)->due_on, (CalendarDate{2025, 2, 10}));
  EXPECT_THROW(in_transaction([&](Transaction& t) { loans.issue(t, actor_, loan); }), Error)
      << "it is out";
  in_transaction([&](Transaction& t) {
    EXPECT_TRUE(loans.take_back(t, actor_, id, {2025, 2, 1}));
  });
  in_transaction([&](Transaction& t) {
    EXPECT_FALSE(loans.take_back(t, actor_, id, {2025, 2, 2}));
  });
  EXPECT_EQ(loans.out(id), std::nullopt);
  EXPECT_THAT(loans.list(true), IsEmpty());
  ASSERT_THAT(loans.list(false), SizeIs(1));
  EXPECT_EQ(loans.list(false).front().returned_on, (CalendarDate{2025, 2, 1}));
  EXPECT_EQ(loans.list(false).front().returned_to, actor_.login);
}

}  // namespace
}  // namespace fonds
