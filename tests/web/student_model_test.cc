#include "web/student_model.h"

#include "base/error.h"
#include "web/paper_desk.h"

namespace fonds {
namespace {

using testing::ElementsAre;

class StudentModelTest : public PaperDesk {
 protected:
  StudentModelTest()
      : kravets_(student("Кравец", "Тимофей",
                         {{"collective", "Акварель"},
                          {"school_year", "2023/2024"},
                          {"from", "01.09.2023"},
                          {"to", "31.05.2024"},
                          {"guardians", "Кравец Ольга (мать)"}})) {}
  template <class Look>
  Json seen_by(Role role, const Look& look) {
    const Actor actor = sign_in_as(role);
    Workplace place(archive().reopen(), site());
    const Request request;
    Visit visit{request, place};
    visit.session = OpenSession{actor, "d"};
    return look(visit, ArchiveStudents(*place.archive).show(actor, kravets_));
  }
  StudentId kravets_;
};

TEST_F(StudentModelTest, WhoMaySpeakForAChildIsToldToThoseWhoNeedIt) {
  const auto facts = [](Visit& visit, const StudentCard& card) {
    return student_facts_model(visit, card);
  };
  const Json clerk = seen_by(Role::clerk, facts);
  EXPECT_EQ(clerk["name"], "Кравец Тимофей");
  EXPECT_EQ(clerk["guardians"][0]["relation"], "мать");
  EXPECT_EQ(clerk["memberships"][0]["year"], "2023/2024");
  EXPECT_EQ(clerk["about"], "Акварель");
}

TEST_F(StudentModelTest, AchievementsStandByYearAndLevelAndInTheTimeline) {
  PaperReading paper = diploma();
  paper.place = decided(AwardPlace{Rank::first, 0}, 0.99);
  paper.event = decided(std::string("конкурс «Радуга»"), 0.99);
  paper.date = decided(date_span_from("2024-05-15").value(), 0.99);
  store(paper, {link(kravets_, LinkState::linked, 0.99)});
  const Json both = seen_by(Role::clerk, [](Visit& visit, const StudentCard& card) {
    const Json achievements = achievements_model(visit, card.student);
    return Json{{"achievements", achievements},
                {"timeline", timeline_model(card.student, achievements)}};
  });
  const Json& year = both["achievements"]["years"].at(0);
  EXPECT_EQ(year["year"], "2023/2024");
  EXPECT_EQ(year["counts"][0]["count"], 1);
  EXPECT_EQ(year["records"][0]["path"], path());
  EXPECT_EQ(year["records"][0]["own"], true);
  std::vector<std::string> days;
  for (const Json& each : both["timeline"]) days.push_back(each["date"]);
  EXPECT_THAT(days, ElementsAre("2024-05-31", "2024-05-15", "2023-09-01"));
}

TEST_F(StudentModelTest, NumbersOfStudentsAreNumbers) {
  EXPECT_EQ(student_named("15").value, 15);
  for (const char* text : {"", "0", "-1", "x", "1x", "99999999999999999999"}) {
    EXPECT_EQ(student_named(text).value, 0) << text;
  }
  EXPECT_THAT(words_in("  Кравец\tТ. "), ElementsAre("Кравец", "Т."));
  EXPECT_EQ(school_year_in_words(2023), "2023/2024");
  EXPECT_EQ(school_year_in_words(0), "");
}

}  // namespace
}  // namespace fonds
