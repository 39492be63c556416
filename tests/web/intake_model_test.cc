#include "web/intake_model.h"

#include "web/desk_fixture.h"

namespace fonds {
namespace {

using testing::HasSubstr;

class IntakeModelTest : public DeskTest {
 protected:
  IntakeModelTest() : actor_(sign_in_as(Role::clerk)), place_(archive().reopen(), site()) {
    visit_.session = OpenSession{actor_, "d"};
  }
  Actor actor_;                    // NOLINT(*-non-private-*): of the tests, as gtest has it
  Request request_;                // NOLINT(*-non-private-*)
  Workplace place_;                // NOLINT(*-non-private-*)
  Visit visit_{request_, place_};  // NOLINT(*-non-private-*)
};

TEST_F(IntakeModelTest, ARefusalSaysWhyAndWhatToDo) {
  IntakeReport report;
  report.outcome = IntakeReport::Outcome::refused;
  report.name = "notes.txt";
  report.problem = "it is empty";
  report.hint = "scan it again";
  const Json model = report_model(visit_, report);
  EXPECT_EQ(model["outcome"], "refused");
  EXPECT_EQ(model["accepted"], false);
  EXPECT_EQ(model["words"], "refused: it is empty");
  EXPECT_EQ(model["hint"], "scan it again");
  EXPECT_EQ(model["path"], "");
}

TEST_F(IntakeModelTest, ADuplicateLeadsToThePaperThatIsThere) {
  temp_.add(quick_sample());
  const IntakeReport again = temp_.add(quick_sample()).at(0);
  const Json model = report_model(visit_, again);
  EXPECT_EQ(model["outcome"], "duplicate");
  EXPECT_THAT(model["words"].get<std::string>(), HasSubstr(again.document.accession));
  EXPECT_EQ(model["path"], "/documents/" + again.document.accession);
}

TEST_F(IntakeModelTest, ThePapersOfADeliveryTellTheirStates) {
  const Document document = temp_.add(quick_sample()).at(0).document;
  EXPECT_EQ(papers_model(visit_, {document})[0]["waits"], true);
  Document torn = document;
  torn.state = DocumentState::quarantined;
  torn.problem = "the program crashed on this file";
  const Json model = papers_model(visit_, {torn});
  EXPECT_EQ(model[0]["quarantined"], true);
  EXPECT_EQ(model[0]["problem"], "the program crashed on this file");
}

TEST_F(IntakeModelTest, ADeliveryWithoutANameHasItsNumber) {
  ShownDelivery delivery;
  delivery.intake.id = {7};
  delivery.counts = {2, 1, 0};
  const Json model = delivery_model(delivery);
  EXPECT_EQ(model["title"], "Delivery 7");
  EXPECT_EQ(model["papers"], 3);
  EXPECT_EQ(model["done"], 1);
  EXPECT_EQ(model["mark"], "2/1/0");
}

}  // namespace
}  // namespace fonds
