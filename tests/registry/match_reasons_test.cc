#include "registry/match_reasons.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/small_register.h"

namespace fonds {
namespace {

std::vector<std::string> reasons(PersonMention mention, const PaperContext& paper = {}) {
  static const StudentIndex index = index_of(small_register());
  const MatcherSettings settings = MatcherSettings::shipped();
  const PaperPrior prior(index, shipped_grammar(), settings, paper);
  MentionWeigher weigher(index, shipped_grammar(), settings, prior);
  const MentionWeights weights = weigher.weigh(mention);
  std::vector<std::string> said;
  if (weights.students.empty()) return said;
  for (const Reason& each :
       reasons_for(index, shipped_grammar(), prior, mention,
                   weights.variants[weights.students.front().variant], weights.students.front())) {
    said.push_back(in_words(each));
  }
  return said;
}

TEST(MatchReasons, TellWhichPartsOfTheNameAgree) {
  EXPECT_THAT(reasons(mention_of("Кравцу Тнмофею")),
              testing::ElementsAre("the surname agrees: Кравцу",
                                   "the first name is nearly the same: Тнмофею for Тимофей",
                                   "no patronymic on the paper"));
  EXPECT_THAT(
      reasons(mention_of("Кравец Т.И.")),
      testing::ElementsAre("the surname agrees: Кравец", "the initial of the first name agrees: Т.",
                           "the initial of the patronymic agrees: И."));
  EXPECT_THAT(
      reasons(mention_of("Кравец Тимофей Павлович")),
      testing::Contains("another patronymic: Павлович on the paper, Ильич in the register"));
  EXPECT_THAT(reasons(mention_of("Тарасенко Ника")),
              testing::Contains("the former surname of Осипова"));
  EXPECT_THAT(reasons(mention_of("Сидорова Мария")),
              testing::Contains("part of the double surname Сидорова-Белых"));
  EXPECT_THAT(reasons(mention_of("КравецТимофей")),
              testing::Contains("the words of the name were split or joined"));
}

TEST(MatchReasons, TellWhatStandsBesideTheName) {
  PaperContext paper;
  paper.date = date_span_from("2024-05-15");
  paper.collective = "Юный мастер";
  paper.group = "1";
  PersonMention mention = mention_of("Кравец Тимофей");
  mention.birth_date = calendar_date_from("2012-03-12");
  mention.age = 12;
  EXPECT_THAT(reasons(mention, paper),
              testing::IsSupersetOf({"the birth date agrees: 2012-03-12", "the age agrees: 12",
                                     "attends the collective Юный мастер",
                                     "is in the group the paper names",
                                     "attended in the school year 2023/2024"}));

  mention.birth_date = calendar_date_from("2012-03-13");
  mention.age = 16;
  paper.collective = "Весёлая палитра";
  EXPECT_THAT(reasons(mention, paper),
              testing::IsSupersetOf(
                  {"another birth date: 2012-03-13 on the paper, 2012-03-12 in the register",
                   "another age: 16 on the paper, 12 by the register",
                   "does not attend the collective Весёлая палитра"}));
}

}  // namespace
}  // namespace fonds
