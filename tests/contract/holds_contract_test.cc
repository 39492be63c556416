#include "catalogue/holds.h"

#include <gmock/gmock.h>

#include "cases_contract_fixture.h"

namespace fonds {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

class HoldsContract : public CasesContractFixture {};
FONDS_ON_BOTH_ENGINES(HoldsContract);

TEST_P(HoldsContract, AHoldStandsUntilItIsLifted) {
  Holds holds(database());
  Hold hold;
  hold.subject = HoldSubject::item;
  hold.target = 2024;
  hold.index = "02-05";
  hold.reason = "проверка";
  hold.until = CalendarDate{2027, 1, 1};
  in_transaction([&](Transaction& t) { EXPECT_EQ(holds.set(t, actor_, hold), 1); });
  const Hold found = holds.find(1).value();
  EXPECT_EQ(found.subject, HoldSubject::item);
  EXPECT_EQ(found.target, 2024);
  EXPECT_EQ(found.index, "02-05");
  EXPECT_EQ(found.reason, "проверка");
  EXPECT_EQ(found.until, hold.until);
  EXPECT_EQ(found.set_by, actor_.login);
  EXPECT_THAT(holds.list(true), SizeIs(1));
  in_transaction([&](Transaction& t) { EXPECT_TRUE(holds.lift(t, actor_, 1, "окончена")); });
  in_transaction([&](Transaction& t) { EXPECT_FALSE(holds.lift(t, actor_, 1, "ещё раз")); });
  EXPECT_THAT(holds.list(true), IsEmpty());
  EXPECT_EQ(holds.list(false).front().lifted_because, "окончена");
  EXPECT_EQ(holds.find(2), std::nullopt);
}

}  // namespace
}  // namespace fonds
