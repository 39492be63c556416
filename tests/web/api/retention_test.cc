#include "web/api/api_desk.h"
#include "web/retention_desk.h"

namespace fonds {
namespace {

using testing::HasSubstr;
using testing::Not;

class ApiRetention : public ApiOn<RetentionDesk> {
 protected:
  static std::string path_to(const std::string& volume) {
    return "/api/v1/retention/volumes/" + percent_encoded(volume);
  }
};

TEST_F(ApiRetention, SaysWhatBecomesOfAVolumeAndWhy) {
  const std::string volume = closed_volume("02-03");
  sign_in_as(Role::auditor);
  const auto verdict = get_json(path_to(volume))["items"][0];
  EXPECT_EQ(verdict["volume"], volume);
  EXPECT_EQ(verdict["state"], "eligible");
  EXPECT_EQ(verdict["step"], "destroy");
  EXPECT_EQ(verdict["date"], "2025-01-01");
  EXPECT_EQ(verdict["rule"]["local"]["ek_protocol"], "№ 1 от 10.01.2018");
  const auto earlier = get_json(path_to(volume) + "?on=2023-02-01")["items"][0];
  EXPECT_EQ(earlier["state"], "running");
  EXPECT_EQ(earlier["on"], "2023-02-01");
  EXPECT_EQ(get_json(path_to("02-06"))["items"][0]["state"], "waiting");
  get_json(path_to("09-99"), 404);
  get_json(path_to(volume) + "?on=morgen", 400);
}

TEST_F(ApiRetention, EventsAndDecisionsArePutOnRecord) {
  const std::string path = path_to(closed_volume("02-05"));
  sign_in_as(Role::archivist);
  const auto marked =
      send(Method::put, path + "/marks/dispute", {{"on", "2020-02-03"}, {"basis", "иск"}});
  EXPECT_THAT(marked["items"][0]["reasons"].dump(), HasSubstr("obstacle"));
  EXPECT_EQ(send(Method::del, path + "/marks/dispute")["done"], true);
  EXPECT_THAT(get_json(path).dump(), Not(HasSubstr("obstacle")));
  send(Method::del, path + "/marks/dispute", nullptr, 404);
  send(Method::put, path + "/marks/none", {{"on", "2020-02-03"}, {"basis", "иск"}}, 400);
  send(Method::put, path + "/marks/dispute", {{"on", "2020-02-03"}}, 400);
  const auto decided = send(Method::put, path + "/decision",
                            {{"outcome", "destroy"}, {"protocol", "№ 5 от 01.02.2026"}});
  EXPECT_EQ(decided["items"][0]["state"], "eligible");
  send(Method::put, path + "/decision", {{"outcome", "burn"}, {"protocol", "№ 5"}}, 400);
}

TEST_F(ApiRetention, APlanIsRehearsedThenMade) {
  const std::string volume = closed_volume("02-03");
  closed_volume("02-05");
  sign_in_as(Role::archivist);
  EXPECT_EQ(get_json("/api/v1/retention/plan")["items"].size(), 2U);
  const auto destroyed = get_json("/api/v1/retention/plan?step=destroy");
  ASSERT_EQ(destroyed["items"].size(), 1U);
  EXPECT_EQ(destroyed["items"][0]["volume"], volume);
  EXPECT_EQ(destroyed["items"][0]["before"], "none");
  EXPECT_EQ(get_json("/api/v1/retention/plan/totals?on=2021-01-01")["steps"]["destroy"], 0);
  EXPECT_EQ(get_json("/api/v1/retention/plan/totals")["changed"], 2) << "nothing was kept";
  const auto made = send(Method::post, "/api/v1/retention/plan");
  EXPECT_EQ(made["volumes"], 2);
  EXPECT_EQ(made["changed"], 2);
  EXPECT_EQ(made["steps"]["destroy"], 1);
  EXPECT_EQ(send(Method::post, "/api/v1/retention/plan")["changed"], 0);
  EXPECT_EQ(get_json("/api/v1/retention/plan?changes=true")["items"].size(), 0U);
}

TEST_F(ApiRetention, WhoMayOnlyLookRecordsNothing) {
  const std::string path = path_to(closed_volume("02-05"));
  sign_in_as(Role::director);
  get_json("/api/v1/retention/plan");
  get_json("/api/v1/retention/plan?colour=red", 400);
  get_json("/api/v1/retention/plan?step=burn", 400);
  send(Method::post, "/api/v1/retention/plan", nullptr, 403);
  send(Method::put, path + "/marks/dispute", nullptr, 403);
  send(Method::del, path + "/marks/dispute", nullptr, 403);
  send(Method::put, path + "/decision", nullptr, 403);
  sign_in_as(Role::teacher);
  get_json(path, 403);
}

}  // namespace
}  // namespace fonds
