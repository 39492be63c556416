#include "archive/achievement_rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "archive/card_words.h"
#include "archive/proof_papers.h"
#include "base/data_file.h"
#include "base/error.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

void drop(ProofPaper& paper, std::string_view field) {
  std::erase_if(paper.card.values, [&](const FieldValue& each) { return each.field == field; });
}

ProofPaper diploma() {
  ProofPaper paper = proof_paper("diploma");
  paper.names_holder = true;
  paper.links = {proof_link(kProhor, PersonRole::holder)};
  return paper;
}

TEST(AchievementRules, ADiplomaOfALinkedStudentProvesOne) {
  const auto found = derived(diploma());
  ASSERT_EQ(found.size(), 1U);
  const Achievement& record = found[0];
  EXPECT_EQ(id_of(record), "2026-000123/15");
  EXPECT_EQ(record.holder, "Зябликов Прохор");
  EXPECT_EQ(record.kind, "diploma");
  EXPECT_EQ(record.event, "конкурс «Шаг в науку»");
  EXPECT_EQ(record.level, "municipal");
  EXPECT_EQ(record.place, "1");
  EXPECT_EQ(record.date, "2024-05-15");
  EXPECT_EQ(record.control, "interim") << "a contest";
  EXPECT_EQ(record.scope, "external") << "above the institution";
  EXPECT_THAT(record.attended, ElementsAre("Лира")) << "of the year before no more";
}

TEST(AchievementRules, DerivingAgainGivesTheSame) {
  const ProofPaper paper = diploma();
  EXPECT_EQ(derived(paper), derived(paper));
}

TEST(AchievementRules, WhatWaitsForAPersonProvesNothing) {
  ProofPaper paper = diploma();
  paper.links[0].state = LinkState::offered;
  EXPECT_THAT(derived(paper), IsEmpty());
  paper = diploma();
  paper.card.values[0].confidence = 0.5;
  EXPECT_THAT(derived(paper), IsEmpty()) << "its kind is not sure";
  paper = diploma();
  paper.card.values[3].confidence = 0.5;
  EXPECT_EQ(derived(paper).at(0).level, "") << "a level that is not sure is no fact";
  EXPECT_EQ(derived(paper).at(0).scope, "");
}

TEST(AchievementRules, PapersThatProveNoAchievementMakeNone) {
  for (const char* kind :
       {"application", "consent", "order", "other", "separator", "blank", "unheard_of", ""}) {
    ProofPaper paper = diploma();
    paper.card.values[0].value = kind;
    EXPECT_THAT(derived(paper), IsEmpty()) << kind;
  }
}

TEST(AchievementRules, APersonsWordOnTheLinkCounts) {
  ProofPaper paper = diploma();
  paper.links.push_back(persons_link(kProhor, LinkState::refused));
  EXPECT_THAT(derived(paper), IsEmpty());
  paper = diploma();
  paper.links[0].state = LinkState::offered;
  paper.links.push_back(persons_link(kProhor, LinkState::linked));
  EXPECT_EQ(derived(paper).size(), 1U);
  paper = diploma();
  paper.links = {persons_link(kAnna, LinkState::linked)};
  EXPECT_EQ(derived(paper).at(0).student, kAnna) << "linked by a person alone";
}

TEST(AchievementRules, ALetterOfThanksIsTheOnesItIsGivenTo) {
  ProofPaper paper = proof_paper("gratitude");
  paper.names_holder = true;  // the teacher
  paper.links = {proof_link(kProhor, PersonRole::listed)};
  EXPECT_THAT(derived(paper), IsEmpty()) << "a learner it mentions";
  paper.links = {proof_link(kProhor, PersonRole::holder)};
  EXPECT_EQ(derived(paper).size(), 1U);
}

TEST(AchievementRules, RowsWithAResultAreRecordsOfControl) {
  ProofPaper paper = proof_paper("attestation_protocol");
  drop(paper, "place");
  drop(paper, "event");
  drop(paper, "level");
  put(paper, "level", "institution");
  put(paper, "control", "final");
  paper.links = {proof_link(kProhor, PersonRole::listed, "высокий"),
                 proof_link(kAnna, PersonRole::listed)};
  const auto found = derived(paper);
  ASSERT_EQ(found.size(), 1U) << "a row without a result records nothing";
  EXPECT_EQ(found[0].mark, "высокий");
  EXPECT_EQ(found[0].place, "");
  EXPECT_EQ(found[0].control, "final") << "as its title says";
  EXPECT_EQ(found[0].scope, "internal");
}

