#include "registry/mention_weights.h"

#include <gtest/gtest.h>

#include "support/small_register.h"

namespace fonds {
namespace {

const StudentIndex& index() {
  static const StudentIndex all = index_of(small_register());
  return all;
}

MentionWeights weigh(const PersonMention& mention, const PaperContext& paper = {}) {
  const MatcherSettings settings = MatcherSettings::shipped();
  const PaperPrior prior(index(), shipped_grammar(), settings, paper);
  return MentionWeigher(index(), shipped_grammar(), settings, prior).weigh(mention);
}

std::int64_t best(const MentionWeights& weights) {
  return weights.students.empty() ? 0 : index().row(weights.students.front().row).id;
}
/// The logarithm of the odds of the best student against nobody.
double odds(const MentionWeights& weights) {
  return weights.students.empty() ? -99 : weights.students.front().weight - weights.nobody;
}

TEST(MentionWeights, EachPartOfTheNameThatAgreesAddsWeight) {
  const double last = odds(weigh(mention_of("Кравец")));
  const double initials = odds(weigh(mention_of("Кравец Т.")));
  const double first = odds(weigh(mention_of("Кравец Тимофей")));
  const double full = odds(weigh(mention_of("Кравец Тимофей Ильич")));
  EXPECT_LT(last, initials);
  EXPECT_LT(initials, first);
  EXPECT_LT(first, full);
  EXPECT_GT(full, odds(weigh(mention_of("Кравец Тимофей Иванович"))) + 8);
}

TEST(MentionWeights, BirthDateAndAgeCountBothWays) {
  PaperContext paper;
  paper.date = date_span_from("2024-05-15");
  PersonMention mention = mention_of("Кравец Тимофей");
  const double plain = odds(weigh(mention, paper));
  mention.age = 12;
  EXPECT_GT(odds(weigh(mention, paper)), plain);
  mention.age = 17;
  EXPECT_LT(odds(weigh(mention, paper)), plain);
  mention.age.reset();
  mention.birth_date = calendar_date_from("2012-03-12");
  EXPECT_GT(odds(weigh(mention, paper)), plain + 5);
  mention.birth_date = calendar_date_from("2008-11-27");
  EXPECT_LT(odds(weigh(mention, paper)), plain);
}

TEST(MentionWeights, TheCaseTheWordingDemandsTellsManFromWoman) {
  PersonMention mention = mention_of("Лысенко Петра");
  mention.expected_case = GrammaticalCase::genitive;
  EXPECT_EQ(best(weigh(mention)), 13);
}

}  // namespace
}  // namespace fonds
