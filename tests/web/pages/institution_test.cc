#include "catalogue/sql.h"
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

TEST_F(InstitutionPage, OfVeryManyPapersAchievementsAreCountedWhenAskedFor) {
  sign_in_as(Role::director);
  EXPECT_THAT(get("/institution").body, HasSubstr("Achievements by year and level"));
  change(archive().catalogue(),
         "WITH RECURSIVE n(i) AS (SELECT 1000 UNION ALL SELECT i + 1 FROM n WHERE i < 11000) "
         "INSERT INTO documents (id, accession, intake, state, accepted_at, run, confidence, "
         "seconds, problem, description) SELECT i, 'many-' || i, d.intake, d.state, "
         "d.accepted_at, 1, 1, 0, '', '' FROM n, (SELECT * FROM documents LIMIT 1) d");
  const Response shown = get("/institution");
  EXPECT_THAT(shown.body, Not(HasSubstr("Achievements by year and level")));
  EXPECT_THAT(shown.body, HasSubstr("href=\"/institution?achievements=1\""));
  EXPECT_THAT(get("/institution?achievements=1").body, HasSubstr("Achievements by year and level"));
}

TEST_F(InstitutionPage, IsForThoseWhoSeeAllPapers) {
  sign_in_as(Role::teacher, {"Мозаика"});
  EXPECT_EQ(get("/institution").status, 403);
  sign_in_as(Role::auditor);
  EXPECT_EQ(get("/institution").status, 403);
}

}  // namespace
}  // namespace fonds
