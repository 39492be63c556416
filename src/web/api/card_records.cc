#include "web/api/card_records.h"

#include <algorithm>

#include "archive/card_words.h"
#include "web/api/intake_records.h"
#include "web/api/records.h"

namespace fonds {
namespace {

Json reasons_of(const std::vector<Reason>& reasons) {
  Json list = Json::array();
  for (const Reason& reason : reasons) list.push_back(in_words(reason));
  return list;
}

Json place_of(const std::optional<PlaceOnPage>& place) {
  if (!place) return nullptr;
  const Box& box = place->box;
  return {{"page", place->page}, {"box", {box.left, box.top, box.width, box.height}}};
}

Json record_of(const FieldValue& value, const ValueWords& words) {
  return {{"field", value.field},
          {"value", text_or_null(value.value)},
          {"title", value.value.empty() ? Json(nullptr) : Json(shown(value, words))},
          {"origin", name_of(value.origin)},
          {"by", text_or_null(value.by)},
          {"confidence", rounded(value.confidence, 4)},
          {"counts", ReviewRules::shipped().counts(value)},
          {"reasons", reasons_of(value.reasons)},
          {"place", place_of(value.source)}};
}

Json record_of(const PersonMention& mention) {
  return {{"printed", mention.printed},
          {"last", mention.parts.last},
          {"first", mention.parts.first},
          {"middle", mention.parts.middle},
          {"role", name_of(mention.role)},
          {"confidence", rounded(mention.confidence, 4)},
          {"row", mention.row > 0 ? Json(mention.row) : Json(nullptr)},
          {"result", text_or_null(mention.result)},
          {"reasons", reasons_of(mention.reasons)},
          {"place", place_of(mention.source)}};
}

/// Of the link at that place of the card.
Json link_record(const Reviewed& reviewed, std::size_t at) {
  const StudentLink& link = reviewed.stored.card.links[at];
  const auto name = reviewed.names.find(link.student);
  const auto& open = reviewed.open.links;
  return {{"student", link.student.value},
          {"name", name == reviewed.names.end() ? Json(nullptr) : Json(name->second)},
          {"state", name_of(link.state)},
          {"open", std::find(open.begin(), open.end(), at) != open.end()},
          {"probability", rounded(link.probability, 4)},
          {"origin", name_of(link.origin)},
          {"by", text_or_null(link.by)},
          {"mention", link.mention > 0 ? Json(link.mention) : Json(nullptr)},
          {"reasons", reasons_of(link.reasons)}};
}

/// Null when nothing is proposed.
Json parts_record(const Decision<std::vector<int>>& parts) {
  if (!parts.value) return nullptr;
  return {{"first_pages", *parts.value},
          {"confidence", rounded(parts.confidence, 4)},
          {"reasons", reasons_of(parts.reasons)}};
}

}  // namespace

Json record_of(const Reviewed& reviewed) {
  const Card& card = reviewed.stored.card;
  Json record{{"revision", reviewed.stored.revision},
              {"run", reviewed.stored.run},
              {"open", reviewed.open.fields},
              {"open_names", reviewed.open.mentions},
              {"parts", parts_record(card.parts)},
              {"fields", Json::array()},
              {"mentions", Json::array()},
              {"students", Json::array()},
              {"corrections", Json::array()}};
  for (const FieldValue& value : card.values) {
    record["fields"].push_back(record_of(value, *reviewed.words));
  }
  for (const PersonMention& mention : card.mentions) {
    record["mentions"].push_back(record_of(mention));
  }
  for (std::size_t i = 0; i < card.links.size(); ++i) {
    record["students"].push_back(link_record(reviewed, i));
  }
  for (const TextCorrection& each : reviewed.stored.corrections) {
    record["corrections"].push_back({{"page", each.page},
                                     {"line", each.line},
                                     {"machine", each.machine},
                                     {"text", each.value},
                                     {"by", each.by}});
  }
  return record;
}

Json record_with_paper(const Reviewed& reviewed) {
  Json record = reference_to(reviewed.document);
  record.update(record_of(reviewed));
  return record;
}

Json whole_record(const Reviewed& reviewed, const DeskNotes& notes,
                  const std::optional<FiledPaper>& filed, const std::string& text) {
  Json record = record_of(reviewed.document);
  record["card"] = record_of(reviewed);
  add_desk_notes(record, notes);
  record["volume"] = filed ? Json(to_text(filed->volume.key)) : Json(nullptr);
  record["text"] = reviewed.document.run > 0 ? Json(text) : Json(nullptr);
  return record;
}

}  // namespace fonds
