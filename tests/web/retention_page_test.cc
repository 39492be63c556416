#include "web/retention_page.h"

#include "web/retention_desk.h"

namespace fonds {
namespace {

using ::testing::Contains;
using ::testing::Not;

class RetentionTabs : public RetentionDesk {};

TEST_F(RetentionTabs, LeadWhereThePersonMayGo) {
  sign_in_as(Role::archivist);
  for (const char* path :
       {"/retention", "/retention/acts", "/retention/holds", "/retention/inventories",
        "/retention/nomenclature", "/retention/transfers", "/retention/schedule"}) {
    EXPECT_THAT(HtmlPage(get("/retention/acts").body).links(), Contains(path));
    EXPECT_EQ(get(path).status, 200) << path;
  }
  sign_in_as(Role::clerk);
  const auto links = HtmlPage(get("/retention/nomenclature").body).links();
  EXPECT_THAT(links, Contains("/retention/nomenclature"));
  EXPECT_THAT(links, Not(Contains("/retention")));
  EXPECT_THAT(links, Not(Contains("/retention/holds")));
}

TEST_F(RetentionTabs, TheOneThatIsOpenIsMarked) {
  sign_in_as(Role::archivist);
  int marked = 0;
  const auto links = HtmlPage(get("/retention/acts").body).all("a");
  for (const auto& each : links) {
    if (each.attribute("aria-current") != "page") continue;
    ++marked;
    EXPECT_TRUE(each.attribute("href") == "/retention/acts" ||
                each.attribute("href") == "/retention");
  }
  EXPECT_EQ(marked, 2) << "the area and the tab";
}

}  // namespace
}  // namespace fonds
