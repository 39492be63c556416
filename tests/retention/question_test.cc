#include "retention/question.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "retention/evaluate.h"
#include "support/fault_of.h"

namespace fonds {
namespace {

using testing::HasSubstr;

TEST(RetentionQuestion, HoldsEveryPartOfRuleAndFacts) {
  const RetentionQuestion question = question_from_json(
      R"({"rule": {"kind": "until_not_needed", "years": 2, "trigger": "learner_left", "mark": "EK",
          "condition": "audit", "note": "n", "authority": {"act": "236", "edition": "2019",
          "article": "19", "letter": "б", "verified": true},
          "local": {"ek_protocol": "№ 1", "years": 7}},
          "facts": {"closed": "2024-08-31", "one_matter": true, "matter_closed": "2024-12-30",
          "events": {"learner_left": "2023-11-15"}, "not_needed": "2026-02-02",
          "liquidated": "2030-06-30", "is_source": true, "audited": true,
          "decision": {"outcome": "prolong", "protocol": "№ 3", "until": "2030-12-31"},
          "obstacles": [{"kind": "dispute", "why": "спор", "until": "2027-01-31"}]},
          "day": "2026-01-01"})");
  const RetentionRule& rule = question.rule;
  EXPECT_EQ(rule.kind, PeriodKind::until_not_needed);
  EXPECT_EQ(rule.years, 2);
  EXPECT_EQ(rule.trigger, Trigger::learner_left);
  EXPECT_EQ(rule.mark, AppraisalMark::ek);
  EXPECT_EQ(rule.condition, RetentionCondition::audit);
  EXPECT_EQ(rule.note, "n");
  EXPECT_EQ(rule.authority, (Authority{"236", "2019", "19", "б", true}));
  EXPECT_EQ(rule.local, (LocalPeriod{"№ 1", 7}));
  const RetentionFacts& facts = question.facts;
  EXPECT_EQ(facts.closed, (CalendarDate{2024, 8, 31}));
  EXPECT_TRUE(facts.one_matter && facts.is_source && facts.audited);
  EXPECT_EQ(facts.matter_closed, (CalendarDate{2024, 12, 30}));
  EXPECT_EQ(facts.event(Trigger::learner_left), (CalendarDate{2023, 11, 15}));
  EXPECT_FALSE(facts.event(Trigger::returned));
  EXPECT_EQ(facts.not_needed, (CalendarDate{2026, 2, 2}));
  EXPECT_EQ(facts.liquidated, (CalendarDate{2030, 6, 30}));
  ASSERT_TRUE(facts.decision);
  EXPECT_EQ(facts.decision->outcome, Appraisal::prolong);
  EXPECT_EQ(facts.decision->protocol, "№ 3");
  EXPECT_EQ(facts.decision->until, (CalendarDate{2030, 12, 31}));
  ASSERT_EQ(facts.obstacles.size(), 1U);
  EXPECT_EQ(facts.obstacles[0].kind, DisposalObstacleKind::dispute);
  EXPECT_EQ(facts.obstacles[0].why, "спор");
  EXPECT_EQ(facts.obstacles[0].until, (CalendarDate{2027, 1, 31}));
  EXPECT_EQ(question.day, (CalendarDate{2026, 1, 1}));
}

TEST(RetentionQuestion, NeedsOnlyAKind) {
  const RetentionQuestion question = question_from_json(R"({"rule":{"kind":"permanent"}})");
  EXPECT_EQ(question.rule, RetentionRule());
  EXPECT_FALSE(question.day);
}

TEST(RetentionQuestion, WhatIsWrongIsNamedByItsPlace) {
  const auto refused = [](const char* line) {
    EXPECT_EQ(fault_of([&] { question_from_json(line); }), Fault::usage) << line;
    try {
      question_from_json(line);
    } catch (const Error& error) {
      return std::string(error.what());
    }
    return std::string();
  };
  EXPECT_THAT(refused("не JSON"), HasSubstr("JSON"));
  EXPECT_THAT(refused("[1]"), HasSubstr("JSON"));
  EXPECT_THAT(refused("{}"), HasSubstr("“rule”"));
  EXPECT_THAT(refused(R"({"rule":{}})"), HasSubstr("“rule.kind”"));
  EXPECT_THAT(refused(R"({"rule":{"kind":"forever"}})"), HasSubstr("“rule.kind”"));
  EXPECT_THAT(refused(R"({"rule":{"kind":"years","years":-1}})"), HasSubstr("“rule.years”"));
  EXPECT_THAT(refused(R"({"rule":{"kind":"years","years":2.5}})"), HasSubstr("“rule.years”"));
  EXPECT_THAT(refused(R"({"rule":{"kind":"years","yeers":5}})"), HasSubstr("“rule.yeers”"));
  EXPECT_THAT(refused(R"({"rule":{"kind":"years"},"facts":{"closed":"31.02.2024"}})"),
              HasSubstr("“facts.closed”"));
  EXPECT_THAT(refused(R"({"rule":{"kind":"years"},"facts":{"events":{"left":"2024-01-01"}}})"),
              HasSubstr("“facts.events.left”"));
  EXPECT_THAT(refused(R"({"rule":{"kind":"years"},"facts":{"decision":{"outcome":"keep"}}})"),
              HasSubstr("“facts.decision.protocol”"));
  EXPECT_THAT(refused(R"({"rule":{"kind":"years"},"facts":{"obstacles":[{"kind":"x"}]}})"),
              HasSubstr("“facts.obstacles[0].kind”"));
  EXPECT_THAT(refused(R"({"rule":{"kind":"years"},"facts":{"audited":"yes"}})"),
              HasSubstr("“facts.audited”"));
}

TEST(RetentionQuestion, TheAnswerIsStateDateAndReasons) {
  const RetentionQuestion question =
      question_from_json(R"({"rule":{"kind":"years","years":5},"facts":{"closed":"2024-08-31"}})");
  const auto answer = nlohmann::json::parse(
      answer_as_json(question, evaluate(question.rule, question.facts, {2026, 1, 1})));
  EXPECT_EQ(answer["state"], "running");
  EXPECT_EQ(answer["date"], "2030-01-01");
  EXPECT_EQ(answer["reasons"][0]["code"], "period_of_years");
  EXPECT_THAT(answer["reasons"][0]["text"].get<std::string>(), HasSubstr("5"));
}

TEST(RetentionQuestion, WithoutADateTheAnswerSaysNull) {
  const RetentionQuestion question = question_from_json(R"({"rule":{"kind":"permanent"}})");
  const auto answer = nlohmann::json::parse(
      answer_as_json(question, evaluate(question.rule, question.facts, {2026, 1, 1})));
  EXPECT_TRUE(answer["date"].is_null());
}

}  // namespace
}  // namespace fonds
