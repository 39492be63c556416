#include "web/paper_desk.h"

namespace fonds {
namespace {

using testing::HasSubstr;
using testing::Not;

class CollectivePageTest : public PaperDesk {
 protected:
  CollectivePageTest() {
    student("Кравец", "Тимофей", {{"collective", "Маска"}, {"school_year", "2024/2025"}});
    student("Ли", "Анна", {{"collective", "Акварель"}});
  }
};

TEST_F(CollectivePageTest, TellsWhoAttendsIt) {
  sign_in_as(Role::clerk);
  const Response shown = get("/collectives/" + percent_encoded("маска"));
  ASSERT_EQ(shown.status, 200) << shown.body;
  EXPECT_THAT(words(shown), HasSubstr("Кравец Тимофей"));
  EXPECT_THAT(words(shown), HasSubstr("2024/2025"));
  EXPECT_THAT(words(shown), Not(HasSubstr("Ли Анна")));
}

TEST_F(CollectivePageTest, ATeacherSeesNobodyOfAnotherCollective) {
  sign_in_as(Role::teacher, {"Акварель"});
  const std::string text = words(get("/collectives/" + percent_encoded("Маска")));
  EXPECT_THAT(text, Not(HasSubstr("Кравец")));
  EXPECT_THAT(text, HasSubstr("Nobody whom you may see"));
  sign_in_as(Role::auditor);
  EXPECT_EQ(get("/collectives/" + percent_encoded("Маска")).status, 403);
}

TEST_F(CollectivePageTest, ATitleIsTextAndNothingElse) {
  sign_in_as(Role::clerk);
  const Response shown = get("/collectives/" + percent_encoded("\"<script>alert(1)<b>") + "?q=1");
  EXPECT_EQ(shown.status, 200);
  EXPECT_THAT(shown.body, Not(HasSubstr("<script>alert")));
  words(shown);
}

}  // namespace
}  // namespace fonds
