#include "web/paper_desk.h"

namespace fonds {
namespace {

using testing::HasSubstr;
using testing::Not;

class InstitutionPage : public PaperDesk {};

TEST_F(InstitutionPage, SaysWhatCameInAndIsKept) {
  sign_in_as(Role::director);
  const Response shown = get("/institution");
  EXPECT_EQ(shown.status, 200);
  const std::string said = words(shown);
  EXPECT_THAT(said, HasSubstr("Papers in the archive 1"));
  EXPECT_THAT(shown.body, HasSubstr("<svg class=\"plot\""));
  EXPECT_THAT(shown.body, HasSubstr("<rect class=\"part-0\"")) << "today's paper";
}

TEST_F(InstitutionPage, IsForThoseWhoSeeAllPapers) {
  sign_in_as(Role::teacher, {"Мозаика"});
  EXPECT_EQ(get("/institution").status, 403);
  sign_in_as(Role::auditor);
  EXPECT_EQ(get("/institution").status, 403);
}

}  // namespace
}  // namespace fonds
