#include "web/api/people_records.h"

#include <gtest/gtest.h>

namespace fonds {
namespace {

TEST(PeopleRecords, AnAccount) {
  User user;
  user.login = "osipova";
  user.role = Role::clerk;
  EXPECT_EQ(record_of(user).dump(),
            R"({"login":"osipova","name":null,"role":"clerk","collectives":[],)"
            R"("disabled_at":null,"second_factor":false,)"
            R"("created_at":"1970-01-01T00:00:00.000Z"})");
  user.disabled_at = Moment{};
  EXPECT_EQ(record_of(user)["disabled_at"], "1970-01-01T00:00:00.000Z");
}

TEST(PeopleRecords, ATokenWithoutItsText) {
  ApiToken token;
  token.id = {4};
  token.label = "the site";
  token.scope = {"search"};
  Json record = record_of(token);
  EXPECT_EQ(record["token"], 4);
  EXPECT_EQ(record["scope"], Json::array({"search"}));
  EXPECT_EQ(record["revoked"], false);
  EXPECT_EQ(record["last_used_at"], nullptr);
  EXPECT_FALSE(record.contains("text"));
  token.revoked_at = Moment{};
  EXPECT_EQ(record_of(token)["revoked"], true);
}

}  // namespace
}  // namespace fonds
