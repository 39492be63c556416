#include "catalogue/disclosures.h"
#include "catalogue/journal.h"
#include "web/disclosure_desk.h"

namespace fonds {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

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

class DisclosureCorrection : public DisclosureDesk {
 protected:
  const std::string path_ = opened(by_mother());  // NOLINT(*-non-private-*): of the tests
  const std::string form_ = path_ + "/correction";
  Disclosure now() { return Disclosures(archive().catalogue()).find(1).value(); }
};

TEST_F(DisclosureCorrection, WhatWasWrittenWronglyIsCorrectedAndTheRestStays) {
  const Disclosure before = now();
  const Response shown = get(form_);
  EXPECT_THAT(words(get(path_)), HasSubstr("Correct"));
  EXPECT_THAT(shown.body, HasSubstr("value=\"Кравец Ольга Петровна\""));
  EXPECT_THAT(shown.body, Not(HasSubstr("<script>alert")));
  const Response corrected = submit(shown, form_,
                                    {{"name", "Кравец Ольга Павловна"},
                                     {"identity", "паспорт, выдан в Тихоречье"},
                                     {"asked", ""}});
  EXPECT_EQ(location(corrected), path_) << corrected.body;
  const std::string said = words(follow(corrected));
  EXPECT_THAT(said, HasSubstr("The application is corrected."));
  EXPECT_THAT(said, HasSubstr("Кравец Ольга Павловна"));
  EXPECT_THAT(words(get("/disclosures")), HasSubstr("Кравец Ольга Павловна"));

  Disclosure expected = before;
  expected.applicant.name = "Кравец Ольга Павловна";
  expected.applicant.identity = "паспорт, выдан в Тихоречье";
  expected.asked = "";
  EXPECT_EQ(now(), expected);
}

TEST_F(DisclosureCorrection, TheJournalKeepsWhichFieldsNotWhatStoodInThem) {
  submit(get(form_), form_, {{"name", "Кравец Ольга Павловна"}, {"to", "2026-01-01"}});
  std::string details;
  for (const JournalEntry& each : Journal(archive().catalogue()).after(0, 10'000)) {
    EXPECT_THAT(each.details, Not(HasSubstr("Кравец")));
    if (each.event == "disclosure.corrected") details += each.actor + each.details;
  }
  EXPECT_EQ(details, R"(d.clerk{"via":"web","fields":["name","to"]})");
}

TEST_F(DisclosureCorrection, OfTwoAtOnceTheSecondIsToldAndLosesNothingTyped) {
  const Response mine = get(form_);
  submit(get(form_), form_, {{"relation", "мама"}});
  const Response refused = submit(mine, form_, {{"identity", "свидетельство"}});
  EXPECT_EQ(refused.status, 409);
  EXPECT_THAT(words(refused), HasSubstr("was corrected meanwhile: open it anew"));
  EXPECT_THAT(refused.body, HasSubstr("value=\"свидетельство\""));
  EXPECT_EQ(now().applicant.relation, "мама");
  EXPECT_EQ(now().applicant.identity, "паспорт");
  EXPECT_EQ(post(form_, by_mother()).status, 409) << "a form that shows no state of it";
}

TEST_F(DisclosureCorrection, WhatMakesNoSenseChangesNothing) {
  const Disclosure before = now();
  const Response shown = get(form_);
  EXPECT_EQ(submit(shown, form_, {{"applied_on", "2999-01-01"}}).status, 400);
  EXPECT_EQ(submit(shown, form_, {{"kind", "nobody"}}).status, 400);
  EXPECT_EQ(submit(shown, form_, {{"from", "2026-02-01"}, {"to", "2026-01-01"}}).status, 400);
  EXPECT_EQ(submit(shown, form_, {{"paper", "2000-000001"}}).status, 404);
  EXPECT_EQ(submit(shown, form_, {{"name", " "}}).status, 400);
  EXPECT_EQ(now(), before);
}

TEST_F(DisclosureCorrection, NothingIsCorrectedOnceSomebodyHasDecided) {
  const Response shown = get(form_);
  sign_in_as(Role::methodist);
  EXPECT_EQ(location(post(path_ + "/approval")), path_);
  sign_in_as(Role::clerk);
  const Disclosure approved = now();
  EXPECT_EQ(get(form_).status, 400);
  EXPECT_EQ(get(path_).body.find(form_), std::string::npos);
  EXPECT_EQ(submit(shown, form_, {{"name", "Другая"}, {"form", form_token()}}).status, 400);
  EXPECT_EQ(now(), approved);
  EXPECT_EQ(get("/disclosures/99/correction").status, 404);
}

TEST_F(DisclosureCorrection, OthersAreNotLetIn) {
  for (const Role role : {Role::director, Role::methodist, Role::teacher, Role::administrator}) {
    sign_in_as(role);
    EXPECT_EQ(get(form_).status, 403) << name_of(role);
    EXPECT_EQ(post(form_, by_mother()).status, 403) << name_of(role);
  }
  sign_in_as(Role::methodist);
  EXPECT_EQ(get(path_).body.find(form_), std::string::npos) << "no door that does not open";
}

}  // namespace
}  // namespace fonds
