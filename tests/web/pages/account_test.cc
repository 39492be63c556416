#include "access/totp.h"
#include "catalogue/users.h"
#include "web/desk_fixture.h"

namespace fonds {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* kOld = "семь синих слонов";
constexpr const char* kNew = "восемь белых слонов";

class AccountPageTest : public DeskTest {
 protected:
  AccountPageTest() {
    sign_in_as(Role::clerk);
    ArchivePeople(archive(), kCheapestPassword).set_password(local_archivist(), "d.clerk", kOld);
    sign_in_as(Role::clerk);  // a password of somebody else ends the sessions there were
  }
  Response change(const char* from, const char* to, const char* again) {
    return submit(get("/account/password"), "/account/password",
                  {{"old", from}, {"new", to}, {"again", again}});
  }
};

TEST_F(AccountPageTest, ANewPasswordEndsTheOtherSessionsAndKeepsThisOne) {
  const std::string before = cookies()["fonds"];
  EXPECT_EQ(location(change(kOld, kNew, kNew)), "/account");
  EXPECT_THAT(words(get("/account")), HasSubstr("The password is changed."));
  const std::string after = cookies()["fonds"];
  EXPECT_NE(after, before);
  cookies()["fonds"] = before;
  EXPECT_EQ(location(get("/")), "/sign-in");
  EXPECT_EQ(ArchivePeople(archive()).sign_in("d.clerk", kNew, "").actor.login, "d.clerk");
}

TEST_F(AccountPageTest, WhatIsWrongWithAPasswordIsToldBesideTheForm) {
  EXPECT_THAT(words(change(kOld, kNew, "другой")), HasSubstr("The two passwords differ."));
  EXPECT_EQ(change("не тот", kNew, kNew).status, 403);
  const Response weak = change(kOld, "коротко", "коротко");
  EXPECT_EQ(weak.status, 400);
  EXPECT_THAT(weak.body, Not(HasSubstr("коротко")));
}

TEST_F(AccountPageTest, TheSecondFactorIsSwitchedOnByACodeOfIt) {
  const Response begun = submit(get("/account"), "/account/second-factor");
  EXPECT_THAT(words(begun), HasSubstr("otpauth://"));
  EXPECT_EQ(submit(begun, "/account/second-factor/code", {{"code", "x"}}).status, 403);
  Users users(archive().catalogue());
  const std::string secret = users.second_factor(users.find("d.clerk")->id).secret;
  EXPECT_EQ(location(submit(begun, "/account/second-factor/code",
                            {{"code", totp_code(secret, archive().clock().now())}})),
            "/account");
  EXPECT_THAT(words(get("/account")), HasSubstr("The second factor is on."));
  EXPECT_FALSE(HtmlPage(get("/account").body).has_form("/account/second-factor"));
}

}  // namespace
}  // namespace fonds
