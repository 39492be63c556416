#include "retention/question.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"
#include "retention/reason_words.h"
#include "retention/strict_object.h"

namespace fonds {
namespace {

using Json = nlohmann::json;

constexpr int kMostYears = 1000;

Error wrong(const std::string& where, const char* what) {
  return {Fault::usage, say(tr("“{}” {}"), where, what),
          tr("`fonds help retention` shows how a question is written")};
}

/// An object of the question: what is absent or null has its standard value.
class Object : public StrictObject {
 public:
  Object(const Json& json, std::string place) : StrictObject(json, std::move(place), wrong) {}

  std::string text(const std::string& name) {
    return find(name) == nullptr ? std::string() : StrictObject::text(name);
  }
  bool truth(const std::string& name) { return find(name) != nullptr && StrictObject::truth(name); }
  int years(const std::string& name) {
    const Json* value = find(name);
    if (value == nullptr) return 0;
    if (!value->is_number_integer() || *value < 0 || *value > kMostYears) {
      fail(name, tr("must be a number of years, 0 to 1000"));
    }
    return value->get<int>();
  }
  std::optional<CalendarDate> day(const std::string& name) {
    if (find(name) == nullptr) return std::nullopt;
    const auto day = calendar_date_from(text(name));
    if (!day) fail(name, tr("must be a day such as 2024-08-31"));
    return day;
  }
};

RetentionRule rule_from(const Json& json) {
  Object object(json, "rule");
  RetentionRule rule;
  rule.kind = object.choice("kind", period_kind_from);
  rule.years = object.years("years");
  rule.trigger = object.choice_if_any("trigger", trigger_from).value_or(rule.trigger);
  rule.mark = object.choice_if_any("mark", appraisal_mark_from).value_or(rule.mark);
  rule.condition =
      object.choice_if_any("condition", retention_condition_from).value_or(rule.condition);
  rule.note = object.text("note");
  if (const Json* inner = object.find("authority")) {
    Object authority(*inner, object.place_of("authority"));
    rule.authority = {authority.text("act"), authority.text("edition"), authority.text("article"),
                      authority.text("letter"), authority.truth("verified")};
    authority.refuse_others();
  }
  if (const Json* inner = object.find("local")) {
    Object local(*inner, object.place_of("local"));
    rule.local = {local.text("ek_protocol"), local.years("years")};
    local.refuse_others();
  }
  object.refuse_others();
  return rule;
}

CommissionDecision decision_from(const Json& json) {
  Object object(json, "facts.decision");
  CommissionDecision decision{object.choice("outcome", appraisal_from), object.text("protocol"),
                              object.day("until")};
  object.refuse_others();
  if (decision.protocol.empty()) {
    throw wrong("facts.decision.protocol", tr("must name the protocol of the commission"));
  }
  if (decision.outcome == Appraisal::prolong && !decision.until) {
    throw wrong("facts.decision.until", tr("must be a day such as 2024-08-31"));
  }
  return decision;
}

std::vector<DisposalObstacle> obstacles_from(const Json& json) {
  if (!json.is_array()) throw wrong("facts.obstacles", tr("must be a list"));
  std::vector<DisposalObstacle> obstacles;
  for (const Json& each : json) {
    Object object(each, fmt::format("facts.obstacles[{}]", obstacles.size()));
    obstacles.push_back({object.choice("kind", disposal_obstacle_kind_from), object.text("why"),
                         object.day("until")});
    object.refuse_others();
  }
  return obstacles;
}

RetentionFacts facts_from(const Json& json) {
  Object object(json, "facts");
  RetentionFacts facts;
  facts.closed = object.day("closed");
  facts.one_matter = object.truth("one_matter");
  facts.matter_closed = object.day("matter_closed");
  facts.not_needed = object.day("not_needed");
  facts.liquidated = object.day("liquidated");
  facts.is_source = object.truth("is_source");
  facts.inventoried = object.day("inventoried");
  facts.audited = object.truth("audited");
  if (const Json* inner = object.find("events")) {
    Object events(*inner, object.place_of("events"));
    for (std::size_t i = 0; i < kTriggers.size(); ++i) {
      facts.events[i] = events.day(std::string(kTriggers[i]));
    }
    events.refuse_others();
  }
  if (const Json* inner = object.find("decision")) facts.decision = decision_from(*inner);
  if (const Json* inner = object.find("obstacles")) facts.obstacles = obstacles_from(*inner);
  object.refuse_others();
  return facts;
}

}  // namespace

RetentionQuestion question_from_json(std::string_view line) {
  const Json json = Json::parse(line, nullptr, false);
  if (json.is_discarded() || !json.is_object()) {
    throw Error(Fault::usage, tr("this is no JSON object"),
                tr("`fonds help retention` shows how a question is written"));
  }
  Object object(json, "");
  RetentionQuestion question;
  const Json* rule = object.find("rule");
  if (rule == nullptr) throw wrong("rule", tr("is missing"));
  question.rule = rule_from(*rule);
  if (const Json* facts = object.find("facts")) question.facts = facts_from(*facts);
  question.day = object.day("day");
  object.refuse_others();
  return question;
}

std::string answer_as_json(const RetentionQuestion& question, const Verdict& verdict) {
  nlohmann::ordered_json reasons = nlohmann::ordered_json::array();
  const auto sentences = sentences_of(verdict, question.rule, question.facts);
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    reasons.push_back({{"code", name_of(verdict.reasons[i].code)}, {"text", sentences[i]}});
  }
  const nlohmann::ordered_json answer{
      {"state", name_of(verdict.state)},
      {"date", verdict.date ? nlohmann::ordered_json(to_text(*verdict.date))
                            : nlohmann::ordered_json(nullptr)},
      {"reasons", std::move(reasons)}};
  return answer.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace fonds
