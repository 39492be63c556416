#include "web/api/api_desk.h"
#include "web/case_desk.h"

namespace fonds {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

class ApiCases : public ApiOn<CaseDesk> {
 protected:
  ApiCases() { sign_in_as(Role::clerk); }
  static std::string path_to(const Volume& volume) {
    return "/api/v1/volumes/" + percent_encoded(to_text(volume.key));
  }
};

TEST_F(ApiCases, AVolumeIsOpenedCorrectedAndListed) {
  const auto made = send(Method::post, "/api/v1/volumes",
                         {{"index", "02-05"},
                          {"year", 2025},
                          {"title", "Протоколы"},
                          {"shelf", "3-2"},
                          {"carrier", "hybrid"}},
                         201);
  EXPECT_EQ(made["volume"], "02-05/2025/1");
  EXPECT_EQ(made["carrier"], "hybrid");
  const std::string path = "/api/v1/volumes/02-05%2F2025%2F1";
  const auto changed = send(Method::put, path, {{"title", "Протоколы совета"}});
  EXPECT_EQ(changed["title"], "Протоколы совета");
  EXPECT_EQ(get_json(path)["shelf"], "3-2");
  open("", "02-06");
  const auto listed = get_json("/api/v1/volumes?year=2025&limit=1");
  EXPECT_EQ(listed["items"].size(), 1U);
  EXPECT_EQ(listed["next"], 1);
  EXPECT_EQ(get_json("/api/v1/volumes?index=02-06")["items"][0]["volume"], "02-06/2025/1");
  EXPECT_EQ(get_json("/api/v1/volumes?state=closed")["items"].size(), 0U);
}

TEST_F(ApiCases, PapersAreFiledAndTakenOut) {
  const Volume volume = open();
  EXPECT_THAT(get_json("/api/v1/inbox")["items"].dump(), HasSubstr(document_.accession));
  const auto filed = send(Method::post, path_to(volume) + "/documents",
                          {{"document", document_.accession}, {"sheets", 2}}, 201);
  EXPECT_EQ(filed["volume"], "02-05/2025/1");
  EXPECT_EQ(filed["place"], 1);
  const auto papers = get_json(path_to(volume) + "/documents");
  EXPECT_EQ(papers["items"][0]["document"], document_.accession);
  EXPECT_EQ(papers["items"][0]["sheets"], 2);
  EXPECT_EQ(get_json("/api/v1/inbox")["items"].size(), 0U);
  EXPECT_EQ(send(Method::post, "/api/v1/inbox/file-ready")["filed"].size(), 0U);
  const std::string filing = "/api/v1/documents/" + document_.accession + "/volume";
  EXPECT_EQ(send(Method::del, filing)["done"], true);
  EXPECT_EQ(now(volume).documents, 0);
  send(Method::post, path_to(volume) + "/documents", {{"document", "2020-999999"}}, 404);
}

TEST_F(ApiCases, AVolumeIsClosedOpenedAgainAndParted) {
  const Volume volume = open();
  ArchiveFiling(archive()).file(clerk_, to_text(volume.key), document_.accession);
  const auto closed = send(Method::post, path_to(volume) + "/close",
                           {{"first", "2024-05-18"}, {"last", "2025-03-10"}, {"sheets", 5}});
  EXPECT_EQ(closed["state"], "closed");
  EXPECT_EQ(closed["sheets"], 5);
  EXPECT_TRUE(closed["undated"].is_number());
  EXPECT_EQ(send(Method::post, path_to(volume) + "/reopen")["state"], "open");
  send(Method::post, path_to(volume) + "/split", {{"from", 7}, {"one_matter", true}}, 400);
  send(Method::post, path_to(volume) + "/split", {{"one_matter", true}}, 400);
}

TEST_F(ApiCases, AVolumeIsHandedOutOnceAndComesBack) {
  const Volume volume = open();
  const nlohmann::json loan{{"to", "Дрозд О. В., методист"}, {"due", "2099-01-01"}};
  EXPECT_EQ(send(Method::post, path_to(volume) + "/loan", loan)["taker"], "Дрозд О. В., методист");
  const Response again = ask(Method::post, path_to(volume) + "/loan", loan);
  EXPECT_GE(again.status, 400) << "somebody was faster";
  EXPECT_LT(again.status, 500);
  EXPECT_EQ(get_json("/api/v1/loans?out=true")["items"].size(), 1U);
  EXPECT_TRUE(send(Method::post, path_to(volume) + "/return")["returned_on"].is_string());
  EXPECT_EQ(get_json("/api/v1/loans?out=true")["items"].size(), 0U);
  EXPECT_EQ(get_json("/api/v1/loans")["items"].size(), 1U);
  EXPECT_THAT(get("/api/v1/loans/forms/book").body, StartsWith("%PDF-"));
}

TEST_F(ApiCases, FormsAreGivenAsSheetsOrTables) {
  const Volume volume = open();
  ArchiveFiling(archive()).file(clerk_, to_text(volume.key), document_.accession);
  for (const char* form : {"cover", "inventory", "card", "use"}) {
    const Response printed = get(path_to(volume) + "/forms/" + form);
    EXPECT_THAT(printed.body, StartsWith("%PDF-")) << form;
    EXPECT_THAT(header(printed, "Content-Disposition"),
                HasSubstr("filename=\"02-05-2025-1-" + std::string(form) + ".pdf\""));
  }
  EXPECT_THAT(header(get(path_to(volume) + "/forms/inventory?format=csv"), "Content-Type"),
              StartsWith("text/csv"));
  get_json(path_to(volume) + "/forms/inventory?format=doc", 400);
  get_json(path_to(volume) + "/forms/inventory?as=csv", 400);
  get_json(path_to(volume) + "/forms/passwd", 404);
}

TEST_F(ApiCases, WhatMakesNoSenseIsRefusedAndNamed) {
  const auto unknown = get_json("/api/v1/volumes?colour=red", 400);
  EXPECT_THAT(unknown["error"]["message"].get<std::string>(), HasSubstr("colour"));
  const auto state = get_json("/api/v1/volumes?state=lost", 400);
  EXPECT_THAT(state["error"]["hint"].get<std::string>(), HasSubstr("transferred"));
  get_json("/api/v1/volumes?index=nothing", 400);
  send(Method::post, "/api/v1/volumes", {{"year", 2025}}, 400);
  send(Method::put, path_to(open()), nlohmann::json::object(), 400);
  get_json("/api/v1/volumes/02-05%2F2025%2F9", 404);
}

TEST_F(ApiCases, WhoKeepsNoCasesChangesNothing) {
  const Volume volume = open();
  sign_in_as(Role::methodist);
  get_json(path_to(volume));
  for (const char* deed : {"/documents", "/close", "/reopen", "/split", "/loan", "/return"}) {
    send(Method::post, path_to(volume) + deed, nullptr, 403);
  }
  send(Method::post, "/api/v1/volumes", {{"index", "02-05"}}, 403);
  send(Method::post, "/api/v1/inbox/file-ready", nullptr, 403);
  sign_in_as(Role::teacher);
  for (const char* path : {"/api/v1/volumes", "/api/v1/inbox", "/api/v1/loans"}) {
    get_json(path, 403);
  }
}

}  // namespace
}  // namespace fonds
