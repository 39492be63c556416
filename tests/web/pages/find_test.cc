#include <nlohmann/json.hpp>

#include "catalogue/journal.h"
#include "web/desk_fixture.h"

namespace fonds {
namespace {

using testing::HasSubstr;
using testing::Not;

class FindPageTest : public DeskTest {};

TEST_F(FindPageTest, ASearchShowsItsPapersAndNothingIsSaidSo) {
  temp_.add(quick_sample());
  temp_.work();
  sign_in_as(Role::clerk);
  const Response found = get("/find?q=%D0%B8");
  EXPECT_EQ(found.status, 200);
  EXPECT_THAT(found.body, HasSubstr("href=\"/documents/"));
  EXPECT_THAT(words(get("/find?q=%D1%89%D1%89%D1%89%D1%89")), HasSubstr("Nothing was found."));
  sign_in_as(Role::teacher);
  EXPECT_THAT(get("/find?q=%D0%B8").body, Not(HasSubstr("href=\"/documents/")))
      << "of no learner of theirs";
}

TEST_F(FindPageTest, AQueryIsShownEscapedHoweverItIsWritten) {
  sign_in_as(Role::clerk);
  for (const char* q : {"%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E", "((((", "%22", "a:b:c",
                        "kind:", "%D0%B4%D0%B0%D1%82%D0%B0:x", "-", "*", "a*b*c", "%20"}) {
    for (const char* rest : {"", "&order=none", "&from=-5", "&from=99999999999"}) {
      const Response shown = get("/find?q=" + std::string(q) + rest);
      EXPECT_LT(shown.status, 500) << q << rest;
      EXPECT_THAT(shown.body, Not(HasSubstr("<script>alert"))) << q;
      words(shown);
    }
  }
}

TEST_F(FindPageTest, ASearchIsKeptAndFoundOnThePage) {
  sign_in_as(Role::clerk);
  const Response shown = get("/find?q=%D0%B4%D0%B8%D0%BF%D0%BB%D0%BE%D0%BC");
  EXPECT_EQ(location(submit(shown, "/find/kept", {{"title", "Мои <дипломы>"}})),
            "/find?q=%D0%B4%D0%B8%D0%BF%D0%BB%D0%BE%D0%BC");
  EXPECT_THAT(words(follow(get("/find?q=a"))), HasSubstr("The search is kept."));
  EXPECT_THAT(words(get("/find")), HasSubstr("Мои <дипломы>"));
}

TEST_F(FindPageTest, CompletionIsJsonAndNamesOnlyForThoseWhoMaySeeThem) {
  sign_in_as(Role::clerk);
  const Response offered = get("/find/completions?q=%D0%B0");
  EXPECT_EQ(offered.status, 200);
  EXPECT_TRUE(nlohmann::json::parse(offered.body).is_array());
  sign_in_as(Role::auditor);
  EXPECT_EQ(get("/find/completions?q=a").status, 403);
}

}  // namespace
}  // namespace fonds
