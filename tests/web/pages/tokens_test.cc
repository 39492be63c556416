#include "archive/people.h"
#include "catalogue/users.h"
#include "web/desk_fixture.h"

namespace fonds {
namespace {

using testing::HasSubstr;
using testing::Not;

class TokensPageTest : public DeskTest {
 protected:
  TokensPageTest() {
    sign_in_as(Role::clerk);
    sign_in_as(Role::archivist);
  }
  Response make(const FormFields& fields) {
    return submit(get(kPerson), kPerson + std::string("/tokens"), fields);
  }
  static std::string secret_of(const Response& shown) {
    const HtmlPage page(shown.body);
    for (const auto& each : page.all("p")) {
      if (each.attribute("class") == "code") return each.text;
    }
    return "";
  }
  static constexpr const char* kPerson = "/people/d.clerk";
};

TEST_F(TokensPageTest, ATokenIsShownOnceAndOpensWhatWasChosen) {
  const Response made =
      make({{"label", "выгрузка"}, {"expires", "2099-01-31"}, {"scope", "search"}});
  const std::string token = secret_of(made);
  const Actor actor = ArchivePeople(archive()).by_token(token);
  EXPECT_EQ(actor.login, "d.clerk");
  EXPECT_EQ(actor.scope, std::vector<std::string>{"search"});
  const Response shown = get(kPerson);
  EXPECT_THAT(shown.body, Not(HasSubstr(token)));
  EXPECT_THAT(words(shown), HasSubstr("выгрузка"));
}

TEST_F(TokensPageTest, ARevokedTokenOpensNothingAndCanNotBeRevokedAgain) {
  const std::string token = secret_of(make({{"label", "a"}, {"expires", "2099-01-31"}}));
  const Response shown = get(kPerson);
  std::string action;
  const HtmlPage page(shown.body);
  for (const auto& form : page.all("form")) {
    if (form.attribute("action").starts_with("/people/d.clerk/tokens/")) {
      action = form.attribute("action");
    }
  }
  EXPECT_EQ(location(submit(shown, action)), kPerson);
  EXPECT_EQ(fault_of([&] { (void)ArchivePeople(archive()).by_token(token); }), Fault::denied);
  EXPECT_FALSE(HtmlPage(get(kPerson).body).has_form(action));
  EXPECT_THAT(words(get(kPerson)), HasSubstr("revoked"));
}

TEST_F(TokensPageTest, ATokenNeedsALabelADayToComeAndNoMoreThanItsUserMay) {
  EXPECT_EQ(make({{"label", " "}, {"expires", "2099-01-31"}}).status, 400);
  EXPECT_EQ(make({{"label", "a"}, {"expires", ""}}).status, 400);
  EXPECT_EQ(make({{"label", "a"}, {"expires", "2001-01-31"}}).status, 400);
  EXPECT_EQ(make({{"label", "a"}, {"expires", "2099-01-31"}, {"scope", "manage_users"}}).status,
            400);
  for (const char* path : {"/people/d.clerk/tokens/x", "/people/d.clerk/tokens/99",
                           "/people/d.clerk/tokens/1%20", "/people/nobody/tokens/1"}) {
    EXPECT_EQ(post(path).status, 404) << path;
  }
}

}  // namespace
}  // namespace fonds
