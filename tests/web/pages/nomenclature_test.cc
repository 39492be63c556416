#include "web/retention_desk.h"

namespace fonds {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

class NomenclatureYears : public RetentionDesk {
 protected:
  void draft(int year) {
    (void)ArchiveNomenclatures(archive()).put(local_archivist(), list_of(year));
  }
};

TEST_F(NomenclatureYears, ShowsItsItemsAndWhatIsWrong) {
  draft(2026);
  sign_in_as(Role::clerk);
  EXPECT_THAT(words(get("/retention/nomenclature")), HasSubstr("2026 draft 4 items"));
  const Response shown = get("/retention/nomenclature/2026");
  const std::string said = words(shown);
  EXPECT_THAT(said, HasSubstr("02 Учебная часть"));
  EXPECT_THAT(said, HasSubstr("02-05 Дела 02-05"));
  EXPECT_THAT(said, HasSubstr("in reserve"));
  EXPECT_THAT(shown.body, Not(HasSubstr("<script>alert")));
  EXPECT_FALSE(HtmlPage(shown.body).has_form("/retention/nomenclature/2026/agreement"));
  EXPECT_EQ(get("/retention/nomenclature/2001").status, 404);
}

TEST_F(NomenclatureYears, GoesItsWayFromDraftToTheNextYear) {
  draft(2026);
  const std::string path = "/retention/nomenclature/2026";
  sign_in_as(Role::archivist);
  EXPECT_EQ(post(path + "/agreement", {{"protocol", ""}}).status, 400);
  EXPECT_EQ(location(submit(get(path), path + "/agreement", {{"protocol", "№ 3"}})), path);
  EXPECT_EQ(post(path + "/approval", {{"number", "1"}}).status, 403);
  sign_in_as(Role::director);
  const FormFields stale{{"number", "12"}, {"day", "2025-12-25"}, {"revision", "99"}};
  EXPECT_EQ(post(path + "/approval", stale).status, 409);
  EXPECT_EQ(
      location(submit(get(path), path + "/approval", {{"number", "12"}, {"day", "2025-12-25"}})),
      path);
  EXPECT_THAT(words(get(path)), HasSubstr("№ 12 of 2025-12-25"));
  sign_in_as(Role::archivist);
  EXPECT_EQ(location(submit(get(path), path + "/next")), "/retention/nomenclature/2027");
  EXPECT_EQ(post(path + "/next").status, 400) << "the next year has one";
}

TEST_F(NomenclatureYears, AYearThatIsOverIsClosed) {
  const std::string path = "/retention/nomenclature/2019";
  sign_in_as(Role::archivist);
  EXPECT_EQ(location(submit(get(path), path + "/closed")), path);
  EXPECT_THAT(words(get(path)), HasSubstr("locked"));
  EXPECT_EQ(post(path + "/closed").status, 400);
}

TEST_F(NomenclatureYears, IsGivenOutAndTakenInAgain) {
  sign_in_as(Role::archivist);
  EXPECT_THAT(get("/retention/nomenclature/2019/print").body, StartsWith("%PDF"));
  const Response table = get("/retention/nomenclature/2019/export?as=csv");
  EXPECT_THAT(header(table, "Content-Disposition"), HasSubstr("nomenclature-2019.csv"));
  const Response taken = post("/retention/nomenclature", {{"year", "2027"}},
                              {{"file", "nomenclature-2019.csv", table.body}});
  EXPECT_EQ(location(taken), "/retention/nomenclature/2027") << taken.body;
  EXPECT_EQ(ArchiveNomenclatures(archive()).show(local_archivist(), 2027).items.size(), 4U);
}

TEST_F(NomenclatureYears, AFileThatIsNoneIsToldBesideTheForm) {
  sign_in_as(Role::archivist);
  EXPECT_EQ(post("/retention/nomenclature").status, 400);
  const Response refused =
      post("/retention/nomenclature", {}, {{"file", "list.csv", "one;two\nthree;four\n"}});
  EXPECT_EQ(refused.status, 400);
  EXPECT_THAT(words(refused), HasSubstr("there is no row of headings"));
  sign_in_as(Role::clerk);
  EXPECT_EQ(post("/retention/nomenclature").status, 403);
}

}  // namespace
}  // namespace fonds