TEST(AchievementRules, APlaceInARowOfAContestIsThatRowsPlace) {
  ProofPaper paper = proof_paper("competition_protocol");
  drop(paper, "place");
  paper.links = {proof_link(kProhor, PersonRole::listed, "II место"),
                 proof_link(kAnna, PersonRole::listed, "2")};
  const auto found = derived(paper);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].place, "2");
  EXPECT_EQ(found[1].place, "") << "a bare number may be points";
  EXPECT_EQ(found[1].mark, "2");
  paper = proof_paper("attestation_protocol");
  drop(paper, "place");
  paper.links = {proof_link(kProhor, PersonRole::listed, "III")};
  EXPECT_EQ(derived(paper).at(0).place, "") << "no places in an attestation";
}

TEST(AchievementRules, AnAwardWithoutAPersonIsTheCollectives) {
  ProofPaper paper = proof_paper("diploma");
  put(paper, "collective", "Лира");
  const AchievementRules::Attendance attending{{kAnna, {"Лира", "", "", 2023, {}, {}}},
                                               {kProhor, {"Лира", "", "", 2021, {}, {}}},
                                               {kAnna, {"Лира", "", "2", 2023, {}, {}}}};
  auto found = derived(paper, attending);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(id_of(found[0]), "2026-000123/c");
  EXPECT_EQ(found[0].holder, "Лира");
  EXPECT_THAT(found[0].members, ElementsAre(kAnna)) << "who attended that year";

  paper.links = {proof_link(kProhor, PersonRole::listed)};
  EXPECT_EQ(derived(paper).size(), 2U) << "and its named member's";
  paper.names_holder = true;
  found = derived(paper);
  ASSERT_EQ(found.size(), 1U) << "given to a person of the collective";
  EXPECT_EQ(found[0].student, kProhor);
}

TEST(AchievementRules, ADateThatIsMissingIsTheSchoolYears) {
  ProofPaper paper = diploma();
  drop(paper, "date");
  put(paper, "school_year", "2022/2023");
  EXPECT_EQ(derived(paper).at(0).date, "2022/2023");
  EXPECT_THAT(derived(paper).at(0).attended, ElementsAre("Парус"));
}

TEST(AchievementRules, APersonsStatementWins) {
  ProofPaper paper = diploma();
  paper.words = {{kProhor, "control", "final", "osipova", "1"},
                 {kProhor, "place", "", "osipova", "1"},
                 {kProhor, "scope", "internal", "osipova", "1"},
                 {kAnna, "control", "current", "osipova", "2"}};
  const Achievement record = derived(paper).at(0);
  EXPECT_EQ(record.control, "final");
  EXPECT_EQ(record.place, "") << "there is none, a person says";
  EXPECT_EQ(record.scope, "internal");
  paper.words = {{kProhor, "counts", "no", "osipova", "1"}};
  EXPECT_THAT(derived(paper), IsEmpty());
  paper.card.values[0].value = "order";
  paper.words = {{kProhor, "counts", "yes", "osipova", "1"}};
  EXPECT_EQ(derived(paper).size(), 1U) << "a paper of any kind, when a person says so";
  paper.links[0].state = LinkState::offered;
  EXPECT_THAT(derived(paper), IsEmpty()) << "whose it is must be known";
}

TEST(AchievementRules, AStatementStaysWithItsRecordWhenStudentsAreMerged) {
  ProofPaper paper = diploma();
  paper.links[0].record = kAnna;  // merged into Prohor's
  paper.words = {{kAnna, "control", "final", "osipova", "1"}};
  EXPECT_EQ(derived(paper).at(0).control, "final");
  paper.words.push_back({kProhor, "control", "current", "tkach", "2"});
  EXPECT_EQ(derived(paper).at(0).control, "current") << "the later one";
}

TEST(AchievementRules, MistakesInTheDataAreRefusedWithTheirPlace) {
  const ValueWords words = card_words(DocumentKinds::shipped());
  for (const char* wrong :
       {"[scope]\nplanet = 'external'\n[snapshots]\ndays = []\n",
        "[scope]\nzonal = 'outer'\n[snapshots]\ndays = []\n",
        "[scope]\n[snapshots]\ndays = ['31-05']\n", "[scope]\n[snapshots]\ndays = ['02-30']\n",
        "[scope]\n[snapshots]\nday = ['01-15']\n", "[scope]\n", "[scopes]\n"}) {
    EXPECT_THROW(AchievementRules(DataTable::parse(wrong, "achievements.toml"),
                                  DocumentKinds::shipped(), ReviewRules::shipped(), words),
                 Error)
        << wrong;
  }
  EXPECT_EQ(rules_as_shipped().snapshot_days().size(), 2U);
}

}  // namespace
}  // namespace fonds
