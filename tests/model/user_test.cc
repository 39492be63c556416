#include "model/user.h"

#include <gtest/gtest.h>

#include <string>

namespace fonds {
namespace {

TEST(User, ALoginIsShortPlainAndBeginsWithALetter) {
  for (const char* good : {"ab", "zyablikova", "t.zyablik", "it-2", "a_", "a.-_9"}) {
    EXPECT_TRUE(is_login(good)) << good;
  }
  EXPECT_TRUE(is_login(std::string(32, 'a')));
}

TEST(User, WhatIsNoLogin) {
  for (const char* bad : {"", "a", "1a", ".a", "_a", "-a", "Zyablikova", "zyablikova ", " zyablik",
                          "a b", "a/b", "a'b", "зяблик", "a\nb", "a@b", "a:b"}) {
    EXPECT_FALSE(is_login(bad)) << bad;
  }
  EXPECT_FALSE(is_login(std::string(33, 'a')));
  EXPECT_FALSE(is_login(std::string_view("a\0b", 3)));
}

TEST(User, NobodyMayHaveALoginUnderWhichTheProgramActs) {
  for (const char* reserved : {"local", "system", "recognition"}) {
    EXPECT_TRUE(is_login(reserved));
    EXPECT_TRUE(is_reserved_login(reserved));
  }
  EXPECT_FALSE(is_reserved_login("locals"));
  EXPECT_FALSE(is_reserved_login(""));
}

TEST(User, ATokenLivesUntilTheMomentItExpires) {
  const Moment made = moment_from_text("2026-03-01T09:00:00.000Z");
  ApiToken token;
  token.created_at = made;
  token.expires_at = made + std::chrono::hours(1);

  EXPECT_TRUE(is_live(token, made));
  EXPECT_TRUE(is_live(token, token.expires_at - std::chrono::milliseconds(1)));
  EXPECT_FALSE(is_live(token, token.expires_at));
}

TEST(User, ARevokedTokenAndOneWithoutATermAreDead) {
  const Moment now = moment_from_text("2026-03-01T09:00:00.000Z");
  ApiToken token;
  EXPECT_FALSE(is_live(token, now));
  token.expires_at = now + std::chrono::hours(1);
  EXPECT_TRUE(is_live(token, now));
  token.revoked_at = now;
  EXPECT_FALSE(is_live(token, now));
}

TEST(User, ARoleIsReadBackByItsName) {
  for (const Role role : kRoles) EXPECT_EQ(role_from(name_of(role)), role);
  for (const char* none : {"", "Clerk", "root", "auditor "}) EXPECT_FALSE(role_from(none)) << none;
}

}  // namespace
}  // namespace fonds
