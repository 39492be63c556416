#include "web/retention_desk.h"

namespace fonds {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class VerdictPage : public RetentionDesk {};

TEST_F(VerdictPage, SaysWhatBecomesOfAVolumeAndWhy) {
  const std::string volume = closed_volume("02-03");
  sign_in_as(Role::archivist);
  const Response shown = get(verdict_of(volume));
  const std::string said = words(shown);
  EXPECT_THAT(said, HasSubstr("may stand in an act of destruction"));
  EXPECT_THAT(said, HasSubstr("The case was closed on 2019-05-20."));
  EXPECT_THAT(said, HasSubstr("2025-01-01"));
  EXPECT_THAT(said, HasSubstr("5 лет"));
  EXPECT_THAT(said, HasSubstr("№ 1 от 10.01.2018"));
  EXPECT_THAT(said, HasSubstr("G1 passed"));
  EXPECT_THAT(shown.body, Not(HasSubstr("<script>alert")));
}

TEST_F(VerdictPage, AnotherDayAndAnIndexCanBeAsked) {
  const std::string volume = closed_volume("02-03");
  sign_in_as(Role::auditor);
  EXPECT_THAT(words(get(verdict_of(volume) + "?on=2023-02-01")), HasSubstr("2023-02-01"));
  EXPECT_THAT(words(get("/retention/volumes/02-06")), HasSubstr("for ever"));
  EXPECT_EQ(get("/retention/volumes/09-99").status, 404);
}

TEST_F(VerdictPage, AnEventAndADecisionAreRecordedAndTakenOff) {
  const std::string volume = closed_volume("02-05");
  sign_in_as(Role::archivist);
  const std::string path = verdict_of(volume);
  const Response shown = get(path);
  EXPECT_THAT(words(shown), HasSubstr("G4 CLOSED"));
  const Response kept = submit(shown, path + "/events",
                               {{"event", "dispute"}, {"day", "2020-02-03"}, {"basis", "иск"}});
  EXPECT_THAT(words(follow(kept)), HasSubstr("A dispute is not settled"));
  EXPECT_THAT(words(follow(post(path + "/events/removed", {{"event", "dispute"}}))),
              Not(HasSubstr("A dispute is not settled")));
  const Response decided = submit(get(path), path + "/decision",
                                  {{"outcome", "destroy"}, {"protocol", "№ 5 от 01.02.2026"}});
  EXPECT_THAT(words(follow(decided)), HasSubstr("G4 passed"));
}

TEST_F(VerdictPage, WhatCanBeMendedIsToldBesideTheForm) {
  const std::string path = verdict_of(closed_volume("02-05"));
  sign_in_as(Role::archivist);
  const Response refused =
      post(path + "/events", {{"event", "dispute"}, {"day", "2020-02-03"}, {"basis", " "}});
  EXPECT_EQ(refused.status, 400);
  EXPECT_THAT(words(refused), HasSubstr("it is not said what paper shows the event"));
  EXPECT_EQ(post(path + "/events", {{"event", "none"}}).status, 400);
  EXPECT_EQ(post(path + "/decision", {{"outcome", ""}, {"protocol", "1"}}).status, 400);
  EXPECT_EQ(post(path + "/events/removed", {{"event", "dispute"}}).status, 404);
}

TEST_F(VerdictPage, WhoMayOnlyLookRecordsNothing) {
  const std::string path = verdict_of(closed_volume("02-05"));
  sign_in_as(Role::director);
  EXPECT_FALSE(HtmlPage(get(path).body).has_form(path + "/events"));
  EXPECT_EQ(post(path + "/events").status, 403);
  EXPECT_EQ(post(path + "/decision").status, 403);
}

}  // namespace
}  // namespace fonds
