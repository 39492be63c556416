#include "web/api/api_desk.h"
#include "web/retention_desk.h"

namespace fonds {
namespace {

using testing::StartsWith;

constexpr const char* kActs = "/api/v1/acts";
constexpr const char* kAct = "/api/v1/acts/1";

class ApiActs : public ApiOn<RetentionDesk> {
 protected:
  static std::string on_act(const std::string& deed) { return kAct + deed; }
};

TEST_F(ApiActs, AnActIsDrawnUpOfAllOrOfSome) {
  const std::string volume = closed_volume("02-03");
  closed_volume("02-03");
  sign_in_as(Role::archivist);
  send(Method::post, kActs, nullptr, 400);
  send(Method::post, kActs, {{"volumes", {volume}}, {"all", true}}, 400);
  const auto some = send(Method::post, kActs, {{"volumes", {volume}}}, 201);
  EXPECT_EQ(some["act"], 1);
  EXPECT_EQ(some["state"], "draft");
  ASSERT_EQ(some["units"].size(), 1U);
  EXPECT_EQ(some["units"][0]["volume"], volume);
  EXPECT_EQ(some["gates"].size(), 10U);
  EXPECT_EQ(send(Method::post, kActs, {{"all", true}}, 201)["act"], 2);
  EXPECT_EQ(get_json(kActs)["items"][0]["units"], 1);
  EXPECT_EQ(get_json(kAct), some);
  EXPECT_EQ(send(Method::post, on_act("/cancel"))["state"], "cancelled");
}

TEST_F(ApiActs, AnActGoesItsWayToTheEnd) {
  closed_volume("02-03");
  sign_in_as(Role::archivist);
  send(Method::post, kActs, {{"all", true}}, 201);
  send(Method::post, on_act("/agree"), nullptr, 400);
  const auto agreed =
      send(Method::post, on_act("/agree"),
           {{"protocol", "№ 2 от 14.01.2026"}, {"inventories", "№ 1"}, {"one_meeting", true}});
  EXPECT_EQ(agreed["state"], "agreed");
  sign_in_as(Role::director);
  const std::string today = to_text(day_here(archive().clock().now()));
  send(Method::post, on_act("/approve"), {{"number", "7"}, {"on", today}, {"revision", 77}}, 409);
  const auto approved = send(Method::post, on_act("/approve"),
                             {{"number", "7"}, {"on", today}, {"revision", agreed["revision"]}});
  EXPECT_EQ(approved["approval"], "7");
  let_days_pass(1);
  sign_in_as(Role::archivist);
  const auto withdrawn = send(Method::post, on_act("/carry-out"), {{"confirm", 1}});
  EXPECT_EQ(withdrawn["act"]["state"], "withdrawn");
  EXPECT_TRUE(withdrawn["destroyed_from"].is_string());
  EXPECT_EQ(withdrawn["proof"], nullptr);
  let_days_pass(1);
  const auto ended = send(Method::post, on_act("/carry-out"), {{"confirm", 1}});
  EXPECT_EQ(ended["act"]["state"], "carried_out");
  EXPECT_EQ(ended["proof"]["documents"], 1);
  EXPECT_EQ(get_json(on_act("/proof"))["remains"].size(), 0U);
  EXPECT_THAT(get(on_act("/forms/log")).body, StartsWith("%PDF-"));
  EXPECT_THAT(get(on_act("/forms/personal-data")).body, StartsWith("%PDF-"));
}

TEST_F(ApiActs, NothingIsDestroyedWithoutTheNumberSaidAgain) {
  closed_volume("02-03");
  act(ActState::approved);
  let_days_pass(1);
  sign_in_as(Role::archivist);
  send(Method::post, on_act("/carry-out"), nullptr, 400);
  send(Method::post, on_act("/carry-out"), {{"confirm", 2}}, 400);
  send(Method::post, on_act("/carry-out"), {{"confirm", true}}, 400);
  EXPECT_EQ(state_of(1), ActState::approved);
}

TEST_F(ApiActs, WithdrawnPapersAreBroughtBack) {
  closed_volume("02-03", Carrier::paper);
  act(ActState::approved);
  let_days_pass(1);
  sign_in_as(Role::archivist);
  const auto withdrawn = send(Method::post, on_act("/carry-out"), {{"confirm", 1}});
  EXPECT_EQ(withdrawn["wants_waybill"], true);
  EXPECT_EQ(send(Method::post, on_act("/restore"))["state"], "approved");
  send(Method::post, on_act("/restore"), nullptr, 400);
}

TEST_F(ApiActs, AnActIsPrintedAsSheetsAndAsTables) {
  closed_volume("02-03");
  act();
  sign_in_as(Role::archivist);
  EXPECT_THAT(get(on_act("/forms/act")).body, StartsWith("%PDF-"));
  EXPECT_THAT(get(on_act("/forms/act?format=xlsx")).body, StartsWith("PK"));
  EXPECT_THAT(get(on_act("/forms/act?format=csv")).body, testing::HasSubstr("Журналы"));
  get_json(on_act("/forms/log"), 400);
  get_json(on_act("/forms/none"), 404);
  get_json(on_act("/proof"), 400);
}

TEST_F(ApiActs, EachDoesWhatTheyMay) {
  closed_volume("02-03");
  act(ActState::agreed);
  sign_in_as(Role::director);
  for (const char* deed : {"/agree", "/cancel", "/carry-out", "/restore"}) {
    send(Method::post, on_act(deed), nullptr, 403);
  }
  sign_in_as(Role::archivist);
  send(Method::post, on_act("/approve"), nullptr, 403);
  send(Method::post, "/api/v1/acts/withdrawn-data", {{"student", 77}}, 404);
  send(Method::post, "/api/v1/acts/withdrawn-data", {{"student", "Кравец"}}, 400);
  sign_in_as(Role::auditor);
  get_json(kAct);
  get_json("/api/v1/acts/99", 404);
  get_json("/api/v1/acts/one", 404);
  get_json("/api/v1/acts?colour=red", 400);
  send(Method::post, kActs, {{"all", true}}, 403);
  sign_in_as(Role::clerk);
  get_json(kActs, 403);
}

}  // namespace
}  // namespace fonds
