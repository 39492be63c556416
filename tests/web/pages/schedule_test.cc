#include "web/retention_desk.h"

namespace fonds {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class SchedulePage : public RetentionDesk {};

TEST_F(SchedulePage, AJobIsRunAndItsReportShown) {
  sign_in_as(Role::archivist);
  EXPECT_THAT(words(get("/retention/schedule")), HasSubstr("never ran"));
  const Response run = post("/retention/schedule", {{"job", "retention_plan"}});
  const std::string said = words(follow(run));
  EXPECT_THAT(said, HasSubstr("done"));
  EXPECT_THAT(said, HasSubstr("volumes: 0"));
  EXPECT_EQ(post("/retention/schedule", {{"job", "tea"}}).status, 404);
}

TEST_F(SchedulePage, WhoMayOnlyLookRunsNothing) {
  sign_in_as(Role::auditor);
  const Response shown = get("/retention/schedule");
  EXPECT_THAT(words(shown), HasSubstr("plan of what becomes of volumes"));
  EXPECT_FALSE(HtmlPage(shown.body).has_form("/retention/schedule"));
  EXPECT_EQ(post("/retention/schedule").status, 403);
}

}  // namespace
}  // namespace fonds
