#include "web/routes.h"

#include <set>

#include "web/desk_fixture.h"

namespace fonds {
namespace {

using testing::AnyOf;
using testing::HasSubstr;
using testing::StartsWith;

/// A path of the pattern: names stand for a thing that is not there.
std::string path_of(const Route& route) {
  std::string path;
  for (const char c : route.pattern) {
    if (c == '}') {
      path += '9';
    } else if (path.empty() || path.back() != '{') {
      path += c;
    }
    if (path.ends_with("{9")) path.replace(path.size() - 2, 2, "9");
  }
  return path;
}

bool is_change(const Route& route) {
  return route.method != Method::get && route.method != Method::head &&
         route.method != Method::options;
}

bool is_of_api(const Route& route) { return route.pattern.starts_with("/api/"); }

/// Figures and comparisons of all papers: besides the operation they want a role that sees all.
bool is_of_all_papers(const Route& route) {
  static const std::set<std::string_view> kThese{"/institution", "/api/v1/achievements/snapshots",
                                                 "/api/v1/achievements/diff"};
  return kThese.contains(route.pattern);
}

class RoutesTest : public DeskTest {
 protected:
  Response ask(const Route& route) {
    Request request = request_of(route.method, path_of(route));
    if (is_change(route)) request.form = {{"form", form_token()}};
    return respond(request);
  }
};

TEST_F(RoutesTest, NoTwoRoutesAreAlike) {
  std::set<std::string> seen;
  for (const Route& route : routes()) {
    EXPECT_TRUE(route.pattern.starts_with('/')) << route.pattern;
    EXPECT_NE(route.answer, nullptr) << route.pattern;
    const std::string key = std::string(name_of(route.method)) + ' ' + path_of(route);
    EXPECT_TRUE(seen.insert(key).second) << key;
  }
}

TEST_F(RoutesTest, EachRouteIsFoundByItsOwnPath) {
  for (const Route& route : routes()) {
    const MatchedRoute matched = match_route(route.method, parse_path(path_of(route)).value());
    EXPECT_EQ(matched.route, &route) << route.pattern << " is hidden by one before it";
  }
  EXPECT_EQ(match_route(Method::head, {"sign-in"}).route->pattern, "/sign-in");
  EXPECT_TRUE(match_route(Method::del, {"sign-in"}).other_method);
  EXPECT_FALSE(match_route(Method::get, {"sign-in", "x"}).other_method);
  EXPECT_EQ(match_route(Method::get, {"static", "v", "a"}).path.at("name"), "a");
}

TEST_F(RoutesTest, OnlyTheEntranceIsOpenToAnybody) {
  const std::set<std::string_view> open{"/sign-in",
                                        "/begin",
                                        "/language",
                                        "/static/{version}/{name}",
                                        "/healthz",
                                        "/metrics",
                                        "/api/v1/openapi.json",
                                        "/api/v1/uploads"};
  for (const Route& route : routes()) {
    if (route.door != Door::open) continue;
    EXPECT_TRUE(open.contains(route.pattern)) << route.pattern;
  }
}

TEST_F(RoutesTest, EveryChangeWithoutTheTokenOfItsFormIsRefused) {
  sign_in_as(Role::archivist);
  for (const Route& route : routes()) {
    if (!is_change(route)) continue;
    for (const char* token : {"", "0", "0123456789abcdef0123456789abcdef"}) {
      Request request = request_of(route.method, path_of(route));
      if (*token != '\0') request.form = {{"form", token}};
      const Response refused = respond(request);
      EXPECT_EQ(refused.status, 403) << route.pattern;
      EXPECT_THAT(refused.body, HasSubstr("this form is not of this visit")) << route.pattern;
    }
  }
}

TEST_F(RoutesTest, WhoDidNotSignInIsSentToTheDoor) {
  get("/sign-in");  // forms of this browser are known from now on
  for (const Route& route : routes()) {
    if (route.door != Door::signed_in) continue;
    const Response sent_away = ask(route);
    if (is_of_api(route)) {
      EXPECT_EQ(sent_away.status, 401) << route.pattern;
    } else {
      EXPECT_THAT(location(sent_away), StartsWith("/sign-in")) << route.pattern;
    }
  }
}

TEST_F(RoutesTest, ARoleMayComeToWhatThePolicyGrantsAndToNothingElse) {
  for (const Role role : kRoles) {
    for (const Route& route : routes()) {
      if (!route.operation) continue;
      // Of a paper one does not see there is no history either.
      const bool of_unseen = route.pattern == "/documents/{document}/history" &&
                             !archive().policy().may(role, Operation::read_document);
      // Refused to all until a folder is set: see transfers_test.
      const bool of_packages = route.pattern == "/retention/transfers/accepted" ||
                               (route.pattern == "/retention/transfers" && is_change(route));
      if (of_unseen || of_packages || (role == Role::teacher && is_of_all_papers(route))) continue;
      sign_in_as(role);
      const Response answer = ask(route);
      const bool may = archive().policy().may(role, *route.operation);
      EXPECT_EQ(answer.status == 403, !may) << name_of(role) << ' ' << name_of(route.method) << ' '
                                            << route.pattern << ": " << answer.status << '\n'
                                            << answer.body.substr(0, 4000);
      EXPECT_LT(answer.status, 500) << route.pattern << '\n' << answer.body;
    }
  }
}

TEST_F(RoutesTest, EveryPageIsWellWrittenInBothLanguages) {
  for (const Language each : {Language::english, Language::russian}) {
    speak(each);
    for (const Role role : {Role::archivist, Role::administrator, Role::director}) {
      sign_in_as(role);
      for (const Route& route : routes()) {
        const bool may = !route.operation || archive().policy().may(role, *route.operation);
        const bool is_for_machines = route.pattern == "/metrics";  // see health_test
        if (route.method != Method::get || !may || is_for_machines) continue;
        const Response shown = ask(route);
        const bool names_something = route.pattern.find('{') != std::string_view::npos;
        if (is_of_api(route)) {
          EXPECT_THAT(shown.status, AnyOf(200, 400, 404)) << route.pattern << '\n' << shown.body;
        } else if (names_something) {
          EXPECT_THAT(shown.status, AnyOf(400, 404, 303, 200)) << route.pattern;
        } else {
          EXPECT_THAT(shown.status, AnyOf(200, 303)) << route.pattern << '\n' << shown.body;
        }
        if (header(shown, "Content-Type") == "text/html; charset=utf-8") {
          EXPECT_EQ(HtmlPage(shown.body).problem(), "") << route.pattern << '\n' << shown.body;
          EXPECT_EQ(HtmlPage(shown.body).all("h1").size(), 1U) << route.pattern;
          EXPECT_EQ(shown.body.find("{}"), std::string::npos) << route.pattern;
        }
      }
    }
  }
}

}  // namespace
}  // namespace fonds
