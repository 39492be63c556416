#include "web/desk_fixture.h"

namespace fonds {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* kPassword = "семь синих слонов";

class EntranceTest : public DeskTest {
 protected:
  Response sign_in(const std::string& password, const std::string& then = "") {
    return submit(get("/sign-in"), "/sign-in",
                  {{"login", "k.vera"}, {"password", password}, {"then", then}});
  }
  void make_account() {
    const FormFields fields{{"code", site().setup_code()},
                            {"name", "Зябликова Вера"},
                            {"login", "k.vera"},
                            {"password", kPassword},
                            {"again", kPassword}};
    EXPECT_EQ(location(submit(get("/begin"), "/begin", fields)), "/");
    sign_out();
  }
};

TEST_F(EntranceTest, TheFirstVisitMakesTheAccountOfTheArchivist) {
  EXPECT_EQ(location(get("/")), "/sign-in");
  EXPECT_EQ(location(get("/sign-in")), "/begin");
  const FormFields fields{{"name", "Зябликова Вера"},
                          {"login", "k.vera"},
                          {"password", kPassword},
                          {"again", kPassword}};
  const Response refused = submit(get("/begin"), "/begin", fields);
  EXPECT_EQ(refused.status, 403);
  EXPECT_THAT(words(refused), HasSubstr("This is not the code"));
  make_account();
  EXPECT_EQ(location(get("/begin")), "/sign-in") << "nobody makes a second first account";
  EXPECT_EQ(post("/begin", {{"code", site().setup_code()},
                            {"login", "other"},
                            {"password", kPassword},
                            {"again", kPassword}})
                .status,
            403);
}

TEST_F(EntranceTest, SigningInLeadsToThePageThatWasWanted) {
  make_account();
  const Response sent = get("/find?q=%D0%B4%D0%B8%D0%BF%D0%BB%D0%BE%D0%BC");
  EXPECT_THAT(location(sent), HasSubstr("/sign-in?then="));
  const Response in =
      submit(get(location(sent)), "/sign-in", {{"login", "k.vera"}, {"password", kPassword}});
  EXPECT_EQ(location(in), "/find?q=%D0%B4%D0%B8%D0%BF%D0%BB%D0%BE%D0%BC");
  EXPECT_THAT(words(get("/")), HasSubstr("Зябликова Вера"));
}

TEST_F(EntranceTest, NobodyIsSentToAnotherSite) {
  make_account();
  for (const char* then : {"https://evil.test/", "//evil.test/", "/\\evil.test", "javascript:1",
                           "/a\r\nSet-Cookie: a=b", "evil.test"}) {
    sign_out();
    EXPECT_EQ(location(sign_in(kPassword, then)), "/") << then;
  }
}

TEST_F(EntranceTest, AWrongPasswordSaysNotWhatWasWrongAndKeepsTheLogin) {
  make_account();
  const Response refused = sign_in("другой пароль");
  EXPECT_EQ(refused.status, 403);
  EXPECT_THAT(words(refused), HasSubstr("the login, the password or the code is wrong"));
  EXPECT_THAT(refused.body, HasSubstr("value=\"k.vera\""));
  EXPECT_THAT(refused.body, Not(HasSubstr("другой пароль")));
  const Response hostile = submit(get("/sign-in"), "/sign-in",
                                  {{"login", "\"><script>alert(1)</script>"}, {"password", "x"}});
  EXPECT_THAT(hostile.body, Not(HasSubstr("<script>alert")));
  words(hostile);
}

TEST_F(EntranceTest, TooManyTriesFromOneAddressAreStopped) {
  make_account();
  Response last;
  for (int i = 0; i < 12; ++i) last = sign_in("другой пароль " + std::to_string(i));
  EXPECT_EQ(last.status, 429);
}

TEST_F(EntranceTest, SigningInGivesTheBrowserANewSessionAndSigningOutEndsIt) {
  make_account();
  sign_in(kPassword);
  const std::string first = cookies()["fonds"];
  EXPECT_EQ(get("/").status, 200);
  EXPECT_EQ(location(submit(get("/"), "/sign-out")), "/sign-in");
  cookies()["fonds"] = first;
  EXPECT_EQ(location(get("/")), "/sign-in") << "what the browser showed opens nothing any more";
  sign_in(kPassword);
  EXPECT_NE(cookies()["fonds"], first);
}

TEST_F(EntranceTest, APurposeIsStatedBeforeAMethodistReads) {
  sign_in_as(Role::methodist);
  ArchiveSessions(archive()).end_all("d.methodist");
  const Secret token = ArchiveSessions(archive()).begin({{"d.methodist", Role::methodist}, false});
  cookies()["fonds"] = std::string(token.view());
  const Response sent = get("/find?q=a");
  EXPECT_EQ(location(sent), "/purpose?then=%2Ffind%3Fq%3Da");
  const Response asked = get(location(sent));
  EXPECT_THAT(words(asked), HasSubstr("a task of the archive"));
  EXPECT_EQ(location(submit(asked, "/purpose", {{"purpose", "task"}})), "/find?q=a");
  EXPECT_EQ(get("/find?q=a").status, 200);
  EXPECT_EQ(post("/purpose", {{"purpose", "curiosity"}}).status, 400);
}

TEST_F(EntranceTest, TheLanguageIsChosenByAButton) {
  sign_in_as(Role::clerk);
  const Response english = get("/");
  EXPECT_THAT(words(english), HasSubstr("По-русски"));
  EXPECT_EQ(location(submit(english, "/language", {{"language", "ru"}})), "/");
  const Response russian = get("/");
  EXPECT_THAT(words(russian), HasSubstr("English"));
  EXPECT_THAT(russian.body, HasSubstr("<html lang=\"ru\">"));
}

}  // namespace
}  // namespace fonds
