#include "web/card_model.h"

#include "web/paper_desk.h"

namespace fonds {
namespace {

using testing::HasSubstr;

class CardModelTest : public PaperDesk {
 protected:
  /// The card as somebody of the role sees it.
  Json model(Role role = Role::clerk) {
    const Actor actor = sign_in_as(role);
    Workplace place(archive().reopen(), site());
    const Request request;
    Visit visit{request, place};
    visit.session = OpenSession{actor, "d"};
    return card_model(visit, ArchiveReview(*place.archive).show(actor, document_.accession));
  }
  static Json field(const Json& model, std::string_view name) {
    for (const Json& each : model["fields"]) {
      if (each["name"] == name) return each;
    }
    return {};
  }
};

TEST_F(CardModelTest, AFieldSaysWhatItIsHowSureAndWhy) {
  store(diploma());
  const Json card = model();
  const Json kind = field(card, "kind");
  EXPECT_EQ(kind["value"], "Diploma");
  EXPECT_EQ(kind["sureness"], "97 %");
  EXPECT_EQ(kind["confidence"], 97);
  EXPECT_EQ(kind["counts"], true);
  EXPECT_EQ(kind["open"], false);
  EXPECT_EQ(kind["reasons"][0]["text"], "the title says ДИПЛОМ");
  const Json number = field(card, "number");
  EXPECT_EQ(number["open"], true);
  EXPECT_EQ(number["counts"], false);
  EXPECT_EQ(field(card, "nomination")["known"], false);
  EXPECT_EQ(card["fields"].size(), kCardFields.size());
  EXPECT_EQ(card["waits"], true);
  EXPECT_THAT(card["open_words"].get<std::string>(), HasSubstr("number"));
}

TEST_F(CardModelTest, APlaceIsAShareOfTheUprightPage) {
  store(diploma());
  const Json place = field(model(), "kind")["place"];
  const PageRecord& page = document_.pages.at(0);
  ASSERT_EQ(page.rotation, 0);
  EXPECT_EQ(place["page"], 1);
  EXPECT_NEAR(place["left"].get<double>(), 100.0 / page.width, 1e-4);
  EXPECT_NEAR(place["height"].get<double>(), 40.0 / page.height, 1e-4);
  PaperReading elsewhere = diploma();
  elsewhere.kind.source = PlaceOnPage{9, {1, 1, 1, 1}};
  store(elsewhere);
  EXPECT_EQ(field(model(), "kind")["place"], false) << "there is no page 9";
}

TEST_F(CardModelTest, APersonsWordStandsBeforeTheMachines) {
  store(diploma());
  ArchiveReview(archive()).set({"osipova", Role::clerk}, document_.accession, "number",
                               "А-1312/99");
  const Json number = field(model(), "number");
  EXPECT_EQ(number["value"], "А-1312/99");
  EXPECT_EQ(number["typed"], "А-1312/99");
  EXPECT_EQ(number["person"], true);
  EXPECT_EQ(number["sureness"], "by osipova");
  EXPECT_EQ(number["open"], false);
  EXPECT_EQ(number["machine"]["value"], "A-I3l2/99");
  EXPECT_EQ(number["machine"]["confidence"], 40);
}

TEST_F(CardModelTest, LinksTellWhosePaperItIsAndUnderWhichName) {
  const StudentId kravets = student("Кравец", "Тимофей");
  store(diploma(), {link(kravets, LinkState::offered, 0.6)});
  const Json card = model();
  ASSERT_EQ(card["students"].size(), 1U);
  const Json& one = card["students"][0];
  EXPECT_EQ(one["name"], "Кравец Тимофей");
  EXPECT_EQ(one["path"], "/students/" + std::to_string(kravets.value));
  EXPECT_EQ(one["state"], "offered");
  EXPECT_EQ(one["open"], true);
  EXPECT_EQ(one["printed"], "Кравцу Тимофею");
  EXPECT_EQ(one["place"]["page"], 1);
  EXPECT_EQ(card["mentions"][0]["students"][0]["id"], kravets.value);
}

TEST_F(CardModelTest, RowsOfAListHaveTheirResults) {
  PaperReading list = diploma();
  list.persons = {named("Кравец Т.", PersonRole::listed, 1, "зачёт"),
                  named("Ли А.", PersonRole::listed, 2, "незачёт")};
  const StudentId li = student("Ли", "Анна");
  store(list, {link(li, LinkState::linked, 0.98, 2)});
  const Json mentions = model()["mentions"];
  ASSERT_EQ(mentions.size(), 2U);
  EXPECT_EQ(mentions[1]["row"], 2);
  EXPECT_EQ(mentions[1]["result"], "незачёт");
  EXPECT_EQ(mentions[1]["students"][0]["name"], "Ли Анна");
  EXPECT_TRUE(mentions[0]["students"].empty());
}

}  // namespace
}  // namespace fonds
