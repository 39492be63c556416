#include "web/site.h"

#include <nlohmann/json.hpp>

#include "catalogue/journal.h"
#include "catalogue/sql.h"
#include "web/desk_fixture.h"

namespace fonds {
namespace {

using testing::HasSubstr;
using testing::Not;

class SiteTest : public DeskTest {};

TEST_F(SiteTest, APageThatIsNotThereIsToldToPeopleAndToPrograms) {
  const Response people = get("/nothing/of/the/kind");
  EXPECT_EQ(people.status, 404);
  EXPECT_THAT(words(people), HasSubstr("there is no such page"));
  const Response programs = get("/api/v1/nothing");
  EXPECT_EQ(programs.status, 404);
  EXPECT_EQ(nlohmann::json::parse(programs.body)["error"]["message"], "there is no such page");
}

TEST_F(SiteTest, ANotSoPathIsNeverShownUnescaped) {
  const Response shown = get("/%3Cscript%3Ealert(1)%3C%2Fscript%3E");
  EXPECT_EQ(shown.status, 404);
  EXPECT_THAT(shown.body, Not(HasSubstr("<script>")));
  words(shown);
}

TEST_F(SiteTest, AnotherMethodIsToldFromAPageThatIsNotThere) {
  sign_in_as(Role::clerk);
  EXPECT_EQ(respond(request_of(Method::del, "/find")).status, 405);
  EXPECT_EQ(respond(request_of(Method::put, "/find")).status, 405);
  EXPECT_EQ(respond(request_of(Method::head, "/find")).status, 200);
  EXPECT_EQ(get("/find/kept").status, 405);
}

TEST_F(SiteTest, EachFaultHasItsStatus) {
  sign_in_as(Role::clerk);
  EXPECT_EQ(post("/purpose", {{"purpose", "none"}}).status, 400);
  EXPECT_EQ(get("/static/x/none").status, 404);
  sign_in_as(Role::administrator);
  const Response denied = get("/find");
  EXPECT_EQ(denied.status, 403);
  EXPECT_THAT(words(denied), HasSubstr("search the archive"));
}

TEST_F(SiteTest, ACatalogueThatFailsIsAPageNotTheEndOfTheProgram) {
  sign_in_as(Role::clerk);
  EXPECT_EQ(get("/").status, 200);
  change(archive().catalogue(), "ALTER TABLE sessions RENAME TO gone");
  const Response failed = get("/");
  EXPECT_GE(failed.status, 500) << failed.body;
  EXPECT_EQ(header(failed, "X-Content-Type-Options"), "nosniff");
  EXPECT_EQ(HtmlPage(failed.body).problem(), "");
}

TEST_F(SiteTest, ABodyIsLetInOnlyFromWhomThePageIsOpen) {
  const auto status = [&](Method method, const std::string& target) {
    const auto refusal = site().admit(request_of(method, target)).refusal;
    return refusal ? refusal->status : 0;
  };
  EXPECT_EQ(status(Method::post, "/sign-in"), 0);
  EXPECT_EQ(status(Method::post, "/nothing"), 404);
  EXPECT_EQ(status(Method::put, "/sign-in"), 405);
  EXPECT_EQ(status(Method::post, "/find/kept"), 401);
  cookies()["fonds"] = "fonds_" + std::string(43, 'A');
  EXPECT_EQ(status(Method::post, "/find/kept"), 401);
  sign_in_as(Role::clerk);
  EXPECT_EQ(status(Method::post, "/find/kept"), 0);
}

TEST_F(SiteTest, ARefusalBeforeTheBodyCarriesTheHeadersOfAllAnswers) {
  const auto refusal = site().admit(request_of(Method::post, "/find/kept")).refusal;
  ASSERT_TRUE(refusal);
  EXPECT_NE(header(*refusal, "Content-Security-Policy"), "");
  EXPECT_EQ(header(*refusal, "Cache-Control"), "no-store");
}

TEST_F(SiteTest, TheLanguageIsTheBrowsersChoiceElseTheArchives) {
  speak(Language::russian);
  EXPECT_THAT(words(get("/nothing")), HasSubstr("такой страницы нет"));
  speak(Language::english);
  EXPECT_THAT(words(get("/nothing")), HasSubstr("there is no such page"));
  cookies()["language"] = "de";
  EXPECT_THAT(words(get("/nothing")), HasSubstr("there is no such page"));
}

TEST_F(SiteTest, WhoWasDisabledMeanwhileIsOut) {
  sign_in_as(Role::clerk);
  EXPECT_EQ(get("/").status, 200);
  ArchivePeople(archive()).disable(local_archivist(), "d.clerk");
  EXPECT_EQ(location(get("/")), "/sign-in");
}

TEST_F(SiteTest, LookingAtPagesIsDoneInTheNameOfWhoSignedIn) {
  const Actor actor = sign_in_as(Role::clerk);
  get("/find?q=%D0%B4%D0%B8%D0%BF%D0%BB%D0%BE%D0%BC");
  Journal journal(archive().catalogue());
  const JournalEntry last = journal.after(journal.head() - 1, 1).at(0);
  EXPECT_EQ(last.actor, actor.login);
  EXPECT_THAT(last.details, HasSubstr("\"via\":\"web\""));
}

}  // namespace
}  // namespace fonds
