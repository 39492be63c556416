#include "cli/prediction.h"

#include "web/api/records.h"

namespace fonds {
namespace {

void put(Json& record, std::string_view name, const std::string& value) {
  if (!value.empty()) record[std::string(name)] = value;
}

/// The format knows no consents: a parent's stands among the applications.
std::string kind_of(const PaperReading& reading) {
  const std::string kind = reading.kind.value.value_or("");
  return kind == "consent" ? "application" : kind;
}

/// "batch.zip!/page.jpg": "batch.zip"; a file of its own: empty.
std::string batch_of(const std::string& name) {
  const std::size_t mark = name.find("!/");
  return mark == std::string::npos ? std::string{} : name.substr(0, mark);
}

std::vector<std::string> ids_of(const std::vector<Student>& students) {
  std::vector<std::string> ids;
  ids.reserve(students.size() + 1);
  ids.emplace_back();
  for (const Student& student : students) ids.push_back(student.external_id);
  return ids;
}

}  // namespace

Predictor::Predictor(const std::vector<Student>& students, const CalendarDate& today)
    : external_ids_(ids_of(students)),
      today_(today),
      understanding_(Extractor::shipped(), students) {}

Json Predictor::predict(const InspectedFile& file) {
  if (batch_of(file.name) != batch_ || batch_.empty()) sheets_ = SheetFollower{};
  batch_ = batch_of(file.name);
  const auto in_front = sheets_.take(understanding_.sheet_of(file.pages));
  const UnderstoodPaper paper = understanding_.understand(file.pages, today_, in_front);
  const PaperReading& reading = paper.reading;

  Json record{{"file", file.name}, {"text", text_of(file.pages)}};
  put(record, "kind", kind_of(reading));
  if (reading.parts.value) record["parts"] = *reading.parts.value;
  if (reading.date.value) put(record, "date", to_text(*reading.date.value));
  put(record, "number", reading.number.value.value_or(""));
  if (reading.level.value) put(record, "level", std::string(name_of(*reading.level.value)));
  if (reading.place.value) put(record, "place", std::string(name_of(reading.place.value->rank)));
  put(record, "case", reading.case_index.value.value_or(""));
  put(record, "event", reading.event.value.value_or(""));
  put(record, "nomination", reading.nomination.value.value_or(""));
  put(record, "collective", reading.collective.value.value_or(""));
  put(record, "group", reading.group.value.value_or(""));
  put(record, "issuer", reading.issuer.value.value_or(""));
  put(record, "order", reading.order.value.value_or(""));
  put(record, "signatories", reading.signatories.value.value_or(""));
  if (reading.school_year.value) record["school_year"] = *reading.school_year.value;
  record["persons"] = Json::array();
  for (const PersonMention& person : reading.persons) {
    record["persons"].push_back({{"printed", person.printed},
                                 {"role", name_of(person.role)},
                                 {"row", person.row},
                                 {"result", person.result}});
  }
  record["students"] = Json::array();
  for (const StudentLink& link : paper.links) {
    record["students"].push_back(
        {{"roster_id", external_ids_.at(static_cast<std::size_t>(link.student.value))},
         {"confidence", rounded(link.probability, 4)},
         {"mode", link.state == LinkState::linked ? "auto" : "manual"}});
  }
  return record;
}

}  // namespace fonds
