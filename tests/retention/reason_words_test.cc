#include "retention/reason_words.h"

#include <gmock/gmock.h>

#include <set>

#include "retention/evaluate.h"

namespace fonds {
namespace {

using testing::ElementsAre;

TEST(ReasonWords, DeriveTheDateInSentences) {
  RetentionRule rule;
  rule.kind = PeriodKind::years;
  rule.years = 3;
  rule.trigger = Trigger::learner_left;
  rule.authority = {"236", "2019", "19", "а", false};
  RetentionFacts facts;
  facts.closed = CalendarDate{2023, 12, 1};
  facts.events[static_cast<std::size_t>(Trigger::learner_left)] = CalendarDate{2024, 1, 15};
  facts.obstacles = {{DisposalObstacleKind::hold, "суд", CalendarDate{2030, 1, 31}}};
  EXPECT_THAT(
      sentences_of(evaluate(rule, facts, {2026, 1, 1}), rule, facts),
      ElementsAre("The rule is: 3 years (236, art. 19а, not verified).",
                  "The case was closed on 2023-12-01.", "The learner left on 2024-01-15.",
                  "The term is counted from 2025-01-01.",
                  "By its term it may stand in an act from 2028-01-01 on.", "Its term is not over.",
                  "A hold forbids to destroy it (until 2030-01-31): суд."));
}

TEST(ReasonWords, EveryReasonAndStateHasASentenceOfItsOwn) {
  RetentionRule rule;
  RetentionFacts facts;
  facts.decision = CommissionDecision{Appraisal::keep, "№ 1", {}};
  facts.obstacles = {{}};
  std::set<std::string> sentences;
  for (std::size_t i = 0; i < kStepCodes.size(); ++i) {
    Verdict verdict;
    verdict.reasons = {{static_cast<StepCode>(i), {2024, 1, 1}, 0}};
    const std::string sentence = sentences_of(verdict, rule, facts).at(0);
    EXPECT_FALSE(sentence.empty()) << kStepCodes[i];
    sentences.insert(sentence);
  }
  // A case that is not closed and one whose closing is not known say the same.
  EXPECT_GE(sentences.size(), kStepCodes.size() - 2);
  for (std::size_t i = 0; i < kVerdictStates.size(); ++i) {
    EXPECT_TRUE(sentences.insert(title_of(static_cast<VerdictState>(i))).second);
  }
}

TEST(ReasonWords, EveryEventIsNamedWhenItIsKnownAndWhenNot) {
  std::set<std::string> sentences;
  for (std::size_t i = 0; i < kTriggers.size(); ++i) {
    RetentionRule rule;
    rule.kind = PeriodKind::years;
    rule.years = 1;
    rule.trigger = static_cast<Trigger>(i);
    for (const StepCode code : {StepCode::event, StepCode::no_event}) {
      Verdict verdict;
      verdict.reasons = {{code, {2024, 1, 1}, 0}};
      const std::string sentence = sentences_of(verdict, rule, {}).at(0);
      EXPECT_FALSE(sentence.empty());
      EXPECT_TRUE(sentences.insert(sentence).second) << sentence;
    }
  }
}

TEST(ReasonWords, EveryObstacleIsNamed) {
  std::set<std::string> sentences;
  for (std::size_t i = 0; i < kDisposalObstacleKinds.size(); ++i) {
    RetentionFacts facts;
    facts.obstacles = {{static_cast<DisposalObstacleKind>(i), "", {}}};
    Verdict verdict;
    verdict.reasons = {{StepCode::obstacle, {}, 0}};
    EXPECT_TRUE(sentences.insert(sentences_of(verdict, {}, facts).at(0)).second);
  }
}

}  // namespace
}  // namespace fonds
