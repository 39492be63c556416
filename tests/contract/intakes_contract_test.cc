#include "catalogue/intakes.h"

#include <gmock/gmock.h>

#include "catalogue/documents.h"
#include "catalogue/stacks.h"
#include "catalogue_fixture.h"

namespace fonds {
namespace {

using testing::ElementsAre;

class IntakesContract : public CatalogueFixture {
 protected:
  IntakeId delivery(const std::string& label, int papers) {
    Transaction transaction(database());
    Documents documents(database());
    const IntakeId intake = documents.add_intake(transaction, "file", label);
    for (int i = 0; i < papers; ++i) {
      papers_.push_back(documents.add(transaction, intake, {original()}).id);
    }
    transaction.commit();
    return intake;
  }
  std::vector<std::string> labels(std::optional<IntakeId> before, int limit) {
    std::vector<std::string> found;
    const auto listed = intakes().list(before, limit);
    for (const Intake& each : listed) found.push_back(each.label);
    return found;
  }
  Intakes intakes() { return Intakes(database()); }
  std::vector<DocumentId> papers_;
};
FONDS_ON_BOTH_ENGINES(IntakesContract);

TEST_P(IntakesContract, TheNewestComeFirstPageByPage) {
  delivery("first", 1);
  const IntakeId second = delivery("second", 1);
  delivery("third", 1);
  EXPECT_THAT(labels({}, 2), ElementsAre("third", "second"));
  EXPECT_THAT(labels(second, 2), ElementsAre("first"));
  EXPECT_EQ(intakes().find(second)->label, "second");
  EXPECT_EQ(intakes().find(second)->source, "file");
  EXPECT_EQ(intakes().find(second)->started_at, clock_.now());
  EXPECT_FALSE(intakes().find({99}));
}

TEST_P(IntakesContract, PapersAreCountedByTheirState) {
  const IntakeId intake = delivery("", 4);
  delivery("", 2);
  {
    Transaction transaction(database());
    Documents documents(database());
    documents.record_recognition(transaction, papers_[1], 1, {}, 1, 1);
    documents.set_state(transaction, papers_[2], DocumentState::quarantined, "it is torn");
    transaction.commit();
  }
  const IntakeCounts counts = intakes().counts(intake);
  EXPECT_EQ(counts.waiting, 2);
  EXPECT_EQ(counts.recognised, 1);
  EXPECT_EQ(counts.quarantined, 1);
  EXPECT_EQ(counts.all(), 4);
  EXPECT_EQ(intakes().counts({99}).all(), 0);
  EXPECT_THAT(intakes().documents_of(intake),
              ElementsAre(papers_[0], papers_[1], papers_[2], papers_[3]));
}

TEST_P(IntakesContract, ThePapersOfAPartedStackAreNoDeliveryOfTheirOwn) {
  delivery("stack", 1);
  const IntakeId parts = delivery("its papers", 2);
  {
    Transaction transaction(database());
    Stacks(database())
        .record(transaction, papers_[0], parts, {{papers_[1], 1, 1}, {papers_[2], 2, 1}},
                "osipova");
    transaction.commit();
  }
  EXPECT_THAT(labels({}, 9), ElementsAre("stack"));
}

}  // namespace
}  // namespace fonds
