#include "web/review_model.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "archive/filing.h"
#include "archive/students.h"
#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"
#include "model/spoken_date.h"
#include "web/card_model.h"
#include "web/hit_model.h"
#include "web/page_levels.h"

namespace fonds {
namespace {

constexpr int kMostKeys = 9;        ///< candidates a figure of the keyboard chooses
constexpr int kMostDescribed = 20;  ///< candidates looked up in the register

/// Fields whose values of other papers are offered while one types.
constexpr std::array<std::string_view, 3> kCompleted{"collective", "event", "case"};

bool is_completed(std::string_view field) {
  return std::find(kCompleted.begin(), kCompleted.end(), field) != kCompleted.end();
}

void add_box(Json& model, const Json& place, const std::string& target, const std::string& title) {
  if (!place.is_object() || place["page"] != model["page"]) return;
  Json box{{"target", target}, {"title", title}};
  for (const char* side : {"left", "top", "width", "height"}) box[side] = place[side];
  model["boxes"].push_back(std::move(box));
}

/// The page a place is on, when another is shown.
Json other_page(const Json& model, const Json& place) {
  const bool elsewhere = place.is_object() && place["page"] != model["page"];
  return elsewhere ? place["page"] : Json();
}

void tell_field(Json& model, Json field, const ValueWords& words) {
  const std::string name = field["name"];
  const bool known = field["known"];
  if (!known) {
    field.update({{"value", ""}, {"typed", ""}, {"person", false}, {"reasons", Json::array()}});
  }
  field["target"] = "field-" + name;
  field["input"] = "value-" + name;
  field["list"] = words.names(name) ? Json("values-" + name) : Json(false);
  field["completions"] = is_completed(name) ? Json("/review/completions/" + name) : Json(false);
  field["can_accept"] = known && !field["person"] && !field["typed"].get<std::string>().empty();
  if (!field.contains("place")) field["place"] = nullptr;
  field["sheet"] = other_page(model, field["place"]);
  if (field["sheet"].is_null()) field["sheet"] = false;
  add_box(
      model, field["place"], field["target"],
      fmt::format("{}: {}", field["title"].get<std::string>(), field["value"].get<std::string>()));
  model[known || field["decided"] ? "decide" : "more"].push_back(std::move(field));
}

void tell_fields(Json& model, const ValueWords& words) {
  model["decide"] = Json::array();
  model["more"] = Json::array();
  model["lists"] = Json::array();
  const Json fields = model["fields"];
  for (const Json& field : fields) tell_field(model, field, words);
  for (const CardField& field : kCardFields) {
    if (!words.names(field.name)) continue;
    Json values = Json::array();
    const std::vector<std::string> titles = words.list_titles(field.name);
    for (const std::string& title : titles) values.push_back({{"value", title}});
    model["lists"].push_back(
        {{"id", fmt::format("values-{}", field.name)}, {"values", std::move(values)}});
  }
}

/// What tells namesakes apart.
void describe(Visit& visit, Json& student) {
  const auto& archive = visit.place.archive;
  try {
    const Student found =
        ArchiveStudents(*archive).show(visit.actor(), {student["id"].get<std::int64_t>()}).student;
    if (found.birth_date) student["birth"] = spoken(*found.birth_date);
    std::set<std::string> collectives;
    for (const Membership& each : found.memberships) {
      if (!each.collective.empty()) collectives.insert(printable(each.collective));
    }
    student["collectives"] = fmt::format("{}", fmt::join(collectives, ", "));
  } catch (const Error& error) {
    if (error.fault() != Fault::not_found) throw;  // merged or blocked meanwhile
  }
}

/// Counts candidates through the whole card.
class Candidates {
 public:
  explicit Candidates(Visit& visit) : visit_(visit) {}

  void tell(Json& student) {
    const bool person = student["person"];
    student["birth"] = "";
    student["collectives"] = "";
    student["key"] = false;
    student["can_link"] = !student["linked"] || !person;
    student["can_refuse"] = !student["refused"];
    if (!student["open"]) return;
    if (keys_ < kMostKeys) student["key"] = ++keys_;
    if (described_++ < kMostDescribed && visit_.may(Operation::read_students)) {
      describe(visit_, student);
    }
  }

 private:
  Visit& visit_;
  int keys_ = 0;
  int described_ = 0;
};

void tell_persons(Visit& visit, Json& model) {
  Candidates candidates(visit);
  for (const char* list : {"persons", "rows", "by_hand"}) model[list] = Json::array();
  for (Json& mention : model["mentions"]) {
    // Whoever signed it is no concern of the register.
    if (mention["role"] == name_of(PersonRole::other) && mention["students"].empty()) continue;
    mention["target"] = fmt::format("name-{}", mention["number"].get<int>());
    const Json sheet = other_page(model, mention["place"]);
    mention["sheet"] = sheet.is_null() ? Json(false) : sheet;
    for (Json& student : mention["students"]) candidates.tell(student);
    add_box(model, mention["place"], mention["target"], mention["printed"]);
    const bool in_list = mention["row"] != false;
    model[in_list ? "rows" : "persons"].push_back(mention);
  }
  for (Json& student : model["students"]) {
    if (student["mention"] != false) continue;
    candidates.tell(student);
    model["by_hand"].push_back(student);
  }
  model["has_rows"] = !model["rows"].empty();
  model["has_by_hand"] = !model["by_hand"].empty();
}

void tell_page(Visit& visit, const Document& document, Json& model) {
  model["sheets"] = Json::array();
  model["several"] = document.pages.size() > 1;
  model["lines"] = Json::array();
  model["boxes"] = Json::array();
  model["picture"] = false;
  const int page = model["page"];
  for (const PageRecord& each : document.pages) {
    model["sheets"].push_back(
        {{"number", each.number},
         {"path", fmt::format("{}?page={}", review_path(document), each.number)},
         {"here", each.number == page}});
    if (each.number == page) tell_picture(document, page, model);
  }
  if (document.pages.empty()) return;
  const PageWords words = visit.place.pages.words(visit.actor(), document.accession, page);
  for (const ShownLine& line : words.lines) {
    std::string text;
    for (const ShownWord& word : line.words) text += (text.empty() ? "" : " ") + word.text;
    model["lines"].push_back(
        {{"number", line.number}, {"text", printable(text)}, {"corrected_by", line.corrected_by}});
  }
}

void tell_filing(Visit& visit, const Document& document, Json& model) {
  const auto filed = ArchiveFiling(visit.archive()).where(visit.actor(), document);
  model["volume"] = filed ? to_text(filed->volume.key) : std::string();
  model["may_file"] = !filed && visit.may(Operation::keep_cases);
}

}  // namespace

std::string review_path(const Document& document) { return "/review/" + document.accession; }

Json review_model(Visit& visit, const Reviewed& reviewed, int page) {
  const Document& document = reviewed.document;
  Json model = card_model(visit, reviewed);
  model["accession"] = document.accession;
  model["title"] = title_of_paper(reviewed);
  model["description"] = printable(document.description);
  model["paper_path"] = "/documents/" + document.accession;
  model["here"] = review_path(document);
  model["urgency"] = reviewed.open.urgency();
  model["page"] = page;
  if (model["parts"].is_null()) model["parts"] = false;
  tell_page(visit, document, model);
  tell_fields(model, *reviewed.words);
  tell_persons(visit, model);
  tell_filing(visit, document, model);
  return model;
}

}  // namespace fonds
