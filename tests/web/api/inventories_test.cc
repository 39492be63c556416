#include "web/api/api_desk.h"
#include "web/retention_desk.h"

namespace fonds {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

constexpr const char* kInventories = "/api/v1/inventories";
constexpr const char* kInventory = "/api/v1/inventories/1";

class ApiInventories : public ApiOn<RetentionDesk> {
 protected:
  ApiInventories() : volume_(closed_volume("02-06")) { sign_in_as(Role::archivist); }
  /// Of the volumes kept for ever.
  nlohmann::json drawn(int status = 201) {
    return send(
        Method::post, kInventories,
        {{"kind", "permanent"}, {"year", 2019}, {"list", "1"}, {"first", 7}, {"electronic", true}},
        status);
  }
  static std::string on_inventory(const std::string& deed) { return kInventory + deed; }

  std::string volume_;  // NOLINT(*-non-private-*)
};

TEST_F(ApiInventories, AnInventoryIsDrawnUpLookedOverAndCancelled) {
  const auto made = drawn();
  EXPECT_EQ(made["inventory"], 1);
  ASSERT_EQ(made["units"].size(), 1U);
  EXPECT_EQ(made["units"][0]["number"], 7);
  EXPECT_EQ(made["units"][0]["volume"], volume_);
  EXPECT_EQ(get_json(kInventories)["items"][0]["units"], 1);
  EXPECT_EQ(get_json(kInventory), made);
  EXPECT_EQ(get_json(on_inventory("/findings"))["items"], made["findings"]);
  const auto worded = send(Method::put, kInventory, {{"founder_history", "Создан в 2001 году."}});
  EXPECT_EQ(worded["founder_history"], "Создан в 2001 году.");
  EXPECT_EQ(worded["keeper"], nullptr);
  EXPECT_EQ(send(Method::post, on_inventory("/cancel"))["state"], "cancelled");
}

TEST_F(ApiInventories, WhatForbidsToGoOnIsTold) {
  send(Method::post, kInventories, {{"kind", "other"}, {"year", 2019}}, 400);
  send(Method::post, kInventories, {{"kind", "permanent"}}, 400);
  send(Method::post, kInventories, {{"kind", "permanent"}, {"year", 19}}, 400);
  send(Method::post, kInventories, {{"kind", "permanent"}, {"years", 2019}}, 400);
  drawn();
  const auto refused =
      send(Method::post, on_inventory("/agree"), {{"protocol", "№ 2 от 14.01.2026"}}, 400);
  EXPECT_THAT(refused["error"]["message"].get<std::string>(), HasSubstr("is not in order"));
  send(Method::post, on_inventory("/hand-over"), {{"on", "2026-01-01"}}, 400);
}

TEST_F(ApiInventories, BothFormsArePrinted) {
  drawn();
  EXPECT_THAT(get(on_inventory("/forms/list")).body, StartsWith("%PDF-"));
  EXPECT_THAT(header(get(on_inventory("/forms/handover")), "Content-Disposition"),
              HasSubstr("inventory-1-handover.pdf"));
  EXPECT_THAT(get(on_inventory("/forms/list?format=csv")).body, HasSubstr("02-06"));
  get_json(on_inventory("/forms/none"), 404);
}

TEST_F(ApiInventories, EachDoesWhatTheyMay) {
  drawn();
  send(Method::post, on_inventory("/approve"), {{"on", "2026-01-01"}}, 403);
  sign_in_as(Role::director);
  send(Method::post, on_inventory("/approve"), {{"on", "2026-01-01"}}, 400);
  send(Method::put, kInventory, nullptr, 403);
  sign_in_as(Role::auditor);
  get_json(kInventory);
  get_json(on_inventory("/forms/list"), 403);
  drawn(403);
  get_json("/api/v1/inventories/9", 404);
}

}  // namespace
}  // namespace fonds
