#include "archive/people.h"

#include "catalogue/journal.h"
#include "catalogue/users.h"
#include "web/desk_fixture.h"

namespace fonds {
namespace {

using testing::HasSubstr;
using testing::Not;

class PeoplePageTest : public DeskTest {
 protected:
  User user(const char* login) { return Users(archive().catalogue()).find(login).value(); }
  Response add(const std::string& login, const char* role, const std::string& name = "Осипова") {
    return submit(get("/people"), "/people", {{"login", login}, {"name", name}, {"role", role}});
  }
  /// What a page shows once.
  static std::string secret_of(const Response& shown) {
    const HtmlPage page(shown.body);
    for (const auto& each : page.all("p")) {
      if (each.attribute("class") == "code") return each.text;
    }
    return "";
  }
};

TEST_F(PeoplePageTest, AnAccountIsMadeWithAPasswordThatIsShownOnceAndChangedFirst) {
  sign_in_as(Role::archivist);
  const Response made = add("osipova", "clerk");
  EXPECT_EQ(made.status, 200);
  const std::string password = secret_of(made);
  EXPECT_GE(password.size(), 16U);
  EXPECT_EQ(user("osipova").role, Role::clerk);
  EXPECT_THAT(words(get("/people")), HasSubstr("Осипова"));
  EXPECT_THAT(get("/people/osipova").body, Not(HasSubstr(password)));
  EXPECT_EQ(header(made, "Cache-Control"), "no-store");
  const auto in = ArchivePeople(archive()).sign_in("osipova", password, "");
  EXPECT_TRUE(in.must_change_password);
}

TEST_F(PeoplePageTest, WhatIsWrongWithANewAccountIsToldBesideTheForm) {
  sign_in_as(Role::archivist);
  for (const char* login : {"", "Осипова", "x", "local", "a b"}) {
    const Response refused = add(login, "clerk");
    EXPECT_EQ(refused.status, 400) << login;
    EXPECT_THAT(refused.body, HasSubstr("role=\"alert\"")) << login;
  }
  EXPECT_EQ(add("osipova", "king").status, 400);
  add("osipova", "clerk");
  EXPECT_THAT(words(add("osipova", "clerk")), HasSubstr("there is a user osipova already"));
}

TEST_F(PeoplePageTest, NameRoleAndCollectivesAreChangedAndNothingElseIsNoted) {
  sign_in_as(Role::archivist);
  add("osipova", "teacher");
  const Response shown = get("/people/osipova");
  EXPECT_EQ(location(submit(shown, "/people/osipova",
                            {{"name", "Осипова Н."}, {"collectives", "Лира\r\n\r\n Ёлочка \r\n"}})),
            "/people/osipova");
  EXPECT_EQ(user("osipova").name, "Осипова Н.");
  EXPECT_EQ(user("osipova").collectives, (std::vector<std::string>{"Лира", "Ёлочка"}));
  const EntryNumber head = Journal(archive().catalogue()).head();
  submit(get("/people/osipova"), "/people/osipova");
  EXPECT_EQ(Journal(archive().catalogue()).head(), head) << "sent off as it stood";
  submit(get("/people/osipova"), "/people/osipova", {{"role", "clerk"}});
  EXPECT_EQ(user("osipova").role, Role::clerk);
}

TEST_F(PeoplePageTest, AClosedAccountIsOutAtOnceAndItsSessionsStayOver) {
  sign_in_as(Role::clerk);
  const std::string session = cookies()["fonds"];
  sign_in_as(Role::archivist);
  EXPECT_EQ(location(submit(get("/people/d.clerk"), "/people/d.clerk/disable")), "/people/d.clerk");
  EXPECT_TRUE(user("d.clerk").disabled_at);
  EXPECT_THAT(words(get("/people/d.clerk")), HasSubstr("This account is closed"));
  EXPECT_EQ(location(submit(get("/people/d.clerk"), "/people/d.clerk/enable")), "/people/d.clerk");
  cookies()["fonds"] = session;
  EXPECT_EQ(location(get("/")), "/sign-in");
}

TEST_F(PeoplePageTest, ANewPasswordSignsThePersonOutEverywhere) {
  sign_in_as(Role::clerk);
  const std::string session = cookies()["fonds"];
  sign_in_as(Role::archivist);
  const std::string password =
      secret_of(submit(get("/people/d.clerk"), "/people/d.clerk/password"));
  EXPECT_EQ(ArchivePeople(archive()).sign_in("d.clerk", password, "").actor.login, "d.clerk");
  cookies()["fonds"] = session;
  EXPECT_EQ(location(get("/")), "/sign-in");
}

TEST_F(PeoplePageTest, NobodyShutsThemselvesOut) {
  sign_in_as(Role::archivist);
  EXPECT_FALSE(HtmlPage(get("/people/d.archivist").body).has_form("/people/d.archivist/disable"));
  EXPECT_EQ(post("/people/d.archivist/disable").status, 400);
  EXPECT_EQ(post("/people/d.archivist", {{"name", "x"}, {"role", "clerk"}}).status, 400);
  EXPECT_FALSE(user("d.archivist").disabled_at);
  EXPECT_EQ(user("d.archivist").role, Role::archivist);
}

TEST_F(PeoplePageTest, AnAdministratorWhoSeesNoPapersLetsNobodySeeThem) {
  sign_in_as(Role::clerk);
  sign_in_as(Role::administrator);
  EXPECT_EQ(add("spy", "archivist").status, 403);
  EXPECT_FALSE(Users(archive().catalogue()).find("spy"));
  EXPECT_EQ(post("/people/d.clerk/password").status, 403);
  EXPECT_EQ(post("/people/d.administrator", {{"role", "director"}}).status, 400);
  EXPECT_EQ(add("rev", "auditor").status, 200);
  EXPECT_EQ(location(post("/people/d.clerk/disable")), "/people/d.clerk");
}

TEST_F(PeoplePageTest, TheSecondFactorIsForgottenWhenTheTelephoneIsLost) {
  sign_in_as(Role::clerk);
  sign_in_as(Role::archivist);
  EXPECT_FALSE(HtmlPage(get("/people/d.clerk").body).has_form("/people/d.clerk/second-factor"));
  Transaction transaction(archive().catalogue());
  Users(archive().catalogue())
      .set_second_factor(transaction, user("d.clerk").id, {"secret", true, -1});
  transaction.commit();
  EXPECT_EQ(location(submit(get("/people/d.clerk"), "/people/d.clerk/second-factor")),
            "/people/d.clerk");
  EXPECT_FALSE(user("d.clerk").second_factor);
}

TEST_F(PeoplePageTest, NamesAreShownEscaped) {
  sign_in_as(Role::archivist);
  const std::string hostile = "\"><script>alert(1)</script>";
  add("osipova", "teacher", hostile);
  submit(get("/people/osipova"), "/people/osipova", {{"collectives", "</textarea>" + hostile}});
  for (const char* path : {"/people", "/people/osipova"}) {
    const Response shown = get(path);
    EXPECT_THAT(shown.body, Not(HasSubstr("<script>alert"))) << path;
    EXPECT_THAT(words(shown), HasSubstr("alert(1)")) << path;
  }
  EXPECT_EQ(get("/people/%3Cscript%3E").status, 404);
}

}  // namespace
}  // namespace fonds
