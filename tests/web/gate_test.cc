#include "web/gate.h"

#include <nlohmann/json.hpp>

#include "catalogue/journal.h"
#include "web/cookies.h"
#include "web/desk_fixture.h"

namespace fonds {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;

class GateTest : public DeskTest {
 protected:
  std::string token_of(Role role, const std::vector<std::string>& scope = {}) {
    const Actor actor = sign_in_as(role);
    sign_out();
    return std::string(
        ArchivePeople(archive())
            .add_token(local_archivist(), actor.login, "проба", scope, archive().clock().now() + 1h)
            .text.view());
  }
  Visit visit(const Request& request) { return {request, place_}; }
  Workplace place_{archive().reopen(), site()};
};

TEST_F(GateTest, AFormSentOffByAnotherSitesPageIsNotOurs) {
  sign_in_as(Role::clerk);
  const auto status_with = [&](const char* name, const char* value) {
    Request request = request_of(Method::post, "/purpose");
    request.form = {{"form", form_token()}, {"purpose", "task"}};
    request.headers[name] = value;
    return respond(request).status;
  };
  for (const char* site : {"cross-site", "same-site", "strange"}) {
    EXPECT_EQ(status_with("sec-fetch-site", site), 403) << site;
  }
  EXPECT_EQ(status_with("sec-fetch-site", "same-origin"), 303);
  for (const char* origin : {"null", "https://desk.test", "http://evil.test",
                             "http://desk.test.evil", "http://desk.test:81", "http://desk.test/"}) {
    EXPECT_EQ(status_with("origin", origin), 403) << origin;
  }
  EXPECT_EQ(status_with("origin", "http://desk.test"), 303);
}

TEST_F(GateTest, AScriptOfOursMaySendTheTokenInAHeader) {
  sign_in_as(Role::clerk);
  Request request = request_of(Method::post, "/purpose");
  request.form = {{"purpose", "task"}};
  request.headers["fonds-form"] = form_token();
  EXPECT_EQ(respond(request).status, 303);
}

TEST_F(GateTest, AFormOfAVisitorIsNoFormOfWhoSignedInFromThere) {
  get("/begin");
  const std::string before = form_token();
  sign_in_as(Role::clerk);
  EXPECT_NE(form_token(), before);
  EXPECT_EQ(post("/purpose", {{"form", before}, {"purpose", "task"}}).status, 403);
}

TEST_F(GateTest, AVisitorIsGivenATokenOnceAndNotWhatTheyBring) {
  cookies()[std::string(visitor_cookie({}))] = "chosen-by-somebody-else";
  get("/begin");
  const std::string given = cookies()[std::string(visitor_cookie({}))];
  EXPECT_NE(given, "chosen-by-somebody-else");
  EXPECT_EQ(header(get("/begin"), "Set-Cookie"), "") << "known by now";
  EXPECT_EQ(cookies()[std::string(visitor_cookie({}))], given);
}

TEST_F(GateTest, AProgramIsWhoseTokenItShowsAndSaysWhy) {
  const std::string token = token_of(Role::methodist, {"search"});
  Request request;
  request.path = {"api", "v1"};
  request.headers["authorization"] = "Bearer " + token;
  request.headers["fonds-purpose"] = "task";
  Visit asked = visit(request);
  learn_who_asks(asked);
  ASSERT_TRUE(asked.session);
  EXPECT_EQ(asked.actor().login, "d.methodist");
  EXPECT_EQ(asked.actor().purpose, "task");
  EXPECT_EQ(asked.actor().scope, std::vector<std::string>{"search"});
  EXPECT_TRUE(is_own_form(asked)) << "a program has no form";
  request.method = Method::post;
  EXPECT_TRUE(is_own_form(asked));

  const Route searching{Method::get, "/api/v1/search", Door::signed_in, Operation::search, nullptr};
  EXPECT_FALSE(detour_of(asked, searching));
  const Route reading{Method::get, "/api/v1/x", Door::signed_in, Operation::read_document, nullptr};
  EXPECT_EQ(fault_of([&] { (void)detour_of(asked, reading); }), Fault::denied);
  asked.session->actor.purpose.clear();
  EXPECT_EQ(fault_of([&] { (void)detour_of(asked, searching); }), Fault::denied)
      << "there is no page on which a program would state its purpose";
}

TEST_F(GateTest, ATokenThatOpensNothingIsToldInJson) {
  const std::string unknown = "Bearer fonds_" + std::string(43, 'A');
  for (const std::string& shown : {unknown, std::string("Bearer "), std::string("Bearer x")}) {
    const Response refused = get("/api/v1/none", {{"authorization", shown}});
    EXPECT_EQ(refused.status, 401) << shown;
    EXPECT_EQ(header(refused, "WWW-Authenticate"), "Bearer");
    EXPECT_EQ(header(refused, "Content-Type"), "application/json; charset=utf-8");
    EXPECT_FALSE(nlohmann::json::parse(refused.body)["error"]["message"].empty());
  }
}

TEST_F(GateTest, ATokenOfAProgramOpensNoPageOfPeople) {
  const std::string token = token_of(Role::archivist);
  EXPECT_EQ(location(get("/", {{"authorization", "Bearer " + token}})), "/sign-in");
  cookies()["fonds"] = token;
  EXPECT_EQ(location(get("/")), "/sign-in") << "nor as a session";
}

TEST_F(GateTest, WhoMustChooseAPasswordDoesNothingElseFirst) {
  sign_in_as(Role::archivist);
  const Secret token = ArchiveSessions(archive()).begin({{"d.archivist", Role::archivist}, true});
  cookies()["fonds"] = std::string(token.view());
  for (const char* path : {"/", "/find?q=a", "/account"}) {
    EXPECT_EQ(location(get(path)), "/account/password") << path;
  }
  EXPECT_EQ(location(post("/find/kept", {{"q", "a"}, {"title", "b"}})), "/account/password");
  const Response asked = get("/account/password");
  EXPECT_EQ(asked.status, 200);
  EXPECT_THAT(words(asked), HasSubstr("Somebody else chose your password"));
  EXPECT_TRUE(HtmlPage(asked.body).all("nav").empty() ||
              HtmlPage(asked.body).all("nav")[0].text.find("Find") == std::string::npos);
  EXPECT_EQ(location(post("/sign-out")), "/sign-in");
}

TEST_F(GateTest, AChangeIsNotRepeatedAfterSigningIn) {
  const Response sent = post("/find/kept", {{"q", "a"}, {"title", "b"}});
  EXPECT_EQ(location(sent), "/sign-in");
  EXPECT_EQ(location(get("/")), "/sign-in");
  EXPECT_EQ(location(get("/account")), "/sign-in?then=%2Faccount");
}

}  // namespace
}  // namespace fonds
