#include "web/disclosure_desk.h"

namespace fonds {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

class DisclosureSteps : public DisclosureDesk {};

TEST_F(DisclosureSteps, WhatIsApprovedIsIssued) {
  const std::string path = opened(by_mother());
  sign_in_as(Role::archivist);
  const Response early = post(path + "/issue");
  EXPECT_EQ(early.status, 400);
  EXPECT_THAT(words(early), HasSubstr("nobody has approved application 1"));
  sign_in_as(Role::methodist);
  EXPECT_EQ(location(submit(get(path), path + "/approval")), path);
  sign_in_as(Role::archivist);
  const Response extract = submit(get(path), path + "/issue");
  EXPECT_THAT(extract.body, StartsWith("%PDF"));
  EXPECT_THAT(header(extract, "Content-Disposition"), HasSubstr("extract-000001.pdf"));
  EXPECT_THAT(words(get(path)), HasSubstr("issued"));
  EXPECT_EQ(post(path + "/issue").status, 400) << "once only, unless it is said";
  EXPECT_THAT(post(path + "/issue", {{"again", "1"}}).body, StartsWith("%PDF"));
  EXPECT_EQ(post(path + "/refusal", {{"reason", "поздно"}}).status, 400);
}

TEST_F(DisclosureSteps, ACopyIsGivenOfAnOwnPaperOnly) {
  const std::string path = opened(by_mother());
  sign_in_as(Role::archivist);
  EXPECT_EQ(post(path + "/copies/" + document_.accession).status, 400) << "it is not issued";
  (void)post(path + "/issue", {{"resolution", "директор, 12.03.2026"}});
  const Response given = post(path + "/copies/" + document_.accession);
  EXPECT_EQ(given.status, 200);
  EXPECT_THAT(header(given, "Content-Disposition"), HasSubstr(document_.accession));
  EXPECT_FALSE(body(given).empty());
  EXPECT_EQ(post(path + "/copies/2000-000001").status, 404);
}

TEST_F(DisclosureSteps, ARefusalNeedsItsReason) {
  const std::string path = opened(by_grandmother());
  sign_in_as(Role::director);
  EXPECT_EQ(post(path + "/refusal", {{"reason", " "}}).status, 400);
  EXPECT_EQ(location(submit(get(path), path + "/refusal", {{"reason", "нет права"}})), path);
  EXPECT_THAT(words(get(path)), HasSubstr("нет права"));
  EXPECT_EQ(post(path + "/approval").status, 400);
}

TEST_F(DisclosureSteps, TheRegisterIsShownAndGivenOut) {
  const std::string path = opened(by_mother());
  (void)opened(by_grandmother());
  sign_in_as(Role::archivist);
  (void)post("/disclosures/2/refusal", {{"reason", "нет права"}});
  EXPECT_THAT(words(get("/disclosures")), HasSubstr("№ 2"));
  const std::string refused = words(get("/disclosures?state=refused"));
  EXPECT_THAT(refused, HasSubstr("№ 2"));
  EXPECT_THAT(refused, Not(HasSubstr("№ 1 ")));
  EXPECT_THAT(get("/disclosures/register").body, StartsWith("%PDF"));
  EXPECT_THAT(get("/disclosures/register?as=csv&state=refused").body, HasSubstr("нет права"));
  const Response nobody = get("/disclosures?student=%D0%9D%D0%B8%D0%BA%D1%82%D0%BE");
  EXPECT_EQ(nobody.status, 404);
  EXPECT_THAT(words(nobody), HasSubstr("№ 1"));
}

TEST_F(DisclosureSteps, ARestrictedParentIsRefused) {
  const std::string path = opened(by_mother());
  sign_in_as(Role::archivist);
  (void)post(path + "/restrictions",
             {{"name", "Кравец Ольга Петровна"}, {"reason", "решение суда № 5"}});
  EXPECT_THAT(words(get(path)), HasSubstr("It can not be granted:"));
  EXPECT_THAT(words(get(path)), HasSubstr("решение суда № 5"));
  (void)submit(get(path), path + "/restrictions/lifted");
  EXPECT_THAT(words(get(path)), HasSubstr("Nothing forbids to grant it."));
  EXPECT_EQ(post(path + "/restrictions/lifted", {{"restriction", "9"}}).status, 404);
}

TEST_F(DisclosureSteps, EachDoesWhatTheyMay) {
  const std::string path = opened(by_mother());
  EXPECT_EQ(post(path + "/approval").status, 403) << "a clerk";
  EXPECT_EQ(post(path + "/issue").status, 403);
  EXPECT_EQ(post(path + "/refusal").status, 403);
  EXPECT_EQ(post(path + "/restrictions").status, 403);
  sign_in_as(Role::archivist);
  EXPECT_EQ(post(path + "/approval").status, 403);
  sign_in_as(Role::teacher);
  EXPECT_EQ(get("/disclosures").status, 403);
  EXPECT_EQ(get(path).status, 403);
}

}  // namespace
}  // namespace fonds
