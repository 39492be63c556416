#include "archive/samples.h"

#include "archive/students.h"
#include "catalogue/documents.h"
#include "web/desk_fixture.h"

namespace fonds {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class SamplesPageTest : public DeskTest {
 protected:
  std::int64_t papers() { return Documents(archive().catalogue()).count(); }
  std::int64_t students() {
    return ArchiveStudents(archive()).page(local_archivist(), {}, 0, 1).total;
  }
};

TEST_F(SamplesPageTest, AnEmptyArchiveOffersThemAndTakesThemInOnce) {
  sign_in_as(Role::clerk);
  const Response today = get("/");
  EXPECT_THAT(words(today), HasSubstr("an act destroys them")) << "it is said how long they stay";
  const Response taken = submit(today, "/samples", {{"stay", "1"}});
  EXPECT_THAT(location(taken), StartsWith("/scan/deliveries/")) << taken.body;
  const std::string shown = words(follow(taken));
  EXPECT_THAT(shown, HasSubstr("Sample papers, all invented"));
  EXPECT_THAT(shown,
              HasSubstr("sample papers are safe. 19 invented students are in the register."));
  const std::int64_t now = papers();
  EXPECT_GE(now, 6);
  EXPECT_EQ(students(), 19);

  EXPECT_FALSE(HtmlPage(get("/").body).has_form("/samples"));
  const Response again = post("/samples", {{"stay", "1"}, {"students", "1"}});
  EXPECT_EQ(again.status, 400);
  EXPECT_THAT(words(again), HasSubstr("this archive has papers already"));
  EXPECT_EQ(papers(), now);
}

TEST_F(SamplesPageTest, NothingComesInUnlessItMayStay) {
  sign_in_as(Role::archivist);
  const Response refused = post("/samples", {{"students", "1"}});
  EXPECT_EQ(refused.status, 400);
  EXPECT_THAT(words(refused), HasSubstr("it is not said that the sample papers may stay"));
  EXPECT_EQ(papers(), 0);
  EXPECT_EQ(students(), 0);
}

TEST_F(SamplesPageTest, WhoLeavesTheStudentsOutGetsThePapersAlone) {
  sign_in_as(Role::clerk);
  EXPECT_THAT(location(post("/samples", {{"stay", "1"}})), StartsWith("/scan/deliveries/"));
  EXPECT_GT(papers(), 0);
  EXPECT_EQ(students(), 0);
}

TEST_F(SamplesPageTest, EachIsOfferedWhatTheyMay) {
  for (const Role role : kRoles) {
    sign_in_as(role);
    const Response today = get("/");
    const bool takes_in = archive().policy().may(role, Operation::take_in);
    const bool edits = archive().policy().may(role, Operation::edit_students);
    EXPECT_EQ(HtmlPage(today.body).has_form("/samples"), takes_in) << name_of(role);
    EXPECT_EQ(today.body.find("name=\"students\"") != std::string::npos, edits) << name_of(role);
    if (takes_in) continue;
    EXPECT_EQ(post("/samples", {{"stay", "1"}}).status, 403) << name_of(role);
  }
  EXPECT_EQ(papers(), 0);
}

TEST_F(SamplesPageTest, TheyAreNotOfferedWhereSomethingCameInBefore) {
  temp_.add(quick_sample());
  sign_in_as(Role::archivist);
  EXPECT_THAT(words(get("/")), Not(HasSubstr("Sample papers")));
}

}  // namespace
}  // namespace fonds
