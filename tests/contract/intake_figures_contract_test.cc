#include "catalogue/intake_figures.h"

#include <gmock/gmock.h>

#include "catalogue/documents.h"
#include "catalogue_fixture.h"

namespace fonds {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

class IntakeFiguresContract : public CatalogueFixture {
 protected:
  void deliver(int papers) {
    Transaction transaction(database());
    Documents documents(database());
    const IntakeId intake = documents.add_intake(transaction, "file", "");
    for (int i = 0; i < papers; ++i) documents.add(transaction, intake, {original()});
    transaction.commit();
  }
};
FONDS_ON_BOTH_ENGINES(IntakeFiguresContract);

TEST_P(IntakeFiguresContract, PapersAreCountedByTheHour) {
  IntakeFigures figures(database());
  const Moment begun = std::chrono::floor<std::chrono::hours>(clock_.now());
  EXPECT_THAT(figures.by_hour(begun), IsEmpty());
  EXPECT_EQ(figures.original_bytes(), 0);
  deliver(2);
  clock_.advance(2h);
  deliver(1);
  EXPECT_THAT(figures.by_hour(begun), ElementsAre(Pair(begun, 2), Pair(begun + 2h, 1)));
  EXPECT_THAT(figures.by_hour(begun + 1h), ElementsAre(Pair(begun + 2h, 1)));
  EXPECT_GT(figures.original_bytes(), 0);
}

}  // namespace
}  // namespace fonds
