#include "web/cookies.h"

#include <gmock/gmock.h>

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::Pair;

TEST(Cookies, AreNotForScriptsNorForOtherSites) {
  Request request;
  Response response;
  set_cookie(request, response, "fonds", "abc", -1);
  set_cookie(request, response, "said", "", 0);
  EXPECT_THAT(response.headers,
              ElementsAre(Pair("Set-Cookie", "fonds=abc; Path=/; HttpOnly; SameSite=Lax"),
                          Pair("Set-Cookie", "said=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0")));
}

TEST(Cookies, ByTlsOnlyThisHostCanSetThem) {
  Request request;
  request.secure = true;
  EXPECT_EQ(session_cookie(request), "__Host-fonds");
  EXPECT_EQ(visitor_cookie(request), "__Host-visitor");
  Response response;
  set_cookie(request, response, session_cookie(request), "abc", -1);
  EXPECT_THAT(
      response.headers,
      ElementsAre(Pair("Set-Cookie", "__Host-fonds=abc; Path=/; HttpOnly; SameSite=Lax; Secure")));
}

TEST(FormTokens, AreOfWhatTheBrowserShowsAndDoNotTellIt) {
  EXPECT_EQ(form_token_of("a"), form_token_of("a"));
  EXPECT_NE(form_token_of("a"), form_token_of("b"));
  EXPECT_EQ(form_token_of("fonds_secret").find("secret"), std::string::npos);
  EXPECT_GE(form_token_of("").size(), 32U);
}

TEST(FormTokens, NothingIsTheSameAsNothing) {
  EXPECT_TRUE(is_same_token("abc", "abc"));
  EXPECT_FALSE(is_same_token("abc", "abd"));
  EXPECT_FALSE(is_same_token("abc", "ab"));
  EXPECT_FALSE(is_same_token("", "abc"));
  EXPECT_FALSE(is_same_token("", "")) << "an absent token proves nothing";
}

}  // namespace
}  // namespace fonds
