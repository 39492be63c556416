#include "model/card.h"

#include <fmt/format.h>

#include <algorithm>

namespace fonds {
namespace {

std::string plain(const std::string& value) { return value; }
std::string plain(int first_year) { return fmt::format("{}/{}", first_year, first_year + 1); }
std::string plain(const DateSpan& span) { return to_text(span); }
std::string plain(Level level) { return std::string(name_of(level)); }
std::string plain(Control control) { return std::string(name_of(control)); }
std::string plain(const AwardPlace& place) { return to_text(place); }

template <class Value>
void append(std::vector<FieldValue>& values, std::string_view field,
            const Decision<Value>& decision) {
  if (!decision.value && decision.reasons.empty()) return;  // not looked for, or nothing there
  FieldValue value;
  value.field = field;
  if (decision.value) value.value = plain(*decision.value);
  value.confidence = decision.confidence;
  value.reasons = decision.reasons;
  value.source = decision.source;
  values.push_back(std::move(value));
}

}  // namespace

const FieldValue* value_of(const Card& card, std::string_view field) {
  const FieldValue* found = nullptr;
  for (const FieldValue& value : card.values) {
    if (value.field != field) continue;
    if (value.origin == Origin::person) return &value;
    found = &value;
  }
  return found;
}

std::string text_of(const Card& card, std::string_view field) {
  const FieldValue* value = value_of(card, field);
  return value == nullptr ? std::string() : value->value;
}

std::string to_text(const AwardPlace& place) {
  const std::string rank(name_of(place.rank));
  return place.degree > 0 ? fmt::format("{} {}", rank, place.degree) : rank;
}

std::optional<AwardPlace> award_place_from(std::string_view text) {
  AwardPlace place;
  const std::size_t space = text.find(' ');
  const auto rank = rank_from(text.substr(0, space));
  if (!rank) return std::nullopt;
  place.rank = *rank;
  if (space == std::string_view::npos) return place;
  const std::string_view degree = text.substr(space + 1);
  if (degree.size() != 1 || degree[0] < '1' || degree[0] > '9') return std::nullopt;
  place.degree = degree[0] - '0';
  return place;
}

std::vector<FieldValue> values_of(const PaperReading& reading) {
  std::vector<FieldValue> values;
  append(values, "kind", reading.kind);
  append(values, "date", reading.date);
  append(values, "number", reading.number);
  append(values, "level", reading.level);
  append(values, "place", reading.place);
  append(values, "event", reading.event);
  append(values, "nomination", reading.nomination);
  append(values, "collective", reading.collective);
  append(values, "group", reading.group);
  append(values, "issuer", reading.issuer);
  append(values, "order", reading.order);
  append(values, "case", reading.case_index);
  append(values, "school_year", reading.school_year);
  append(values, "control", reading.control);
  append(values, "signatories", reading.signatories);
  return values;
}

}  // namespace fonds
