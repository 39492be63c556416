#include "web/api/api_desk.h"
#include "web/retention_desk.h"

namespace fonds {
namespace {

using testing::StartsWith;

class ApiStock : public ApiOn<RetentionDesk> {
 protected:
  nlohmann::json miss(const std::string& volume, int status = 201) {
    return send(Method::post, "/api/v1/stock/missing",
                {{"volume", volume}, {"reason", "не возвращено"}}, status);
  }
};

TEST_F(ApiStock, AVolumeIsSearchedForWrittenOffAndFound) {
  const std::string volume = closed_volume("02-03");
  sign_in_as(Role::archivist);
  EXPECT_EQ(miss(volume)["state"], "in_search");
  EXPECT_EQ(get_json("/api/v1/stock")["items"][0]["why"], "не возвращено");
  EXPECT_THAT(get("/api/v1/stock/forms/loss").body, StartsWith("%PDF-"));
  const auto written = send(Method::post, "/api/v1/stock/write-off",
                            {{"volumes", {volume}}, {"act", "№ 3"}, {"on", "2020-01-15"}}, 201);
  EXPECT_EQ(written["written_off"][0]["state"], "written_off");
  const nlohmann::json found{{"volume", volume}, {"where", "шкаф 3"}};
  EXPECT_EQ(send(Method::post, "/api/v1/stock/found", found)["done"], true);
  EXPECT_EQ(get_json("/api/v1/stock")["items"].size(), 0U);
  send(Method::post, "/api/v1/stock/found", found, 400);
}

TEST_F(ApiStock, TheActOfDiscoveryIsAnsweredWhenItIsAskedFor) {
  const std::string volume = closed_volume("02-03");
  sign_in_as(Role::archivist);
  miss(volume);
  nlohmann::json found{{"volume", volume}, {"where", "шкаф 3"}, {"format", "doc"}};
  send(Method::post, "/api/v1/stock/found", found, 400);
  EXPECT_EQ(get_json("/api/v1/stock")["items"].size(), 1U) << "nothing was changed";
  found["format"] = "pdf";
  EXPECT_THAT(ask(Method::post, "/api/v1/stock/found", found).body, StartsWith("%PDF-"));
}

TEST_F(ApiStock, DamageIsOnRecord) {
  const std::string volume = closed_volume("02-03");
  sign_in_as(Role::archivist);
  const auto damaged =
      send(Method::post, "/api/v1/stock/damaged", {{"volume", volume}, {"reason", "залито"}}, 201);
  EXPECT_EQ(damaged["state"], "damaged");
  EXPECT_THAT(header(get("/api/v1/stock/forms/damage?format=csv"), "Content-Type"),
              StartsWith("text/csv"));
  get_json("/api/v1/stock/forms/loss", 404);
  get_json("/api/v1/stock/forms/none", 404);
}

TEST_F(ApiStock, ChecksAreRecordedAndTheirActsPrinted) {
  sign_in_as(Role::archivist);
  EXPECT_EQ(get_json("/api/v1/stock/checks")["items"].size(), 2U);
  const auto recorded = send(Method::post, "/api/v1/stock/checks",
                             {{"check", "presence"}, {"act", "№ 2"}, {"on", "2020-01-15"}}, 201);
  EXPECT_EQ(recorded["last"], "2020-01-15");
  EXPECT_EQ(recorded["due_by"], "2025-01-15");
  send(Method::post, "/api/v1/stock/checks",
       {{"check", "all"}, {"act", "№ 2"}, {"on", "2020-01-15"}}, 400);
  EXPECT_THAT(get("/api/v1/stock/forms/presence").body, StartsWith("%PDF-"));
  sign_in_as(Role::auditor);
  EXPECT_THAT(get("/api/v1/stock/forms/electronic").body, StartsWith("%PDF-"));
}

TEST_F(ApiStock, WhatMakesNoSenseIsRefused) {
  sign_in_as(Role::archivist);
  miss("02-03/2019/9", 404);
  send(Method::post, "/api/v1/stock/missing", {{"volumes", "02-03/2019/1"}}, 400);
  send(Method::post, "/api/v1/stock/write-off", {{"act", "№ 3"}, {"on", "2020-01-15"}}, 400);
}

TEST_F(ApiStock, EachDoesWhatTheyMay) {
  const std::string volume = closed_volume("02-03");
  sign_in_as(Role::clerk);
  miss(volume);
  send(Method::post, "/api/v1/stock/write-off", nullptr, 403);
  send(Method::post, "/api/v1/stock/checks", nullptr, 403);
  get_json("/api/v1/stock/forms/electronic", 403);
  sign_in_as(Role::director);
  miss(volume, 403);
  sign_in_as(Role::auditor);
  get_json("/api/v1/stock", 403);
}

}  // namespace
}  // namespace fonds
