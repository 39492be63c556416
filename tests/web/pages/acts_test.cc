#include "web/retention_desk.h"

namespace fonds {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

class ActsPage : public RetentionDesk {};

TEST_F(ActsPage, AnActIsDrawnUpOfAllOrOfSome) {
  const std::string volume = closed_volume("02-03");
  const std::string other = closed_volume("02-03");
  sign_in_as(Role::archivist);
  const Response shown = get("/retention/acts/new");
  EXPECT_THAT(words(shown), HasSubstr("all that may be destroyed: 2"));
  const Response drawn = post("/retention/acts", {{"which", "some"}, {"volume", volume}});
  EXPECT_EQ(location(drawn), "/retention/acts/1");
  const std::string act = words(follow(drawn));
  EXPECT_THAT(act, HasSubstr("draft of an act"));
  EXPECT_THAT(act, HasSubstr(volume));
  EXPECT_THAT(act, Not(HasSubstr(other)));
  EXPECT_THAT(words(get("/retention/acts/new")), Not(HasSubstr(volume))) << "it is in an act";
  EXPECT_EQ(location(submit(get("/retention/acts/new"), "/retention/acts")), "/retention/acts/2");
  EXPECT_THAT(words(get("/retention/acts")), HasSubstr("№ 2"));
}

TEST_F(ActsPage, NothingChosenOrNothingThereIsToldBesideTheForm) {
  sign_in_as(Role::archivist);
  const Response none = post("/retention/acts", {{"which", "some"}});
  EXPECT_EQ(none.status, 400);
  EXPECT_THAT(words(none), HasSubstr("it is not said which volumes are selected"));
  EXPECT_EQ(post("/retention/acts", {{"which", "all"}}).status, 404);
  EXPECT_EQ(post("/retention/acts/withdrawn-data", {{"student", "Иванов"}}).status, 400);
  EXPECT_EQ(post("/retention/acts/withdrawn-data", {{"student", "77"}}).status, 404);
}

TEST_F(ActsPage, AnActIsPrintedAsSheetsAndAsTables) {
  (void)closed_volume("02-03");
  const std::string path = act();
  sign_in_as(Role::archivist);
  const Response pdf = get(path + "/print");
  EXPECT_EQ(header(pdf, "Content-Type"), "application/pdf");
  EXPECT_THAT(header(pdf, "Content-Disposition"), HasSubstr("act-1.pdf"));
  EXPECT_THAT(pdf.body, StartsWith("%PDF"));
  EXPECT_THAT(get(path + "/print?as=csv").body, HasSubstr("Журналы"));
  EXPECT_THAT(get(path + "/print?as=xlsx").body, StartsWith("PK"));
  EXPECT_EQ(get(path + "/print?form_of=log").status, 400) << "it is not carried out";
  EXPECT_EQ(get(path + "/proof").status, 400);
}

TEST_F(ActsPage, EachSeesWhatTheyMay) {
  (void)closed_volume("02-03");
  const std::string path = act();
  sign_in_as(Role::auditor);
  EXPECT_EQ(get(path).status, 200);
  EXPECT_EQ(get("/retention/acts/new").status, 403);
  EXPECT_EQ(post("/retention/acts", {{"which", "all"}}).status, 403);
  EXPECT_EQ(get("/retention/acts/99").status, 404);
  EXPECT_EQ(get("/retention/acts/one").status, 404);
  sign_in_as(Role::clerk);
  EXPECT_EQ(get("/retention/acts").status, 403);
}

}  // namespace
}  // namespace fonds
