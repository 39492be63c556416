#include "web/retention_desk.h"

namespace fonds {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class HoldsPage : public RetentionDesk {};

TEST_F(HoldsPage, AHoldIsSetAndLifted) {
  const std::string volume = closed_volume("02-03");
  sign_in_as(Role::archivist);
  const Response shown = get("/retention/holds?subject=volume&target=" + percent_encoded(volume));
  const Response set = submit(shown, "/retention/holds", {{"reason", "спор <b>№ 5</b>"}});
  const Response after = follow(set);
  EXPECT_THAT(words(after), HasSubstr("volume " + volume));
  EXPECT_THAT(words(after), HasSubstr("спор <b>№ 5</b>"));
  EXPECT_THAT(words(get(verdict_of(volume))), HasSubstr("A hold forbids to destroy it"));
  EXPECT_EQ(post("/retention/holds/1/lifted", {{"because", ""}}).status, 400);
  EXPECT_THAT(words(follow(post("/retention/holds/1/lifted", {{"because", "решено"}}))),
              Not(HasSubstr("volume " + volume)));
  EXPECT_THAT(words(get("/retention/holds?all=1")), HasSubstr("решено"));
}

TEST_F(HoldsPage, WhatIsNotThereIsToldBesideTheForm) {
  sign_in_as(Role::director);
  const FormFields nobody{{"subject", "volume"}, {"target", "02-03/2019/9"}, {"reason", "спор"}};
  const Response refused = post("/retention/holds", nobody);
  EXPECT_EQ(refused.status, 404);
  EXPECT_THAT(refused.body, HasSubstr("value=\"02-03/2019/9\"")) << "nothing is typed twice";
  EXPECT_EQ(post("/retention/holds", {{"subject", "person"}}).status, 400);
  EXPECT_EQ(post("/retention/holds/9/lifted", {{"because", "x"}}).status, 404);
}

TEST_F(HoldsPage, OthersSeeNone) {
  sign_in_as(Role::auditor);
  EXPECT_EQ(get("/retention/holds").status, 403);
  EXPECT_EQ(post("/retention/holds").status, 403);
}

}  // namespace
}  // namespace fonds
