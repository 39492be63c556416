#include "web/card_model.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "archive/card_words.h"
#include "archive/open_words.h"
#include "base/messages.h"
#include "base/text.h"

namespace fonds {
namespace {

template <class Value>
bool holds(const std::vector<Value>& all, const Value& value) {
  return std::find(all.begin(), all.end(), value) != all.end();
}

/// A share of a picture to a tenth of a pixel of the largest.
double rounded(double share) {
  constexpr double kParts = 100'000;
  return std::round(share * kParts) / kParts;
}

int in_hundredths(double share) { return static_cast<int>(std::lround(100 * share)); }

Json reasons_model(const std::vector<Reason>& reasons) {
  Json model = Json::array();
  for (const Reason& reason : reasons) model.push_back({{"text", printable(in_words(reason))}});
  return model;
}

/// What tells how sure something is, and who said it.
void tell_origin(Json& model, Origin origin, double confidence, const std::string& by) {
  const bool person = origin == Origin::person;
  model["person"] = person;
  model["by"] = by;
  model["confidence"] = in_hundredths(confidence);
  model["sureness"] = person ? say(tr("by {}"), by) : percent_in_words(confidence);
}

Json value_model(const Reviewed& reviewed, const FieldValue& value) {
  Json model{
      {"known", true},
      {"value", shown(value, *reviewed.words)},
      {"typed", value.value.empty() ? std::string()
                                    : value_in_words(*reviewed.words, value.field, value.value)},
      {"counts", ReviewRules::shipped().counts(value)},
      {"explained", !value.reasons.empty()},
      {"reasons", reasons_model(value.reasons)},
      {"place", value.source ? place_model(reviewed.document, *value.source) : Json(false)}};
  tell_origin(model, value.origin, value.confidence, value.by);
  return model;
}

Json field_model(const Reviewed& reviewed, const CardField& field) {
  const Card& card = reviewed.stored.card;
  Json model{{"name", field.name},
             {"title", field_title(field.name)},
             {"decided", field.decided},
             {"open", holds(reviewed.open.fields, std::string(field.name))},
             {"known", false}};
  const FieldValue* counting = value_of(card, field.name);
  if (counting == nullptr) return model;
  model.update(value_model(reviewed, *counting));
  if (counting->origin == Origin::machine) return model;
  for (const FieldValue& each : card.values) {
    if (each.field != field.name || each.origin != Origin::machine) continue;
    model["machine"] = value_model(reviewed, each);
    // A person's word has no place of its own: it is what stands there.
    if (!model["place"].is_object()) model["place"] = model["machine"]["place"];
  }
  return model;
}

/// Null: it was not a name on the paper that led to the student.
const PersonMention* mention_of(const Card& card, const StudentLink& link) {
  const auto number = static_cast<std::size_t>(link.mention);
  return number >= 1 && number <= card.mentions.size() ? &card.mentions[number - 1] : nullptr;
}

Json link_model(const Visit& visit, const Reviewed& reviewed, std::size_t at) {
  const StudentLink& link = reviewed.stored.card.links[at];
  const auto name = reviewed.names.find(link.student);
  const PersonMention* mention = mention_of(reviewed.stored.card, link);
  Json model{{"id", link.student.value},
             {"name", name == reviewed.names.end() ? say(tr("student {}"), link.student.value)
                                                   : printable(name->second)},
             {"path", visit.may(Operation::read_students)
                          ? Json(fmt::format("/students/{}", link.student.value))
                          : Json(false)},
             {"state", name_of(link.state)},
             {"state_title", title_of(link.state)},
             {"linked", link.state == LinkState::linked},
             {"offered", link.state == LinkState::offered},
             {"refused", link.state == LinkState::refused},
             {"open", holds(reviewed.open.links, at)},
             {"explained", !link.reasons.empty()},
             {"reasons", reasons_model(link.reasons)},
             {"mention", link.mention > 0 ? Json(link.mention) : Json(false)},
             {"printed", mention == nullptr ? std::string() : printable(mention->printed)},
             {"place",
              mention == nullptr ? Json(false) : place_model(reviewed.document, mention->source)}};
  tell_origin(model, link.origin, link.probability, link.by);
  return model;
}

Json mention_model(const Reviewed& reviewed, const Json& links, int number) {
  const PersonMention& mention =
      reviewed.stored.card.mentions[static_cast<std::size_t>(number) - 1];
  Json students = Json::array();
  for (const Json& link : links) {
    if (link["mention"] == number) students.push_back(link);
  }
  return {{"number", number},
          {"printed", printable(mention.printed)},
          {"role", name_of(mention.role)},
          {"role_title", title_of(mention.role)},
          {"row", mention.row > 0 ? Json(mention.row) : Json(false)},
          {"result", printable(mention.result)},
          {"class", printable(mention.school_class)},
          {"office", printable(mention.office)},
          {"confidence", in_hundredths(mention.confidence)},
          {"sureness", percent_in_words(mention.confidence)},
          {"explained", !mention.reasons.empty()},
          {"reasons", reasons_model(mention.reasons)},
          {"place", place_model(reviewed.document, mention.source)},
          {"students", std::move(students)}};
}

/// False: it is one paper, or a person has said so.
Json parts_model(const Decision<std::vector<int>>& parts) {
  if (!parts.value) return false;
  return {{"pages", fmt::format("{}", fmt::join(*parts.value, ", "))},
          {"sureness", percent_in_words(parts.confidence)},
          {"reasons", reasons_model(parts.reasons)}};
}

Json corrections_model(const std::vector<TextCorrection>& corrections) {
  Json model = Json::array();
  for (const TextCorrection& each : corrections) {
    model.push_back({{"page", each.page},
                     {"line", each.line},
                     {"text", printable(each.value)},
                     {"machine", printable(each.machine)},
                     {"by", each.by}});
  }
  return model;
}

}  // namespace

std::string percent_in_words(double share) { return fmt::format("{:.0f} %", 100 * share); }

Json box_model(const UprightBox& box) {
  return {{"left", rounded(box.left)},
          {"top", rounded(box.top)},
          {"width", rounded(box.width)},
          {"height", rounded(box.height)}};
}

Json place_model(const Document& document, const PlaceOnPage& place) {
  for (const PageRecord& page : document.pages) {
    if (page.number != place.page) continue;
    const UprightBox box = upright_box(place.box, page);
    if (box.width <= 0 || box.height <= 0) return false;
    Json model{{"page", place.page}};
    model.update(box_model(box));
    return model;
  }
  return false;
}

Json card_model(const Visit& visit, const Reviewed& reviewed) {
  const Card& card = reviewed.stored.card;
  Json model{{"revision", reviewed.stored.revision},
             {"waits", reviewed.open.any()},
             {"open_words", open_in_words(reviewed)},
             {"parts", parts_model(card.parts)},
             {"fields", Json::array()},
             {"students", Json::array()},
             {"mentions", Json::array()},
             {"corrections", corrections_model(reviewed.stored.corrections)}};
  for (const CardField& field : kCardFields) {
    model["fields"].push_back(field_model(reviewed, field));
  }
  for (std::size_t at = 0; at < card.links.size(); ++at) {
    model["students"].push_back(link_model(visit, reviewed, at));
  }
  for (std::size_t at = 0; at < card.mentions.size(); ++at) {
    model["mentions"].push_back(
        mention_model(reviewed, model["students"], static_cast<int>(at) + 1));
  }
  return model;
}

}  // namespace fonds
