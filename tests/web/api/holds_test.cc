#include "web/api/api_desk.h"
#include "web/retention_desk.h"

namespace fonds {
namespace {

class ApiHolds : public ApiOn<RetentionDesk> {};

TEST_F(ApiHolds, AHoldIsSetAndLifted) {
  const std::string volume = closed_volume("02-03");
  sign_in_as(Role::archivist);
  const auto set =
      send(Method::post, "/api/v1/holds",
           {{"subject", "volume"}, {"target", volume}, {"reason", "спор"}, {"until", "2099-12-31"}},
           201);
  EXPECT_EQ(set["target"], volume);
  EXPECT_EQ(set["until"], "2099-12-31");
  EXPECT_EQ(get_json("/api/v1/holds")["items"], nlohmann::json::array({set}));
  send(Method::post, "/api/v1/holds/1/lift", nullptr, 400);
  EXPECT_EQ(send(Method::post, "/api/v1/holds/1/lift", {{"reason", "решено"}})["lifted_because"],
            "решено");
  EXPECT_EQ(get_json("/api/v1/holds")["items"].size(), 0U);
  EXPECT_EQ(get_json("/api/v1/holds?all=true")["items"].size(), 1U);
}

TEST_F(ApiHolds, WhatMakesNoSenseIsRefused) {
  sign_in_as(Role::director);
  const auto person = send(Method::post, "/api/v1/holds",
                           {{"subject", "person"}, {"target", "1"}, {"reason", "спор"}}, 400);
  EXPECT_THAT(person["error"]["hint"].get<std::string>(), testing::HasSubstr("student"));
  send(Method::post, "/api/v1/holds", {{"target", "1"}, {"reason", "спор"}}, 400);
  send(Method::post, "/api/v1/holds", {{"subjects", "volume"}}, 400);
  send(Method::post, "/api/v1/holds",
       {{"subject", "volume"}, {"target", "02-03/2019/9"}, {"reason", "спор"}}, 404);
  send(Method::post, "/api/v1/holds/9/lift", {{"reason", "решено"}}, 404);
  send(Method::post, "/api/v1/holds/one/lift", {{"reason", "решено"}}, 404);
}

TEST_F(ApiHolds, OthersSeeNone) {
  sign_in_as(Role::auditor);
  get_json("/api/v1/holds", 403);
  send(Method::post, "/api/v1/holds", nullptr, 403);
  send(Method::post, "/api/v1/holds/1/lift", nullptr, 403);
}

}  // namespace
}  // namespace fonds
