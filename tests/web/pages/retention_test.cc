#include "archive/retention.h"

#include "web/retention_desk.h"

namespace fonds {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class RetentionPage : public RetentionDesk {};

TEST_F(RetentionPage, SaysWhatFallsDueByMonthAndVolume) {
  const std::string volume = closed_volume("02-03");
  const std::string other = closed_volume("02-05");
  sign_in_as(Role::archivist);
  const Response shown = get("/retention");
  ASSERT_EQ(shown.status, 200);
  const std::string said = words(shown);
  EXPECT_THAT(said, HasSubstr(volume));
  EXPECT_THAT(said, HasSubstr(other));
  EXPECT_THAT(said, HasSubstr("may be destroyed"));
  EXPECT_THAT(said, HasSubstr("to the commission"));
  EXPECT_THAT(said, HasSubstr("01.2025"));
  EXPECT_THAT(said, HasSubstr("<script>")) << "shown as it is written";
  EXPECT_THAT(shown.body, Not(HasSubstr("<script>alert")));
}

TEST_F(RetentionPage, ShowsWhatOneAsksFor) {
  const std::string volume = closed_volume("02-03");
  const std::string other = closed_volume("02-05");
  sign_in_as(Role::director);
  const std::string destroyed = words(get("/retention?step=destroy"));
  EXPECT_THAT(destroyed, HasSubstr(volume));
  EXPECT_THAT(destroyed, Not(HasSubstr(other)));
  const std::string of_index = words(get("/retention?index=02-05"));
  EXPECT_THAT(of_index, Not(HasSubstr(volume)));
  EXPECT_THAT(of_index, HasSubstr(other));
}

TEST_F(RetentionPage, APlanIsMadeAndTellsWhatIsOtherwise) {
  const std::string volume = closed_volume("02-03");
  sign_in_as(Role::archivist);
  const std::string made = words(follow(submit(get("/retention"), "/retention/plan")));
  EXPECT_THAT(made, HasSubstr("The plan is made. Volumes looked at: 1; changed: 1."));
  EXPECT_THAT(made, HasSubstr(volume));
  const std::string again = words(follow(post("/retention/plan")));
  EXPECT_THAT(again, HasSubstr("changed: 0."));
  EXPECT_THAT(again, HasSubstr(volume)) << "it is new today";
}

TEST_F(RetentionPage, ARehearsalKeepsNothing) {
  sign_in_as(Role::director);
  const int next = day_here(archive().clock().now()).year + 1;
  const std::string day = std::to_string(next) + "-01-01";
  EXPECT_THAT(words(get("/retention?on=" + day)), HasSubstr("A rehearsal: nothing is kept"));
  const Response past = get("/retention?on=2001-01-01");
  EXPECT_EQ(past.status, 400);
  EXPECT_THAT(words(past), HasSubstr("a plan is rehearsed for a day to come"));
  EXPECT_EQ(get("/retention?on=morgen").status, 400);
  EXPECT_THAT(words(get("/retention?ahead=2")), HasSubstr(std::to_string(next + 1)));
}

TEST_F(RetentionPage, WhoMayOnlyLookIsOfferedNoPlan) {
  sign_in_as(Role::auditor);
  EXPECT_FALSE(HtmlPage(get("/retention").body).has_form("/retention/plan"));
  EXPECT_EQ(post("/retention/plan").status, 403);
  sign_in_as(Role::teacher);
  EXPECT_EQ(get("/retention").status, 403);
}

}  // namespace
}  // namespace fonds
