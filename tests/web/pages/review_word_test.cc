#include "archive/filing.h"
#include "web/review_desk.h"

namespace fonds {
namespace {

using testing::HasSubstr;

class ReviewWordTest : public ReviewDesk {
 protected:
  std::string value(std::string_view field) { return text_of(now().stored.card, field); }
};

TEST_F(ReviewWordTest, AcceptStaysWhileSomethingTakesAPersonsChoice) {
  Response answer = submit(get(here()), here() + "/accept");
  EXPECT_EQ(location(answer), here());
  EXPECT_THAT(words(follow(answer)), HasSubstr("this takes your word: date, 1 name"));
  EXPECT_EQ(value_of(now().stored.card, "number")->origin, Origin::person);
}

TEST_F(ReviewWordTest, AcceptOfAllThatWaitsGoesOnToTheNext) {
  PaperReading sure = diploma();
  store(sure, {link(first_, LinkState::linked, 0.99)});
  Response answer = submit(get(here()), here() + "/accept");
  EXPECT_THAT(location(answer), HasSubstr("/review/next?after=" + document_.accession));
  EXPECT_THAT(words(follow(answer)), HasSubstr("Every paper is checked."));
  EXPECT_FALSE(now().open.any());
}

TEST_F(ReviewWordTest, OneFieldIsAcceptedOrWritten) {
  EXPECT_EQ(location(post(here() + "/accept", with({{"field", "number"}}))), here());
  EXPECT_EQ(value_of(now().stored.card, "number")->origin, Origin::person);
  EXPECT_EQ(value_of(now().stored.card, "kind")->origin, Origin::machine);
  EXPECT_EQ(location(post(here() + "/fields/date", with({{"value", "15.05.2024"}}))), here());
  EXPECT_EQ(value("date"), "2024-05-15");
  EXPECT_EQ(location(post(here() + "/fields/date", with({{"value", "16.05.2024"}, {"page", "2"}}))),
            here() + "?page=2");
}

TEST_F(ReviewWordTest, WhatCannotBeSoIsToldBesideWhatWasTyped) {
  const Response answer = post(here() + "/fields/date", with({{"value", "<b>сегодня</b>"}}));
  EXPECT_EQ(answer.status, 400);
  EXPECT_THAT(words(answer), HasSubstr("cannot be the date of a paper"));
  EXPECT_THAT(words(answer), HasSubstr("write 15.05.2024"));
  bool kept = false;
  const auto inputs = HtmlPage(body(answer)).all("input");
  for (const auto& input : inputs) {
    if (input.attribute("id") != "value-date") continue;
    kept = input.attribute("value") == "<b>сегодня</b>" && input.has("aria-invalid");
  }
  EXPECT_TRUE(kept);
  EXPECT_EQ(value("date"), "");
}

TEST_F(ReviewWordTest, WhoeverReadAnOlderCardChangesNothingAndSeesTheNewOne) {
  const Response read = get(here());
  ArchiveReview(archive()).set({"tkach", Role::clerk}, document_.accession, "number", "А-1312/99");
  const Response answer = submit(read, here() + "/fields/number", {{"value", "Б-7"}});
  EXPECT_EQ(answer.status, 409);
  EXPECT_THAT(words(answer), HasSubstr("Somebody else has changed this card meanwhile"));
  EXPECT_THAT(body(answer), HasSubstr("А-1312/99"));
  EXPECT_EQ(value("number"), "А-1312/99");
  EXPECT_EQ(post(here() + "/fields/number", {{"value", "Б-7"}}).status, 400)
      << "nobody overwrites what was not read";
}

TEST_F(ReviewWordTest, AStudentIsTakenRefusedOrFoundByName) {
  const std::string students = here() + "/students";
  const auto state_of = [&](StudentId student) {
    const Card card = now().stored.card;
    for (const StudentLink& each : card.links) {
      if (each.student == student && each.origin == Origin::person) return name_of(each.state);
    }
    return std::string_view();
  };
  const auto id = [](StudentId student) { return std::to_string(student.value); };
  post(students, with({{"student", id(first_)}, {"state", "linked"}}));
  post(students, with({{"student", id(second_)}, {"state", "refused"}}));
  EXPECT_EQ(state_of(first_), "linked");
  EXPECT_EQ(state_of(second_), "refused");

  const Response several = post(students, with({{"name", "кравец"}, {"state", "linked"}}));
  EXPECT_EQ(several.status, 400) << "two are called so";
  const StudentId third = student("Ясенева", "Злата");
  EXPECT_EQ(post(students, with({{"name", "ясенева"}, {"state", "linked"}})).status, 303);
  EXPECT_EQ(state_of(third), "linked");
}

TEST_F(ReviewWordTest, ALineOfTheTextIsCorrected) {
  const Response answer =
      post(here() + "/lines", with({{"page", "1"}, {"line", "1"}, {"text", "ДИПЛОМ победителя"}}));
  EXPECT_EQ(answer.status, 303);
  ASSERT_EQ(now().stored.corrections.size(), 1U);
  EXPECT_EQ(now().stored.corrections[0].value, "ДИПЛОМ победителя");
  EXPECT_EQ(location(answer), here() + "#text");
  EXPECT_THAT(words(get(here())), HasSubstr("corrected by d.clerk"));
}

TEST_F(ReviewWordTest, PartsThatMakeNoSenseAreToldAndOnePaperIsOne) {
  EXPECT_EQ(post(here() + "/parts", with({{"pages", "1, x"}})).status, 400);
  EXPECT_EQ(post(here() + "/parts", with({{"pages", "1, 99"}})).status, 400);
  EXPECT_EQ(location(post(here() + "/whole")), here());
}

TEST_F(ReviewWordTest, AVolumeThatIsNotThereIsTold) {
  EXPECT_EQ(post(here() + "/volume", {{"volume", "99-99/2024/1"}}).status, 404);
}

TEST_F(ReviewWordTest, NobodyElseHasAWord) {
  const FormFields read = with({{"value", "Б-7"}});
  for (const Role role : {Role::teacher, Role::auditor, Role::administrator}) {
    sign_in_as(role);
    EXPECT_EQ(post(here() + "/fields/number", read).status, 403);
    EXPECT_EQ(post(here() + "/accept", read).status, 403);
  }
  EXPECT_EQ(value("number"), "A-I3l2/99");
}

}  // namespace
}  // namespace fonds
