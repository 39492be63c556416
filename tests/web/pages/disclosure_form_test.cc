#include "web/disclosure_desk.h"

namespace fonds {
namespace {

using ::testing::HasSubstr;

class DisclosureForm : public DisclosureDesk {};

TEST_F(DisclosureForm, AnApplicationIsPutOnRecord) {
  sign_in_as(Role::clerk);
  const Response opened = submit(get("/disclosures/new"), "/disclosures", by_mother());
  EXPECT_EQ(location(opened), "/disclosures/1") << opened.body;
  EXPECT_THAT(words(follow(opened)), HasSubstr("waits for a decision"));
}

TEST_F(DisclosureForm, WhatIsMissingIsToldAndNothingIsTypedTwice) {
  sign_in_as(Role::clerk);
  FormFields fields = by_mother();
  fields.front().second = "Никто";
  const Response nobody = post("/disclosures", fields);
  EXPECT_EQ(nobody.status, 404);
  EXPECT_THAT(nobody.body, HasSubstr("value=\"Кравец Ольга Петровна\""));
  EXPECT_THAT(nobody.body, HasSubstr("&lt;script&gt;"));
  fields = by_mother();
  fields.back().second = "2999-01-01";
  EXPECT_THAT(words(post("/disclosures", fields)), HasSubstr("is in the future"));
  EXPECT_EQ(post("/disclosures", {{"student", std::to_string(child_.value)}}).status, 400);
}

TEST_F(DisclosureForm, OthersPutNoneOnRecord) {
  sign_in_as(Role::director);
  EXPECT_EQ(get("/disclosures/new").status, 403);
  EXPECT_EQ(post("/disclosures", by_mother()).status, 403);
}

}  // namespace
}  // namespace fonds
