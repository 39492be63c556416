#include "archive/erasure_proof.h"

#include <gmock/gmock.h>

#include "archive/destruction_fixture.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// Whatever is put back after an act was carried out is found, and where it lies.
class ErasureProofTest : public DestructionFixture {
 protected:
  ErasureProofTest() {
    paper_ = filed("Звездоклюев");
    approve_act();
    withdraw();
    (void)carry_out();
  }
  std::vector<std::string> places() {
    std::vector<std::string> found;
    for (const auto& each : proof_of_erasure(*archive_, 1).remains) found.push_back(each.place);
    return found;
  }
  Filed paper_;
};

TEST_F(ErasureProofTest, NothingIsFoundWhereNothingIs) {
  EXPECT_EQ(proof_of_erasure(*archive_, 1).documents, 1);
  EXPECT_THAT(places(), IsEmpty());
  EXPECT_EQ(proof_of_erasure(*archive_, 2).documents, 0);
}

TEST_F(ErasureProofTest, AnOriginalIsFound) {
  (void)file_of("скан Звездоклюев", "");
  EXPECT_THAT(places(), ElementsAre("originals"));
}

TEST_F(ErasureProofTest, ADerivedFileIsFound) {
  const auto draft = archive_->derived().begin_run(paper_.document.id, 4);
  draft->begin(kTextFile);
  EXPECT_THAT(places(), ElementsAre("derived")) << "a draft is enough";
}

TEST_F(ErasureProofTest, ARowOfTheCatalogueIsFound) {
  Transaction transaction(archive_->catalogue());
  Jobs(archive_->catalogue()).enqueue(transaction, "recognise", paper_.document.id);
  transaction.commit();
  EXPECT_THAT(places(), ElementsAre("catalogue"));
}

}  // namespace
}  // namespace fonds
