#include "web/paper_desk.h"

namespace fonds {
namespace {

using testing::HasSubstr;
using testing::Not;

class StudentEditTest : public PaperDesk {
 protected:
  StudentEditTest() : kravets_(student("Кравец", "Тимофей", {{"school", "Школа 3"}})) {
    sign_in_as(Role::clerk);
  }
  static std::string card(StudentId id) { return "/students/" + std::to_string(id.value); }
  Student now(StudentId id) {
    return ArchiveStudents(archive()).show(local_archivist(), id).student;
  }
  StudentId kravets_;
};

TEST_F(StudentEditTest, AStudentIsAddedWithTheCollective) {
  const Response sent = submit(get("/students/new"), "/students/new",
                               {{"last", "Ли"},
                                {"first", "Анна"},
                                {"birth_date", "12.03.2012"},
                                {"gender", "f"},
                                {"collective", "Маска"},
                                {"school_year", "2024/2025"}});
  ASSERT_EQ(sent.status, 303) << words(sent);
  const std::string text = words(follow(get(location(sent))));
  EXPECT_THAT(text, HasSubstr("Ли Анна"));
  EXPECT_THAT(text, HasSubstr("Маска"));
  EXPECT_THAT(text, HasSubstr("2024/2025"));
}

TEST_F(StudentEditTest, WhatIsWrongIsToldBesideTheFormThatKeepsWhatWasTyped) {
  const Response refused =
      submit(get("/students/new"), "/students/new",
             {{"last", "Ли"}, {"first", "Анна"}, {"birth_date", "32.13.2012"}});
  EXPECT_EQ(refused.status, 400);
  EXPECT_THAT(refused.body, HasSubstr("role=\"alert\""));
  EXPECT_THAT(refused.body, HasSubstr("value=\"32.13.2012\""));
  const Response same =
      submit(get("/students/new"), "/students/new", {{"last", "Кравец"}, {"first", "Тимофей"}});
  EXPECT_EQ(same.status, 400);
  const Response another = submit(
      same, "/students/new", {{"last", "Кравец"}, {"first", "Тимофей"}, {"namesake", "another"}});
  EXPECT_EQ(another.status, 303);
}

TEST_F(StudentEditTest, OnlyWhatWasChangedInTheFormIsChanged) {
  const Response form = get(card(kravets_) + "/edit");
  ArchiveStudents(archive()).edit(local_archivist(), kravets_, {{"school", "Школа 5"}});
  const Response sent = submit(form, card(kravets_) + "/edit", {{"middle", "Ильич"}});
  EXPECT_EQ(location(sent), card(kravets_));
  EXPECT_EQ(now(kravets_).name.middle, "Ильич");
  EXPECT_EQ(now(kravets_).school, "Школа 5") << "somebody else changed it meanwhile";
  submit(get(card(kravets_) + "/edit"), card(kravets_) + "/edit", {{"school", ""}});
  EXPECT_EQ(now(kravets_).school, "");
  submit(get(card(kravets_) + "/edit"), card(kravets_) + "/edit", {{"last", "Кравцов"}});
  EXPECT_EQ(now(kravets_).former_last_names.at(0), "Кравец");
}

TEST_F(StudentEditTest, TwoRecordsAreUnitedAfterALookAtBothAndPartedAgain) {
  const StudentId other = student("Кравец", "Тимоша");
  const Response found = get(card(kravets_) + "/merge?q=%D0%BA%D1%80%D0%B0%D0%B2%D0%B5%D1%86");
  EXPECT_THAT(words(found), HasSubstr("Кравец Тимоша"));
  const std::string choose = card(kravets_) + "/merge?other=" + std::to_string(other.value);
  EXPECT_THAT(HtmlPage(found.body).links(), testing::Contains(choose));
  const Response sent = submit(get(choose), card(kravets_) + "/merge");
  EXPECT_EQ(location(sent), card(kravets_));
  EXPECT_EQ(now(other).id, kravets_);
  const std::string part = card(other) + "/part";
  EXPECT_EQ(location(submit(get(card(kravets_)), part)), card(kravets_));
  EXPECT_EQ(now(other).id, other);
  EXPECT_EQ(post(card(kravets_) + "/merge", {{"other", "999"}}).status, 404);
}

TEST_F(StudentEditTest, WhoMayNotChangeTheRegisterCanNot) {
  for (const Role role : {Role::teacher, Role::methodist, Role::director, Role::auditor}) {
    sign_in_as(role);
    EXPECT_EQ(get("/students/new").status, 403) << name_of(role);
    EXPECT_EQ(post("/students/new", {{"last", "Ли"}, {"first", "Анна"}}).status, 403);
    EXPECT_EQ(get(card(kravets_) + "/edit").status, 403);
    EXPECT_EQ(post(card(kravets_) + "/edit", {{"last", "Ли"}}).status, 403);
    EXPECT_EQ(post(card(kravets_) + "/merge", {{"other", "1"}}).status, 403);
    EXPECT_EQ(post(card(kravets_) + "/part").status, 403);
  }
  sign_in_as(Role::clerk);
  EXPECT_EQ(post(card(kravets_) + "/edit", {{"last", "Ли"}, {"form", "x"}}).status, 403);
  EXPECT_EQ(now(kravets_).name.last, "Кравец");
}

}  // namespace
}  // namespace fonds
