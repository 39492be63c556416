#include "archive/review_rules.h"

#include <algorithm>
#include <set>

#include "base/data_file.h"
#include "base/error.h"
#include "base/messages.h"

namespace fonds {

int OpenDecisions::urgency() const {
  constexpr int kAStudentWaits = 1000;
  constexpr int kAStackWaits = 2000;  // until it is parted nothing else of it can be right
  const int decisions = static_cast<int>(fields.size()) + mentions;
  return (parts ? kAStackWaits : 0) + (mentions > 0 ? kAStudentWaits : 0) +
         std::min(decisions, kAStudentWaits - 1);
}

const ReviewRules& ReviewRules::shipped() {
  constexpr std::string_view kFile = "review.toml";
  static const ReviewRules rules(DataTable::parse(shipped_data(kFile), kFile));
  return rules;
}

ReviewRules::ReviewRules(const DataTable& data) {
  data.expect_only({"threshold", "case"});
  const DataTable& thresholds = data.table("threshold");
  for (const std::string& field : thresholds.keys()) {
    if (card_field(field) == nullptr) {
      thresholds.refuse(say(tr("unknown field '{}'"), field), tr("correct or remove it"));
    }
    const double threshold = thresholds.number(field);
    if (!(threshold >= 0 && threshold <= 1)) {
      thresholds.refuse(say(tr("the threshold of '{}' must be from 0 to 1"), field),
                        tr("write for example 0.8"));
    }
    thresholds_.emplace(field, threshold);
  }
  const DataTable& index = data.table("case");
  index.expect_only({"pattern", "example"});
  case_example_ = index.text("example");
  try {
    case_pattern_.emplace(index.text("pattern"));
  } catch (const Error& error) {
    index.refuse(error.message(), error.hint());
  }
  if (!is_case_index(case_example_)) {
    index.refuse(tr("the example of a case index does not fit its pattern"),
                 tr("correct one of them"));
  }
}

double ReviewRules::threshold(std::string_view field) const {
  const auto found = thresholds_.find(field);
  return found == thresholds_.end() ? 0 : found->second;
}

bool ReviewRules::counts(const FieldValue& value) const {
  if (value.origin == Origin::person) return true;
  return !value.value.empty() && value.confidence >= threshold(value.field);
}

std::string ReviewRules::fact(const Card& card, std::string_view field) const {
  const FieldValue* value = value_of(card, field);
  return value != nullptr && counts(*value) ? value->value : std::string();
}

OpenDecisions ReviewRules::open(const Card& card) const {
  OpenDecisions found;
  found.parts = card.parts.value.has_value();
  for (const CardField& field : kCardFields) {
    if (!field.decided) continue;
    const FieldValue* value = value_of(card, field.name);
    if (value != nullptr && !counts(*value)) found.fields.emplace_back(field.name);
  }
  std::set<int> settled;  // mentions that have their student
  for (const StudentLink& link : card.links) {
    if (link.state == LinkState::linked) settled.insert(link.mention);
  }
  std::set<int> waiting;
  for (std::size_t i = 0; i < card.links.size(); ++i) {
    const StudentLink& link = card.links[i];
    if (link.state != LinkState::offered) continue;
    if (link.mention > 0 && settled.count(link.mention) > 0) continue;
    found.links.push_back(i);
    waiting.insert(link.mention);
  }
  found.mentions = static_cast<int>(waiting.size());
  return found;
}

}  // namespace fonds
