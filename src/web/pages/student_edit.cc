// The register of students is changed: one is added or edited; two records of one person are united
// and parted again.
#include <algorithm>
#include <array>

#include "archive/students.h"
#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"
#include "model/spoken_date.h"
#include "web/fault_words.h"
#include "web/routes.h"
#include "web/student_model.h"

namespace fonds {
namespace {

/// A field of a list of students, as the form asks for it.
struct AskedField {
  const char* name;
  const char* title;
  const char* type = "text";
  const char* hint = "";
};
constexpr std::array<AskedField, 15> kAsked{{
    {"last", tr_later("Surname")},
    {"first", tr_later("First name")},
    {"middle", tr_later("Patronymic")},
    {"former_last", tr_later("Former surname")},
    {"birth_date", tr_later("Date of birth"), "text", tr_later("as 15.05.2012")},
    {"school", tr_later("School")},
    {"id", tr_later("Number in the institution's list")},
    {"guardians", tr_later("Who may speak for them"), "text",
     tr_later("name (mother); name (father)")},
    {"left_on", tr_later("Left the institution on")},
    {"collective", tr_later("Collective")},
    {"programme", tr_later("Programme")},
    {"group", tr_later("Group")},
    {"school_year", tr_later("School year"), "text", tr_later("as 2024/2025")},
    {"from", tr_later("Attends from")},
    {"to", tr_later("Attends to")},
}};
/// From here on they say of one more collective: what is there stays.
constexpr std::string_view kFirstOfCollective = "collective";

using FieldTexts = std::map<std::string, std::string, std::less<>>;

std::string guardians_in_words(const Student& student) {
  std::string text;
  for (const Guardian& each : student.guardians) {
    if (!text.empty()) text += "; ";
    text += each.name;
    if (!each.relation.empty()) text += " (" + each.relation + ')';
  }
  return text;
}

/// As a person would type what the record says.
FieldTexts texts_of(const Student& student) {
  const auto day = [](const std::optional<CalendarDate>& date) {
    return date ? spoken(*date) : std::string();
  };
  std::string former;
  for (const std::string& each : student.former_last_names) {
    former += (former.empty() ? "" : "; ") + each;
  }
  return {{"last", student.name.last},
          {"first", student.name.first},
          {"middle", student.name.middle},
          {"former_last", former},
          {"birth_date", day(student.birth_date)},
          {"gender", student.gender == Gender::unknown ? "" : std::string(name_of(student.gender))},
          {"school", student.school},
          {"id", student.external_id},
          {"guardians", guardians_in_words(student)},
          {"left_on", day(student.left_on)}};
}

/// `now`: what the register says; what the form was sent with stands before it.
Json fields_model(const Visit& visit, const FieldTexts& now, bool of_collective) {
  Json model = Json::array();
  bool collective = false;
  for (const AskedField& each : kAsked) {
    collective = collective || each.name == kFirstOfCollective;
    if (collective != of_collective) continue;
    const auto known = now.find(each.name);
    const std::string was = known == now.end() ? "" : known->second;
    const bool sent = visit.request.method == Method::post;
    model.push_back({{"name", each.name},
                     {"title", tr(each.title)},
                     {"type", each.type},
                     {"hint", *each.hint == '\0' ? "" : tr(each.hint)},
                     {"was", was},
                     {"value", sent ? std::string(visit.request.value(each.name)) : was},
                     {"required", each.name == kAsked[0].name || each.name == kAsked[1].name}});
  }
  return model;
}

Json genders_model(const Visit& visit, const FieldTexts& now) {
  const auto known = now.find("gender");
  const bool sent = visit.request.method == Method::post;
  const std::string chosen = sent                 ? std::string(visit.request.value("gender"))
                             : known == now.end() ? ""
                                                  : known->second;
  Json model = Json::array();
  for (const auto& [code, title] :
       {std::pair{"", tr_later("not said")}, std::pair{"m", tr_later("male")},
        std::pair{"f", tr_later("female")}}) {
    model.push_back({{"code", code}, {"title", tr(title)}, {"chosen", chosen == code}});
  }
  return model;
}

Response form_page(Visit& visit, const FieldTexts& now, Json model, const std::string& problem,
                   int status) {
  model["problem"] = problem;
  model["fields"] = fields_model(visit, now, false);
  model["collective_fields"] = fields_model(visit, now, true);
  model["genders"] = genders_model(visit, now);
  const auto gender = now.find("gender");
  model["gender_was"] = gender == now.end() ? "" : gender->second;
  return page(visit, "student_form", model["title"].get<std::string>(), model, status);
}

Json new_model(const Visit& visit) {
  return {{"title", tr("A new student")},
          {"action", "/students/new"},
          {"back", "/students"},
          {"is_new", true},
          {"namesake", visit.request.value("namesake") == "another"}};
}

/// The fields that are not what they were when the form was given out: others may have changed the
/// rest meanwhile.
StudentFields changed_fields(const Request& request) {
  StudentFields fields;
  const auto take = [&](const std::string& name) {
    const std::string value(request.value(name));
    if (request.has(name) && value != request.value("was_" + name)) {
      fields.emplace_back(name, value);
    }
  };
  for (const AskedField& each : kAsked) take(each.name);
  take("gender");
  return fields;
}

Response show_new(Visit& visit) { return form_page(visit, {}, new_model(visit), "", 200); }

Response add(Visit& visit) {
  using Namesake = ArchiveStudents::Namesake;
  try {
    const bool another = visit.request.value("namesake") == "another";
    const Student added = ArchiveStudents(visit.archive())
                              .add(visit.actor(), changed_fields(visit.request),
                                   another ? Namesake::another : Namesake::ask);
    return done(visit, path_of(added.id), tr("The student is in the register."));
  } catch (const Error& error) {
    if (error.fault() != Fault::usage) throw;
    return form_page(visit, {}, new_model(visit), fault_in_words(error), 400);
  }
}

Response edit_page(Visit& visit, const std::string& problem, int status) {
  const Student student =
      ArchiveStudents(visit.archive()).show(visit.actor(), student_of(visit, "student")).student;
  const Json model{{"title", printable(full_text(student.name))},
                   {"action", path_of(student.id) + "/edit"},
                   {"back", path_of(student.id)},
                   {"merge", path_of(student.id) + "/merge"}};
  return form_page(visit, texts_of(student), model, problem, status);
}

Response show_edit(Visit& visit) { return edit_page(visit, "", 200); }

Response edit(Visit& visit) {
  const StudentId id = student_of(visit, "student");
  const StudentFields fields = changed_fields(visit.request);
  if (fields.empty()) return done(visit, path_of(id), tr("Nothing was changed."));
  try {
    const Student edited = ArchiveStudents(visit.archive()).edit(visit.actor(), id, fields);
    return done(visit, path_of(edited.id), tr("The record was changed."));
  } catch (const Error& error) {
    if (error.fault() != Fault::usage) throw;
    return edit_page(visit, fault_in_words(error), 400);
  }
}

/// First who it is, then the two side by side.
Response show_merge(Visit& visit) {
  constexpr std::size_t kOffered = 20;
  ArchiveStudents students(visit.archive());
  const StudentCard card = students.show(visit.actor(), student_of(visit, "student"));
  const std::string query(visit.request.value("q"));
  Json model{{"kept", student_facts_model(visit, card)},
             {"path", path_of(card.student.id)},
             {"action", path_of(card.student.id) + "/merge"},
             {"q", query},
             {"found", Json::array()}};
  if (const StudentId other = student_named(visit.request.value("other")); other.value != 0) {
    model["other"] = student_facts_model(visit, students.show(visit.actor(), other));
  } else if (!query.empty()) {
    students.list(visit.actor(), words_in(query), [&](const Student& each) {
      if (each.id == card.student.id || model["found"].size() == kOffered) return;
      Json line = student_line_model(each);
      line["choose"] = fmt::format("{}/merge?other={}", path_of(card.student.id), each.id.value);
      model["found"].push_back(std::move(line));
    });
    model["nothing"] = model["found"].empty();
  }
  return page(visit, "student_merge", tr("Two records of one person"), model);
}

Response merge(Visit& visit) {
  const Student kept = ArchiveStudents(visit.archive())
                           .merge(visit.actor(), student_of(visit, "student"),
                                  student_named(visit.request.value("other")));
  return done(visit, path_of(kept.id), tr("The two records are one person now."));
}

Response part(Visit& visit) {
  const auto [kept, parted] =
      ArchiveStudents(visit.archive()).part(visit.actor(), student_of(visit, "student"));
  return done(visit, path_of(kept.id),
              say(tr("They are two persons again: number {} is the other."), parted.id.value));
}

}  // namespace

std::vector<Route> student_edit_routes() {
  constexpr auto kEdit = Operation::edit_students;
  return {
      {Method::get, "/students/new", Door::signed_in, kEdit, &show_new},
      {Method::post, "/students/new", Door::signed_in, kEdit, &add},
      {Method::get, "/students/{student}/edit", Door::signed_in, kEdit, &show_edit},
      {Method::post, "/students/{student}/edit", Door::signed_in, kEdit, &edit},
      {Method::get, "/students/{student}/merge", Door::signed_in, kEdit, &show_merge},
      {Method::post, "/students/{student}/merge", Door::signed_in, kEdit, &merge},
      {Method::post, "/students/{student}/part", Door::signed_in, kEdit, &part},
  };
}

}  // namespace fonds
