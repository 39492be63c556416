#include "archive/spool.h"
#include "web/api/api_desk.h"
#include "web/retention_desk.h"

namespace fonds {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

class ApiNomenclatures : public ApiOn<RetentionDesk> {
 protected:
  void draft(int year) {
    (void)ArchiveNomenclatures(archive()).put(local_archivist(), list_of(year));
  }
  nlohmann::json send_file(Method method, const std::string& target, const std::string& bytes,
                           int status = 200) {
    Request request = request_of(method, target);
    request.headers["fonds-form"] = form_token();
    UploadedFile file;
    file.size = static_cast<std::int64_t>(bytes.size());
    file.fd = spool_file(archive().incoming());
    write_all(file.fd.get(), bytes);
    rewind(file.fd.get());
    request.files.push_back(std::move(file));
    const Response response = respond(request);
    EXPECT_EQ(response.status, status) << response.body;
    return nlohmann::json::parse(response.body, nullptr, false);
  }
};

TEST_F(ApiNomenclatures, CardsItemsAndFindingsAreTold) {
  draft(2026);
  sign_in_as(Role::clerk);
  EXPECT_EQ(get_json("/api/v1/nomenclatures")["items"].size(), 2U);
  const auto card = get_json("/api/v1/nomenclatures/2026");
  EXPECT_EQ(card["state"], "draft");
  EXPECT_EQ(card["items"], 4);
  const auto items = get_json("/api/v1/nomenclatures/2026/items?offset=1");
  EXPECT_EQ(items["items"][0]["index"], "02-05");
  EXPECT_EQ(items["items"][0]["rule"]["mark"], "EK");
  EXPECT_EQ(items["items"][2]["rule"], nullptr) << "in reserve";
  EXPECT_TRUE(get_json("/api/v1/nomenclatures/2026/findings")["items"].is_array());
  EXPECT_EQ(get_json("/api/v1/nomenclatures/2019/totals")["units"]["02-03"], 0);
  get_json("/api/v1/nomenclatures/2001", 404);
  get_json("/api/v1/nomenclatures/99999999999", 404);
  get_json("/api/v1/nomenclatures/2026?colour=red", 400);
}

TEST_F(ApiNomenclatures, AListGoesItsWayFromDraftToTheNextYear) {
  draft(2026);
  const std::string path = "/api/v1/nomenclatures/2026";
  sign_in_as(Role::archivist);
  send(Method::post, path + "/agree", nullptr, 400);
  EXPECT_EQ(send(Method::post, path + "/agree", {{"protocol", "№ 3"}})["state"], "agreed");
  const nlohmann::json approval{{"number", "12"}, {"on", "2025-12-25"}};
  send(Method::post, path + "/approve", approval, 403);
  sign_in_as(Role::director);
  send(Method::post, path + "/approve", {{"number", "12"}, {"on", "2025-12-25"}, {"revision", 99}},
       409);
  EXPECT_EQ(send(Method::post, path + "/approve", approval)["approved_on"], "2025-12-25");
  const auto heading =
      send(Method::post, path + "/headings",
           {{"index", "02-09"}, {"title", "Сборники"}, {"period", "5 лет"}, {"article", "L"}}, 201);
  EXPECT_EQ(heading["title"], "Сборники");
  EXPECT_EQ(heading["reserve"], false);
  sign_in_as(Role::archivist);
  EXPECT_EQ(send(Method::post, path + "/rollover")["year"], 2027);
  send(Method::post, path + "/rollover", nullptr, 400);
  EXPECT_EQ(send(Method::post, "/api/v1/nomenclatures/2019/lock")["state"], "locked");
}

TEST_F(ApiNomenclatures, AListIsGivenOutLookedIntoAndTakenInAgain) {
  sign_in_as(Role::archivist);
  EXPECT_THAT(get("/api/v1/nomenclatures/2019/forms/list").body, StartsWith("%PDF-"));
  const Response table = get("/api/v1/nomenclatures/2019/export");
  EXPECT_THAT(header(table, "Content-Disposition"), HasSubstr("nomenclature-2019.csv"));
  EXPECT_THAT(get("/api/v1/nomenclatures/2019/export?format=xlsx").body, StartsWith("PK"));
  get_json("/api/v1/nomenclatures/2019/export?format=pdf", 400);
  const auto read = send_file(Method::post, "/api/v1/nomenclatures/check", table.body);
  EXPECT_EQ(read["items"].size(), 4U);
  EXPECT_TRUE(read["findings"].is_array());
  const auto taken = send_file(Method::put, "/api/v1/nomenclatures/2027", table.body);
  EXPECT_EQ(taken["year"], 2027);
  EXPECT_EQ(taken["state"], "draft");
  EXPECT_EQ(taken["items"], 4);
}

TEST_F(ApiNomenclatures, WhatIsNoListIsRefused) {
  sign_in_as(Role::archivist);
  const std::string none = "one;two\nthree;four\n";
  const auto refused = send_file(Method::put, "/api/v1/nomenclatures/2027", none, 400);
  EXPECT_THAT(refused["error"]["message"].get<std::string>(),
              HasSubstr("there is no row of headings"));
  const auto looked = send_file(Method::post, "/api/v1/nomenclatures/check", none);
  EXPECT_EQ(looked["findings"][0]["code"], "row");
  EXPECT_EQ(looked["year"], nullptr);
  send(Method::put, "/api/v1/nomenclatures/2027", nullptr, 400);
  send_file(Method::put, "/api/v1/nomenclatures/2027?year=2028", none, 400);
  sign_in_as(Role::clerk);
  send_file(Method::put, "/api/v1/nomenclatures/2027", none, 403);
}

}  // namespace
}  // namespace fonds
