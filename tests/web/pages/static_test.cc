#include "web/desk_fixture.h"

namespace fonds {
namespace {

class StaticPageTest : public DeskTest {};

TEST_F(StaticPageTest, WhoeverWatchesLearnsThatAllIsWellAndNothingElse) {
  const Response well = get("/healthz");
  EXPECT_EQ(well.status, 200);
  EXPECT_EQ(well.body, "ok\n");
}

}  // namespace
}  // namespace fonds
