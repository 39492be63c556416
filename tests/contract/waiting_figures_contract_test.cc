#include "catalogue/waiting_figures.h"

#include <gmock/gmock.h>

#include "cases_contract_fixture.h"
#include "catalogue/cards.h"
#include "catalogue/planned_steps.h"
#include "catalogue/stacks.h"

namespace fonds {
namespace {

using testing::IsEmpty;
using testing::Pair;
using testing::UnorderedElementsAre;

class WaitingFiguresContract : public CasesContractFixture {
 protected:
  WaitingFigures figures() { return WaitingFigures(database()); }
  /// What the inbox itself would give.
  std::int64_t in_inbox() { return static_cast<std::int64_t>(volumes().unfiled({}, 1000).size()); }
};
FONDS_ON_BOTH_ENGINES(WaitingFiguresContract);

TEST_P(WaitingFiguresContract, PapersInNoVolumeAreCountedAsTheInboxGivesThem) {
  EXPECT_EQ(figures().unfiled(), 0);
  const DocumentId loose = paper();
  const DocumentId filed = paper();
  const DocumentId parted = paper();
  const DocumentId filed_stack = paper();
  const VolumeId into = volume(2024, "02-05");
  file(into, filed);
  file(into, filed_stack);
  in_transaction([&](Transaction& t) {
    Documents documents(database());
    for (const DocumentId each : {parted, filed_stack}) {
      Stacks(database()).record(t, each, documents.add_intake(t, "stack", ""), {}, "osipova");
    }
  });
  EXPECT_EQ(figures().unfiled(), in_inbox());
  EXPECT_EQ(figures().unfiled(), 1);
  EXPECT_EQ(figures().unfiled_of({loose, filed, parted, DocumentId{999}}), 1);
  EXPECT_EQ(figures().unfiled_of({}), 0);
}

TEST_P(WaitingFiguresContract, OfDocumentsThoseThatWaitForAPersonAreCounted) {
  const DocumentId waits = paper();
  const DocumentId decided = paper();
  const DocumentId other = paper();
  in_transaction([&](Transaction& t) {
    Cards cards(database());
    for (const DocumentId each : {waits, decided, other}) {
      cards.record_reading(t, each, 1, {}, {}, {});
      cards.close_change(t, each, each == decided ? 0 : 3);
    }
  });
  EXPECT_EQ(figures().to_review_of({waits, decided, DocumentId{999}}), 1);
  EXPECT_EQ(figures().to_review_of({}), 0);
}

TEST_P(WaitingFiguresContract, VolumesAreCountedByTheStepOfTheLastPlan) {
  EXPECT_THAT(figures().by_step(), IsEmpty());
  const VolumeId first = volume(2024, "02-05");
  const VolumeId second = volume(2024, "02-05");
  const VolumeId third = volume(2025, "02-05");
  in_transaction([&](Transaction& t) {
    PlannedSteps steps(database());
    steps.set(t, {first, "close", {}, {2025, 1, 1}});
    steps.set(t, {second, "close", {}, {2025, 1, 1}});
    steps.set(t, {third, "destroy", CalendarDate{2030, 1, 1}, {2030, 1, 2}});
  });
  EXPECT_THAT(figures().by_step(), UnorderedElementsAre(Pair("close", 2), Pair("destroy", 1)));
}

}  // namespace
}  // namespace fonds
