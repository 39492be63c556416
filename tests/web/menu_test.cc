#include "web/menu.h"

#include "web/desk_fixture.h"
#include "web/routes.h"

namespace fonds {
namespace {

using testing::Contains;
using testing::Not;

class MenuTest : public DeskTest {
 protected:
  std::vector<std::string> areas_of(Role role) {
    sign_in_as(role);
    const HtmlPage shown(get("/").body);
    std::vector<std::string> paths;
    std::size_t end = 0;
    for (const auto& each : shown.elements()) {
      if (each.name == "nav") end = each.end;
      if (each.name == "a" && each.begin < end) paths.push_back(each.attribute("href"));
    }
    return paths;
  }
};

TEST_F(MenuTest, HoldsTheAreasARoleMayComeToAndNoOther) {
  for (const Role role : kRoles) {
    const std::vector<std::string> areas = areas_of(role);
    EXPECT_EQ(areas.front(), "/");
    for (const std::string& area : areas) {
      EXPECT_EQ(get(area).status, 200) << name_of(role) << ' ' << area;
    }
    for (const Route& route : routes()) {
      const std::string path(route.pattern);
      if (route.method != Method::get || !route.operation ||
          path.find('/', 1) != std::string::npos ||
          archive().policy().may(role, *route.operation)) {
        continue;
      }
      EXPECT_THAT(areas, Not(Contains(path))) << name_of(role);
    }
  }
  EXPECT_THAT(areas_of(Role::clerk), Contains("/find"));
  EXPECT_THAT(areas_of(Role::administrator), Not(Contains("/find")));
}

TEST_F(MenuTest, TheAreaOneIsInIsMarked) {
  sign_in_as(Role::clerk);
  int marked = 0;
  const HtmlPage shown(get("/find").body);
  for (const auto& link : shown.all("a")) {
    if (link.attribute("aria-current") != "page") continue;
    EXPECT_EQ(link.attribute("href"), "/find");
    ++marked;
  }
  EXPECT_EQ(marked, 1);
}

TEST_F(MenuTest, WhoDidNotSignInSeesNone) {
  EXPECT_TRUE(HtmlPage(get("/begin").body).all("nav").empty());
}

}  // namespace
}  // namespace fonds
