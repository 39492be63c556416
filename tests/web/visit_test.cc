#include "web/visit.h"

#include "web/desk_fixture.h"

namespace fonds {
namespace {

using testing::HasSubstr;
using testing::Not;

class VisitTest : public DeskTest {
 protected:
  Workplace place_{archive().reopen(), site()};
};

TEST_F(VisitTest, ANumberThatIsNoneOrTooLargeIsTheStandardOne) {
  Request request;
  request.query = {{"a", "7"}, {"b", "-1"}, {"c", "7x"},  {"d", "99999999999999"},
                   {"e", ""},  {"f", " 7"}, {"g", "0x7"}, {"h", "7.0"}};
  const Visit visit{request, place_};
  EXPECT_EQ(visit.number("a", 1, 1, 7), 7);
  EXPECT_EQ(visit.number("a", 1, 1, 6), 1);
  for (const char* field : {"b", "c", "d", "e", "f", "g", "h", "none"}) {
    EXPECT_EQ(visit.number(field, 1, 1, 100), 1) << field;
  }
}

TEST_F(VisitTest, NobodyMayNothingAndIsNoActor) {
  const Request request;
  const Visit visit{request, place_};
  EXPECT_FALSE(visit.may(Operation::search));
  EXPECT_EQ(fault_of([&] { (void)visit.actor(); }), Fault::denied);
  EXPECT_EQ(fault_of([&] { (void)visit.captured("document"); }), Fault::bug);
}

TEST_F(VisitTest, WhatWasDoneIsSaidOnceAndEscaped) {
  sign_in_as(Role::clerk);
  const Request request = request_of(Method::get, "/");
  const Visit visit{request, place_};
  const Response answer = done(visit, "/find", "Дело «<b>02-05</b>» открыто; a=b");
  EXPECT_EQ(answer.status, 303);
  EXPECT_EQ(location(answer), "/find");
  const std::string cookie = header(answer, "Set-Cookie");
  cookies()["said"] = cookie.substr(5, cookie.find(';') - 5);
  const Response first = get("/find");
  EXPECT_THAT(words(first), HasSubstr("Дело «<b>02-05</b>» открыто; a=b"));
  EXPECT_THAT(first.body, Not(HasSubstr("<b>02-05")));
  EXPECT_THAT(words(get("/find")), Not(HasSubstr("02-05")));
  for (const char* broken : {"%zz", "%ff", "%00", "<script>"}) {
    cookies()["said"] = broken;
    EXPECT_THAT(get("/find").body, Not(HasSubstr("<script>"))) << broken;
  }
}

TEST_F(VisitTest, ThePersonAndTheQueryAreEscapedInTheFrame) {
  User user;
  user.login = "k.hostile";
  user.name = "<script>alert(1)</script>\"'&";
  user.role = Role::clerk;
  ArchivePeople(archive(), kCheapestPassword).add(local_archivist(), user);
  const Secret token = ArchiveSessions(archive()).begin({{user.login, user.role}, false});
  cookies()["fonds"] = std::string(token.view());
  const Response shown = get("/find?q=%22%3E%3Cscript%3Ealert(2)%3C%2Fscript%3E");
  EXPECT_EQ(shown.status, 200);
  EXPECT_THAT(shown.body, Not(HasSubstr("<script>")));
  EXPECT_THAT(words(shown), HasSubstr(user.name));
}

TEST_F(VisitTest, EveryAnswerForbidsWhatADeskDoesNotNeed) {
  for (const char* path : {"/begin", "/sign-in", "/nothing", "/healthz", "/api/v1/x"}) {
    const Response answer = get(path);
    EXPECT_THAT(header(answer, "Content-Security-Policy"), HasSubstr("default-src 'none'")) << path;
    EXPECT_THAT(header(answer, "Content-Security-Policy"), Not(HasSubstr("unsafe"))) << path;
    EXPECT_EQ(header(answer, "X-Content-Type-Options"), "nosniff") << path;
    EXPECT_EQ(header(answer, "Cache-Control"), "no-store") << path;
    EXPECT_EQ(header(answer, "Strict-Transport-Security"), "") << path;
  }
  Request secure = request_of(Method::get, "/begin");
  secure.secure = true;
  EXPECT_NE(header(respond(secure), "Strict-Transport-Security"), "");
}

TEST_F(VisitTest, JsonIsWrittenHoweverBrokenItsTextsAre) {
  const Response answer = json_answer({{"text", "\xff</script>"}}, 400);
  EXPECT_EQ(answer.status, 400);
  EXPECT_EQ(header(answer, "Content-Type"), "application/json; charset=utf-8");
  EXPECT_THAT(answer.body, HasSubstr("\uFFFD"));
}

}  // namespace
}  // namespace fonds
