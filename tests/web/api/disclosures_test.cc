#include "web/api/api_desk.h"
#include "web/disclosure_desk.h"

namespace fonds {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::StartsWith;

constexpr const char* kAll = "/api/v1/disclosures";

class ApiDisclosures : public ApiOn<DisclosureDesk> {
 protected:
  [[nodiscard]] json mother() const {
    return {{"student", std::to_string(child_.value)},
            {"applicant", "representative"},
            {"name", "Кравец Ольга Петровна"},
            {"relation", "мать"},
            {"identity", "паспорт"},
            {"authority", "свидетельство о рождении"},
            {"asked", "всё за год"}};
  }
  [[nodiscard]] json grandmother() const {
    json asked = mother();
    asked["applicant"] = "other";
    asked["relation"] = "бабушка";
    return asked;
  }
  /// Its path.
  std::string opened(const json& asked) {
    sign_in_as(Role::clerk);
    const json made = send(Method::post, kAll, asked, 201);
    return fmt::format("{}/{}", kAll, made.at("number").get<int>());
  }
};

TEST_F(ApiDisclosures, AnApplicationIsPutOnRecordAndCorrected) {
  const std::string path = opened(mother());
  const json changed = send(
      Method::put, path,
      {{"asked", "дипломы"}, {"form", "written"}, {"from", "2024-01-01"}, {"to", "2024-12-31"}});
  EXPECT_EQ(changed["asked"], "дипломы");
  EXPECT_EQ(changed["form"], "written");
  EXPECT_EQ(changed["from"], "2024-01-01");
  EXPECT_EQ(changed["applicant"]["relation"], "мать") << "what is not said stays";
  EXPECT_EQ(send(Method::put, path, {{"from", ""}})["from"], nullptr);
  const json shown = get_json(path);
  EXPECT_EQ(shown["state"], "opened");
  EXPECT_EQ(shown["obstacles"].size(), 0U);
  EXPECT_EQ(shown["to"], "2024-12-31");
  EXPECT_TRUE(shown["content"].contains("undecided"));
}

TEST_F(ApiDisclosures, WhatIsApprovedIsIssued) {
  const std::string path = opened(mother());
  sign_in_as(Role::archivist);
  send(Method::post, path + "/issue", nullptr, 400);
  sign_in_as(Role::methodist);
  EXPECT_EQ(send(Method::post, path + "/approve")["state"], "approved");
  sign_in_as(Role::archivist);
  const Response extract = ask(Method::post, path + "/issue");
  EXPECT_THAT(extract.body, StartsWith("%PDF"));
  EXPECT_THAT(header(extract, "Content-Disposition"), HasSubstr("extract-000001.pdf"));
  EXPECT_EQ(get_json(path)["state"], "issued");
  send(Method::post, path + "/issue", nullptr, 400);
  EXPECT_THAT(ask(Method::post, path + "/issue", {{"again", true}}).body, StartsWith("%PDF"));
  const Response copy = ask(Method::post, path + "/copies/" + document_.accession);
  EXPECT_EQ(copy.status, 200) << copy.body;
  EXPECT_THAT(header(copy, "Content-Disposition"), HasSubstr(document_.accession));
  send(Method::post, path + "/copies/2000-000001", nullptr, 404);
}

TEST_F(ApiDisclosures, AResolutionOnPaperStandsForAnApproval) {
  const std::string path = opened(mother());
  sign_in_as(Role::archivist);
  const Response extract =
      ask(Method::post, path + "/issue", {{"resolution", "директор, 12.03.2026"}});
  EXPECT_THAT(extract.body, StartsWith("%PDF"));
  EXPECT_EQ(get_json(path)["resolution"], "директор, 12.03.2026");
}

TEST_F(ApiDisclosures, ARefusalNeedsItsReason) {
  const std::string path = opened(grandmother());
  sign_in_as(Role::director);
  EXPECT_EQ(get_json(path)["obstacles"], json::array({"no_right"}));
  send(Method::post, path + "/refuse", json::object(), 400);
  const json refused = send(Method::post, path + "/refuse", {{"reason", "нет права"}});
  EXPECT_EQ(refused["state"], "refused");
  EXPECT_EQ(refused["reason"], "нет права");
  send(Method::post, path + "/approve", nullptr, 400);
}

TEST_F(ApiDisclosures, TheRegisterIsListedInPartsAndPrinted) {
  opened(mother());
  opened(grandmother());
  sign_in_as(Role::archivist);
  send(Method::post, std::string(kAll) + "/2/refuse", {{"reason", "нет права"}});
  const json first = get_json(std::string(kAll) + "?limit=1");
  EXPECT_EQ(first["items"][0]["number"], 1);
  EXPECT_EQ(first["next"], 1);
  const json rest = get_json(std::string(kAll) + "?limit=1&offset=1");
  EXPECT_EQ(rest["items"][0]["number"], 2);
  EXPECT_EQ(rest["next"], nullptr);
  const json refused =
      get_json(fmt::format("{}?state=refused&student={}", kAll, child_.value))["items"];
  ASSERT_EQ(refused.size(), 1U);
  EXPECT_EQ(refused[0]["number"], 2);
  EXPECT_EQ(get_json(std::string(kAll) + "?to=2001-01-01")["items"].size(), 0U);
  EXPECT_THAT(get_json(std::string(kAll) + "?state=lost", 400)["error"]["hint"].get<std::string>(),
              HasSubstr("refused"));
  const std::string printed = std::string(kAll) + "/forms/register";
  EXPECT_THAT(get(printed).body, StartsWith("%PDF"));
  EXPECT_THAT(get(printed + "?format=csv&state=refused").body, HasSubstr("нет права"));
  EXPECT_EQ(get(printed + "?format=doc").status, 400);
}

TEST_F(ApiDisclosures, ARestrictedParentIsRefused) {
  const std::string path = opened(mother());
  const std::string child = std::to_string(child_.value);
  sign_in_as(Role::archivist);
  const json made = send(
      Method::post, "/api/v1/restrictions",
      {{"student", child}, {"name", "Кравец Ольга Петровна"}, {"reason", "решение суда № 5"}}, 201);
  EXPECT_EQ(get_json(path)["obstacles"], json::array({"restricted"}));
  const json list = get_json("/api/v1/restrictions?student=" + child)["items"];
  ASSERT_EQ(list.size(), 1U);
  EXPECT_EQ(list[0], made);
  const std::string restriction = fmt::format("/api/v1/restrictions/{}", made.at("id").get<int>());
  EXPECT_EQ(send(Method::del, restriction)["done"], true);
  EXPECT_EQ(get_json(path)["obstacles"].size(), 0U);
  send(Method::del, restriction, nullptr, 404);
  get_json("/api/v1/restrictions", 400);
}

TEST_F(ApiDisclosures, EachDoesWhatTheyMay) {
  const std::string path = opened(mother());
  for (const char* step : {"/approve", "/issue", "/refuse"}) {
    send(Method::post, path + step, nullptr, 403);
  }
  send(Method::post, "/api/v1/restrictions", nullptr, 403);
  sign_in_as(Role::teacher);
  get_json(path, 403);
  get_json(kAll, 403);
  send(Method::post, kAll, mother(), 403);
}

TEST_F(ApiDisclosures, WhatIsNotKnownIsNamed) {
  const std::string path = opened(mother());
  json misspelt = mother();
  misspelt["identitty"] = "паспорт";
  const json refused = send(Method::post, kAll, misspelt, 400);
  EXPECT_THAT(refused["error"]["message"].get<std::string>(), HasSubstr("identitty"));
  send(Method::put, path, {{"student", "1"}}, 400);
  send(Method::put, path, {{"applicant", "neighbour"}}, 400);
  send(Method::post, kAll, {{"student", "Никто"}}, 404);
  get_json(std::string(kAll) + "/99", 404);
  get_json(std::string(kAll) + "/x", 404);
}

}  // namespace
}  // namespace fonds
