#include "web/desk_fixture.h"

namespace fonds {
namespace {

using testing::HasSubstr;
using testing::Not;

class TodayPageTest : public DeskTest {};

TEST_F(TodayPageTest, EachSeesWhatTheyMayDo) {
  sign_in_as(Role::clerk);
  EXPECT_THAT(words(get("/")), HasSubstr("Take papers in"));
  sign_in_as(Role::administrator);
  const std::string shown = words(get("/"));
  EXPECT_THAT(shown, Not(HasSubstr("Take papers in")));
  EXPECT_THAT(shown, Not(HasSubstr("Find papers")));
}

TEST_F(TodayPageTest, WhatWaitsIsCountedOnlyForWhoMayCheck) {
  temp_.add(quick_sample());
  temp_.work();
  sign_in_as(Role::clerk);
  EXPECT_THAT(words(get("/")), HasSubstr("for a person"));
  sign_in_as(Role::teacher);
  EXPECT_THAT(words(get("/")), Not(HasSubstr("for a person")));
}

}  // namespace
}  // namespace fonds
