#include "web/retention_desk.h"

namespace fonds {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class ActSteps : public RetentionDesk {};

TEST_F(ActSteps, AnActGoesItsWayToTheEnd) {
  const std::string volume = closed_volume("02-03");
  const std::string path = act();
  sign_in_as(Role::archivist);
  const Response agreed =
      submit(get(path), path + "/agreement",
             {{"protocol", "№ 2 от 14.01.2026"}, {"inventories", "№ 1"}, {"one_meeting", "1"}});
  EXPECT_THAT(words(follow(agreed)), HasSubstr("agreed by the commission"));
  EXPECT_FALSE(HtmlPage(get(path).body).has_form(path + "/approval")) << "the head approves";
  sign_in_as(Role::director);
  EXPECT_THAT(words(follow(submit(get(path), path + "/approval", {{"number", "7"}}))),
              HasSubstr("approved by the head"));
  sign_in_as(Role::archivist);
  EXPECT_THAT(words(get(path)), Not(HasSubstr("Carry out…"))) << "it waits some days";
  let_days_pass(1);
  const Response asked = get(path + "/carry-out");
  EXPECT_THAT(words(asked), HasSubstr(volume));
  EXPECT_THAT(words(asked), HasSubstr("electronic; documents: 1, sheets: 1"));
  EXPECT_EQ(location(submit(asked, path + "/carry-out", {{"confirm", "1"}})), path);
  EXPECT_EQ(state_of(1), ActState::withdrawn);
  EXPECT_THAT(words(get(path)), HasSubstr("Nobody sees its papers any more"));
  let_days_pass(1);
  EXPECT_EQ(location(submit(get(path + "/carry-out"), path + "/carry-out", {{"confirm", "1"}})),
            path);
  EXPECT_EQ(state_of(1), ActState::carried_out);
  EXPECT_THAT(words(get(path + "/proof")), HasSubstr("Nothing is left anywhere."));
  EXPECT_EQ(header(get(path + "/print?form_of=log"), "Content-Type"), "application/pdf");
  EXPECT_EQ(header(get(path + "/print?form_of=personal-data"), "Content-Type"), "application/pdf");
}

TEST_F(ActSteps, NothingIsDestroyedWithoutTheNumberTyped) {
  (void)closed_volume("02-03");
  const std::string path = act(ActState::approved);
  let_days_pass(1);
  sign_in_as(Role::archivist);
  for (const char* typed : {"", "2", "yes"}) {
    const Response refused = post(path + "/carry-out", {{"confirm", typed}});
    EXPECT_EQ(refused.status, 400) << typed;
    EXPECT_THAT(words(refused), HasSubstr("nothing was done"));
  }
  EXPECT_EQ(state_of(1), ActState::approved);
}

TEST_F(ActSteps, OfPaperTheWaybillIsNamedAndItsWeight) {
  (void)closed_volume("02-03", Carrier::paper);
  const std::string path = act(ActState::approved);
  let_days_pass(1);
  sign_in_as(Role::archivist);
  (void)post(path + "/carry-out", {{"confirm", "1"}});
  let_days_pass(1);
  EXPECT_EQ(post(path + "/carry-out", {{"confirm", "1"}}).status, 400) << "no waybill";
  const FormFields heavy{{"confirm", "1"}, {"waybill", "№ 7"}, {"weight", "schwer"}};
  const Response refused = post(path + "/carry-out", heavy);
  EXPECT_THAT(words(refused), HasSubstr("this is no weight in kilograms"));
  EXPECT_EQ(
      post(path + "/carry-out", {{"confirm", "1"}, {"waybill", "№ 7"}, {"weight", "2,5"}}).status,
      303);
  EXPECT_THAT(words(get(path)), HasSubstr("№ 7, 2.500 kg"));
}

TEST_F(ActSteps, WithdrawnPapersAreBroughtBack) {
  (void)closed_volume("02-03");
  const std::string path = act(ActState::approved);
  let_days_pass(1);
  sign_in_as(Role::archivist);
  (void)post(path + "/carry-out", {{"confirm", "1"}});
  ASSERT_EQ(state_of(1), ActState::withdrawn);
  EXPECT_EQ(location(submit(get(path), path + "/restored")), path);
  EXPECT_EQ(state_of(1), ActState::approved);
  EXPECT_EQ(location(submit(get(path), path + "/cancelled")), path);
  EXPECT_EQ(state_of(1), ActState::cancelled);
}

TEST_F(ActSteps, WhatIsInTheWayIsToldBesideTheForm) {
  (void)closed_volume("02-03");
  const std::string path = act();
  sign_in_as(Role::archivist);
  const Response refused = post(path + "/agreement", {{"protocol", ""}});
  EXPECT_EQ(refused.status, 400);
  EXPECT_THAT(words(refused), HasSubstr("the protocol of the commission is not named"));
  EXPECT_EQ(post(path + "/carry-out", {{"confirm", "1"}}).status, 400) << "it is a draft";
  const Response of_old = post(path + "/agreement", {{"protocol", "№ 2"}, {"inventories", "№ 1"}});
  EXPECT_THAT(words(of_old), HasSubstr("G5"));
}

TEST_F(ActSteps, TheSecondOfTwoIsTold) {
  (void)closed_volume("02-03");
  const std::string path = act(ActState::agreed);
  sign_in_as(Role::director);
  const FormFields old{{"number", "7"}, {"day", "2026-01-02"}, {"revision", "77"}};
  const Response refused = post(path + "/approval", old);
  EXPECT_EQ(refused.status, 409);
  EXPECT_THAT(words(refused), HasSubstr("somebody has changed act 1 meanwhile"));
}

TEST_F(ActSteps, EachTakesTheStepsTheyMay) {
  (void)closed_volume("02-03");
  const std::string path = act(ActState::agreed);
  sign_in_as(Role::director);
  EXPECT_EQ(post(path + "/agreement").status, 403);
  EXPECT_EQ(post(path + "/cancelled").status, 403);
  EXPECT_EQ(get(path + "/carry-out").status, 403);
  EXPECT_EQ(post(path + "/carry-out", {{"confirm", "1"}}).status, 403);
  EXPECT_EQ(post(path + "/restored").status, 403);
  sign_in_as(Role::archivist);
  EXPECT_EQ(post(path + "/approval").status, 403);
}

}  // namespace
}  // namespace fonds
