#include "archive/blocks.h"
#include "archive/consents.h"
#include "web/paper_desk.h"

namespace fonds {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* kHostile = "<script>alert(1)</script>";

class StudentPageTest : public PaperDesk {
 protected:
  StudentPageTest()
      : kravets_(student("Кравец", "Тимофей",
                         {{"collective", "Маска"}, {"guardians", "Кравец Ольга (мать)"}})),
        li_(student("Ли", "Анна", {{"collective", "Акварель"}})) {}
  static std::string card(StudentId id) { return "/students/" + std::to_string(id.value); }
  StudentId kravets_;
  StudentId li_;
};

TEST_F(StudentPageTest, TheRegisterIsListedAndSearched) {
  sign_in_as(Role::clerk);
  const std::string all = words(get("/students"));
  EXPECT_THAT(all, HasSubstr("2 students"));
  EXPECT_THAT(all, HasSubstr("Кравец Тимофей"));
  const std::string some = words(get("/students?q=%D0%BA%D1%80%D0%B0%D0%B2"));
  EXPECT_THAT(some, HasSubstr("Кравец Тимофей"));
  EXPECT_THAT(some, Not(HasSubstr("Ли Анна")));
  EXPECT_THAT(words(get("/students?q=%3Cscript%3Ealert(1)")), HasSubstr("has nobody"));
  const Json offered = Json::parse(get("/students/completions?q=%D0%BA%D1%80").body);
  EXPECT_EQ(offered.at(0)["text"], "Кравец Тимофей");
}

TEST_F(StudentPageTest, LongListsComeInPages) {
  for (const char* first : {"Пётр", "Иван"}) {
    for (const char* ending :
         {"аб", "ав", "аг", "ад", "ал", "ам", "ан", "ап", "ар", "ас", "ат", "ах", "об",
          "ов", "ог", "од", "ол", "ом", "он", "оп", "ор", "ос", "от", "ох", "ун"}) {
      student(std::string("Ящериц") + ending, first);
    }
  }
  sign_in_as(Role::clerk);
  const Response first = get("/students");
  EXPECT_THAT(words(first), HasSubstr("52 students"));
  EXPECT_THAT(HtmlPage(first.body).links(), testing::Contains("/students?q=&from=50"));
  EXPECT_THAT(HtmlPage(get("/students?from=50").body).links(),
              testing::Contains("/students?q=&from=0"));
}

TEST_F(StudentPageTest, ACardHoldsAllThatIsKnown) {
  store(diploma(), {link(kravets_, LinkState::linked, 0.98)});
  temp_.work();
  Consent consent;
  consent.student = kravets_;
  consent.given_on = {2024, 1, 2};
  ArchiveConsents(archive()).add(local_archivist(), consent, "");
  sign_in_as(Role::clerk);
  const std::string text = words(get(card(kravets_)));
  EXPECT_THAT(text, HasSubstr("Маска"));
  EXPECT_THAT(text, HasSubstr("Кравец Ольга (мать)"));
  EXPECT_THAT(text, HasSubstr("publication"));
  EXPECT_THAT(text, HasSubstr("Achievements"));
  EXPECT_THAT(text, HasSubstr("Applications for results"));
  EXPECT_EQ(get("/students/999").status, 404);
  EXPECT_EQ(get("/students/x").status, 404);
}

TEST_F(StudentPageTest, ATeacherSeesTheOwnCollectiveAndNoGuardians) {
  sign_in_as(Role::teacher, {"Маска"});
  const std::string list = words(get("/students"));
  EXPECT_THAT(list, HasSubstr("1 student"));
  EXPECT_THAT(list, Not(HasSubstr("Ли Анна")));
  const Response own = get(card(kravets_));
  EXPECT_THAT(words(own), Not(HasSubstr("Кравец Ольга")));
  EXPECT_THAT(words(own), Not(HasSubstr("Consents")));
  EXPECT_THAT(own.body, Not(HasSubstr("/edit")));
  const Response hidden = get(card(li_));
  EXPECT_EQ(hidden.status, 404);
  EXPECT_THAT(hidden.body, Not(HasSubstr("Анна")));
  for (const Role role : {Role::auditor, Role::administrator}) {
    sign_in_as(role);
    EXPECT_EQ(get("/students").status, 403);
    EXPECT_EQ(get(card(kravets_)).status, 403);
  }
}

TEST_F(StudentPageTest, ABlockedStudentIsThereForTheArchivistOnlyWithTheReason) {
  ArchiveBlocks(archive()).block(local_archivist(), BlockSubject::student,
                                 std::to_string(kravets_.value), "consent withdrawn");
  sign_in_as(Role::archivist);
  EXPECT_THAT(words(get(card(kravets_))), HasSubstr("consent withdrawn"));
  sign_in_as(Role::clerk);
  EXPECT_EQ(get(card(kravets_)).status, 404);
}

TEST_F(StudentPageTest, ANameIsTextAndNothingElse) {
  const StudentId hostile =
      student("Примерова", "Анна", {{"collective", kHostile}, {"school", kHostile}});
  sign_in_as(Role::clerk);
  for (const std::string& at : {std::string("/students"), card(hostile), card(hostile) + "/edit"}) {
    const Response shown = get(at);
    EXPECT_EQ(shown.status, 200) << at;
    EXPECT_THAT(shown.body, Not(HasSubstr("<script>alert"))) << at;
    words(shown);
  }
}

}  // namespace
}  // namespace fonds
