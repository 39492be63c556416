#include "catalogue/transfers.h"

#include <gmock/gmock.h>

#include "cases_contract_fixture.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

using TransfersContract = CasesContractFixture;
FONDS_ON_BOTH_ENGINES(TransfersContract);

TEST_P(TransfersContract, ATransferIsKeptFromPackageToAct) {
  const VolumeId first = volume(2024, "02-06");
  const VolumeId second = volume(2024, "02-05");
  Transfer made;
  made.package = "fonds-2032-02-01-abc";
  made.made_on = {2032, 2, 1};
  made.journal_entry = 17;
  made.tag_manifest = std::string(64, 'a');
  made.receiver = "Архивный отдел";
  made.units = {first, second};
  in_transaction([&](Transaction& t) { EXPECT_EQ(Transfers(database()).add(t, actor_, made), 1); });
  Transfer found = Transfers(database()).find(1).value();
  EXPECT_EQ(found.package, made.package);
  EXPECT_EQ(found.made_by, actor_.login);
  EXPECT_EQ(found.journal_entry, 17);
  EXPECT_EQ(found.tag_manifest, made.tag_manifest);
  EXPECT_THAT(found.units, ElementsAre(first, second)) << "as they lie in the package";
  EXPECT_EQ(found.accepted_on, std::nullopt);
  found.act = "№ 3";
  found.accepted_on = CalendarDate{2032, 3, 1};
  in_transaction([&](Transaction& t) { Transfers(database()).accept(t, actor_, found); });
  const Transfer accepted = Transfers(database()).find(1).value();
  EXPECT_EQ(accepted.act, "№ 3");
  EXPECT_EQ(accepted.accepted_on, found.accepted_on);
  EXPECT_EQ(accepted.recorded_by, actor_.login);
  ASSERT_THAT(Transfers(database()).list(), SizeIs(1));
  EXPECT_THAT(Transfers(database()).list().front().units, IsEmpty());
  EXPECT_EQ(Transfers(database()).list().front().unit_count, 2U);
  EXPECT_EQ(Transfers(database()).find(2), std::nullopt);
}

}  // namespace
}  // namespace fonds
