#include "web/retention_desk.h"

namespace fonds {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

class InventoriesPage : public RetentionDesk {
 protected:
  /// Of the volumes kept for ever.
  Response drawn() {
    return post("/retention/inventories", {{"kind", "permanent"},
                                           {"year", "2019"},
                                           {"list", "1"},
                                           {"first", "7"},
                                           {"electronic", "1"}});
  }
};

TEST_F(InventoriesPage, AnInventoryIsDrawnUpLookedOverAndCancelled) {
  const std::string volume = closed_volume("02-06");
  sign_in_as(Role::archivist);
  const Response made = drawn();
  EXPECT_EQ(location(made), "/retention/inventories/1");
  const std::string said = words(follow(made));
  EXPECT_THAT(said, HasSubstr(volume));
  EXPECT_THAT(said, HasSubstr("7 " + volume));
  EXPECT_THAT(said, HasSubstr("25: error")) << "the preface has no history";
  const std::string path = "/retention/inventories/1";
  const Response worded = submit(get(path), path + "/wording",
                                 {{"founder_history", "Создан <i>в 2001 году</i>."},
                                  {"composer", "методист, И. И. Примерова"}});
  EXPECT_THAT(follow(worded).body, HasSubstr("&lt;i&gt;"));
  EXPECT_THAT(words(get("/retention/inventories")), HasSubstr("№ 1, 2019"));
  EXPECT_EQ(location(submit(get(path), path + "/cancelled")), path);
  EXPECT_THAT(words(get(path)), HasSubstr("inventory cancelled"));
}

TEST_F(InventoriesPage, WhatForbidsToGoOnIsToldBesideTheForm) {
  (void)closed_volume("02-06");
  sign_in_as(Role::archivist);
  EXPECT_EQ(post("/retention/inventories", {{"kind", "permanent"}, {"year", "x"}}).status, 400);
  EXPECT_EQ(post("/retention/inventories", {{"kind", "permanent"}, {"year", "2019"}}).status, 400)
      << "the list has no number yet";
  (void)drawn();
  const Response refused =
      post("/retention/inventories/1/agreement", {{"protocol", "№ 2 от 14.01.2026"}});
  EXPECT_EQ(refused.status, 400);
  EXPECT_THAT(words(refused), HasSubstr("is not in order"));
  EXPECT_EQ(post("/retention/inventories/1/handed-over", {{"day", "2026-01-01"}}).status, 400);
}

TEST_F(InventoriesPage, BothFormsArePrinted) {
  (void)closed_volume("02-06");
  sign_in_as(Role::archivist);
  (void)drawn();
  const std::string path = "/retention/inventories/1/print";
  EXPECT_THAT(get(path).body, StartsWith("%PDF"));
  EXPECT_THAT(header(get(path + "?form_of=handover"), "Content-Disposition"),
              HasSubstr("inventory-1-handover.pdf"));
  EXPECT_THAT(get(path + "?as=csv").body, HasSubstr("02-06"));
}

TEST_F(InventoriesPage, EachDoesWhatTheyMay) {
  (void)closed_volume("02-06");
  sign_in_as(Role::archivist);
  (void)drawn();
  EXPECT_EQ(post("/retention/inventories/1/approval").status, 403);
  sign_in_as(Role::auditor);
  EXPECT_EQ(get("/retention/inventories/1").status, 200);
  EXPECT_EQ(get("/retention/inventories/1/print").status, 403) << "headings may name people";
  EXPECT_EQ(drawn().status, 403);
  EXPECT_EQ(get("/retention/inventories/9").status, 404);
}

}  // namespace
}  // namespace fonds
