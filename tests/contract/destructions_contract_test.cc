#include "catalogue/destructions.h"

#include <gmock/gmock.h>

#include "cases_contract_fixture.h"
#include "catalogue/acts.h"
#include "catalogue/cards.h"
#include "catalogue/jobs.h"
#include "catalogue/stacks.h"

namespace fonds {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

class DestructionsContract : public CasesContractFixture {
 protected:
  static DestructionAct drawn(VolumeId unit) {
    DestructionAct made;
    made.drawn_up_on = {2030, 2, 1};
    made.units = {unit};
    return made;
  }
  void SetUp() override {
    CasesContractFixture::SetUp();
    volume_ = volume(2024, "02-03");
    paper_ = paper();
    other_ = paper();
    file(volume_, paper_);
    in_transaction([&](Transaction& t) { act_ = Acts(database()).add(t, actor_, drawn(volume_)); });
  }
  Destructions destructions() { return Destructions(database()); }
  std::vector<DocumentId> withdraw() {
    std::vector<DocumentId> found;
    in_transaction([&](Transaction& t) { found = destructions().withdraw(t, act_, volume_); });
    return found;
  }
  void destroy(DocumentId document) {
    in_transaction([&](Transaction& t) {
      destructions().erase(t, document);
      destructions().mark_gone(t, document);
    });
  }
  void say(DocumentId document, const std::string& field, const std::string& value) {
    FieldValue said;
    said.field = field;
    said.value = value;
    in_transaction([&](Transaction& t) { Cards(database()).set_value(t, document, said); });
  }
  Document now(DocumentId document) { return Documents(database()).find(document).value(); }
  VolumeId volume_;
  DocumentId paper_;
  DocumentId other_;
  std::int64_t act_ = 0;
};
FONDS_ON_BOTH_ENGINES(DestructionsContract);

TEST_P(DestructionsContract, WhatIsWithdrawnComesBackWhole) {
  EXPECT_THAT(withdraw(), ElementsAre(paper_));
  EXPECT_THAT(withdraw(), IsEmpty()) << "it is withdrawn";
  EXPECT_THAT(destructions().withdrawn(), ElementsAre(paper_));
  EXPECT_THAT(destructions().withdrawn(act_, volume_), ElementsAre(paper_));
  EXPECT_THAT(destructions().withdrawn(act_ + 1, {}), IsEmpty());
  ASSERT_TRUE(now(paper_).tombstone);
  EXPECT_FALSE(now(paper_).tombstone->gone);
  EXPECT_EQ(Documents(database()).count(), 2) << "it is not gone";
  in_transaction(
      [&](Transaction& t) { EXPECT_THAT(destructions().restore(t, act_), ElementsAre(paper_)); });
  EXPECT_FALSE(now(paper_).tombstone);
  EXPECT_THAT(destructions().withdrawn(), IsEmpty());
}

TEST_P(DestructionsContract, WhatIsGoneHasATombstoneOnly) {
  say(paper_, "kind", "diploma");
  say(paper_, "date", "2024-05-15");
  say(paper_, "number", "147");
  withdraw();
  EXPECT_THAT(destructions().remains(paper_), Contains("card_values"));
  destroy(paper_);
  EXPECT_THAT(destructions().remains(paper_), IsEmpty());
  EXPECT_THAT(destructions().gone(act_), ElementsAre(paper_));
  const Document card = now(paper_);
  EXPECT_TRUE(card.tombstone.value().gone);
  EXPECT_EQ(card.tombstone->kind, "diploma");
  EXPECT_EQ(card.tombstone->date, "2024-05-15");
  EXPECT_EQ(card.originals.at(0).source_name, "");
  EXPECT_EQ(card.originals.at(0).sha256.size(), 64U);
  EXPECT_EQ(Documents(database()).count(), 1);
  EXPECT_EQ(Documents(database()).count(DocumentState::accepted), 1);
  EXPECT_EQ(Documents(database()).count(DocumentState::recognised), 0);
  EXPECT_EQ(Documents(database()).list({}, 10).size(), 1U);
  in_transaction([&](Transaction& t) { destructions().erase(t, paper_); });
  EXPECT_EQ(now(paper_).tombstone->kind, "diploma") << "erased again it says the same";
  in_transaction([&](Transaction& t) { EXPECT_THAT(destructions().restore(t, act_), IsEmpty()); });
  EXPECT_TRUE(now(paper_).tombstone) << "there is no way back";
}

TEST_P(DestructionsContract, AStackGoesWithTheFirstOfItsPapers) {
  const DocumentId stack = paper();
  in_transaction([&](Transaction& t) {
    const IntakeId intake = Documents(database()).add_intake(t, "stack", "");
    Stacks(database()).record(t, stack, intake, {{paper_, 1, 1}, {other_, 2, 1}}, "osipova");
  });
  EXPECT_THAT(withdraw(), ElementsAre(paper_, stack));
  // The stack another act brings back goes with the next paper all the same.
  const VolumeId next = volume(2024, "02-03");
  file(next, other_);
  in_transaction([&](Transaction& t) {
    const std::int64_t second = Acts(database()).add(t, actor_, drawn(next));
    EXPECT_THAT(destructions().withdraw(t, second, next), ElementsAre(other_));
    EXPECT_THAT(destructions().restore(t, act_), ElementsAre(paper_, stack));
    EXPECT_THAT(destructions().withdraw(t, second, next), ElementsAre(stack));
  });
}

TEST_P(DestructionsContract, BytesAreNeededWhileAnotherDocumentHasThem) {
  Original shared = original();
  DocumentId first;
  DocumentId second;
  in_transaction([&](Transaction& t) {
    Documents documents(database());
    const IntakeId intake = documents.add_intake(t, "file", "");
    first = documents.add(t, intake, {shared}).id;
    second = documents.add(t, intake, {shared}).id;
  });
  file(volume_, first);
  withdraw();
  EXPECT_TRUE(destructions().is_needed(shared.sha256, act_, volume_));
  EXPECT_EQ(Documents(database()).holding(shared.sha256), second);
  const VolumeId next = volume(2024, "02-03");
  file(next, second);
  in_transaction([&](Transaction& t) { destructions().withdraw(t, act_, next); });
  EXPECT_TRUE(destructions().is_needed(shared.sha256, act_, volume_)) << "it may be brought back";
  EXPECT_FALSE(Documents(database()).holding(shared.sha256));
  destroy(second);
  EXPECT_FALSE(destructions().is_needed(shared.sha256, act_, volume_));
  EXPECT_TRUE(Documents(database()).names(shared.sha256)) << "the first is not gone yet";
  destroy(first);
  EXPECT_FALSE(Documents(database()).names(shared.sha256));
}

TEST_P(DestructionsContract, WorkOnAPaperIsSeen) {
  JobId job;
  in_transaction([&](Transaction& t) { job = Jobs(database()).enqueue(t, "recognise", paper_); });
  withdraw();
  EXPECT_THAT(destructions().busy(act_, volume_), ElementsAre(paper_));
  in_transaction([&](Transaction& t) { Jobs(database()).quarantine(t, job, "lost"); });
  EXPECT_THAT(destructions().busy(act_, volume_), IsEmpty());
  destroy(paper_);
  EXPECT_FALSE(Jobs(database()).find(job)) << "its words go, too";
}

TEST_P(DestructionsContract, AVolumeKeepsItsKeyAndNoNames) {
  Volume named = volumes().find(volume_).value();
  named.title = "Личное дело";
  named.shelf = "шкаф 2";
  in_transaction([&](Transaction& t) { volumes().update(t, actor_, named); });
  in_transaction([&](Transaction& t) { destructions().erase_volume(t, "osipova", volume_); });
  const Volume now = volumes().find(volume_).value();
  EXPECT_EQ(now.state, VolumeState::destroyed);
  EXPECT_EQ(now.title, "");
  EXPECT_EQ(now.shelf, "");
  EXPECT_EQ(now.key, named.key);
  EXPECT_EQ(now.documents, 1) << "what was in it is still counted";
}

TEST_P(DestructionsContract, ThePurgeLeavesWhatThereIs) {
  withdraw();
  destroy(paper_);
  EXPECT_NO_THROW(destructions().purge());
  EXPECT_EQ(now(other_).id, other_);
  EXPECT_EQ(database().integrity_problem(), "");
}

}  // namespace
}  // namespace fonds
