#include "web/api/api_desk.h"
#include "web/paper_desk.h"

namespace fonds {
namespace {

using nlohmann::json;

const std::string kWord = percent_encoded("протокол");

class ApiSearchTest : public ApiOn<PaperDesk> {
 protected:
  ApiSearchTest() {
    temp_.work();
    sign_in_as(Role::clerk);
  }
};

TEST_F(ApiSearchTest, PapersAreFoundWithFacets) {
  const json found = get_json("/api/v1/search?q=" + kWord);
  EXPECT_EQ(found["total"], 1);
  EXPECT_EQ(found["hits"][0]["accession"], document_.accession);
  EXPECT_FALSE(found.contains("facets"));
  const json counted =
      get_json("/api/v1/search?q=" + kWord + "&facets=true&order=date&descending=true");
  EXPECT_TRUE(counted["facets"].is_array());
  EXPECT_EQ(get_json("/api/v1/search?q=" + kWord + "&offset=1")["hits"].size(), 0U);
  EXPECT_EQ(get_json("/api/v1" + path() + "/like")["offset"], 0);
}

TEST_F(ApiSearchTest, WhatIsNotSaidWellIsRefused) {
  get_json("/api/v1/search", 400);
  EXPECT_EQ(get_json("/api/v1/search?q=a&order=best", 400)["error"]["hint"],
            "send relevance, date, number, accession");
  get_json("/api/v1/search?query=a", 400);
  get_json("/api/v1/search?q=a&limit=0", 400);
  get_json("/api/v1/documents/2020-999999/like", 404);
  sign_in_as(Role::auditor);
  get_json("/api/v1/search?q=a", 403);
}

TEST_F(ApiSearchTest, WhatMayBeMeantIsOfferedWhileOneTypes) {
  student("Кравец", "Тимофей", {{"birth_date", "12.03.2012"}});
  const json offered =
      get_json("/api/v1/completions/student?limit=5&typed=" + percent_encoded("кра"));
  ASSERT_EQ(offered["items"].size(), 1U);
  EXPECT_EQ(offered["items"][0]["text"], "Кравец Тимофей");
  EXPECT_EQ(offered["items"][0]["birth_date"], "2012-03-12");
  for (const char* field : {"collective", "case", "event"}) {
    EXPECT_TRUE(get_json(std::string("/api/v1/completions/") + field)["items"].empty()) << field;
  }
  get_json("/api/v1/completions/kind?typed=a", 404);
  get_json("/api/v1/completions/event?q=a", 400);
}

TEST_F(ApiSearchTest, SearchesAreKeptForTheOneWhoAsksThem) {
  const std::string title = "дипломы 1/2 года";
  const json kept =
      send(Method::post, "/api/v1/searches", {{"title", title}, {"query", "диплом"}}, 201);
  EXPECT_EQ(kept["query"], "диплом");
  EXPECT_EQ(get_json("/api/v1/searches")["items"][0]["title"], title);
  send(Method::post, "/api/v1/searches", {{"title", title}}, 400);
  sign_in_as(Role::archivist);
  EXPECT_TRUE(get_json("/api/v1/searches")["items"].empty());
  sign_in_as(Role::clerk);
  const std::string that = "/api/v1/searches/" + percent_encoded(title);
  EXPECT_EQ(send(Method::del, that)["done"], true);
  send(Method::del, that, nullptr, 404);
  sign_in_as(Role::auditor);
  get_json("/api/v1/searches", 403);
}

}  // namespace
}  // namespace fonds
