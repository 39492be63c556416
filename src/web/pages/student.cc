// The register of students: the list, a student's card with all there is of them.
#include "archive/blocks.h"
#include "archive/consents.h"
#include "archive/disclosure_forms.h"
#include "archive/disclosures.h"
#include "archive/field_input.h"
#include "archive/students.h"
#include "base/messages.h"
#include "base/text.h"
#include "model/spoken_date.h"
#include "web/hit_model.h"
#include "web/routes.h"
#include "web/student_model.h"

namespace fonds {
namespace {

constexpr std::size_t kStudents = 50;
constexpr int kPapers = 12;
constexpr int kMostOffered = 8;

/// "/students?q=…&from=50".
std::string list_at(const std::string& query, std::size_t from) {
  return "/students?" + written_form({{"q", query}, {"from", std::to_string(from)}});
}

Response show_students(Visit& visit) {
  const std::string query(visit.request.value("q"));
  const auto from = static_cast<std::size_t>(visit.number("from", 0, 0, 10'000'000));
  const StudentPage found =
      ArchiveStudents(visit.archive())
          .page(visit.actor(), words_in(query), static_cast<std::int64_t>(from), kStudents);
  const auto total = static_cast<std::size_t>(found.total);
  Json students = Json::array();
  for (const Student& each : found.students) students.push_back(student_line_model(each));
  Json model{
      {"q", query},
      {"found", say(trn("{} student", "{} students", static_cast<unsigned long>(total)), total)},
      {"nothing", total == 0},
      {"may_edit", visit.may(Operation::edit_students)},
      {"may_complete", visit.may(Operation::search)},
      {"students", std::move(students)}};
  if (from > 0) model["previous"] = list_at(query, from - std::min(from, kStudents));
  if (from + kStudents < total) model["next"] = list_at(query, from + kStudents);
  return page(visit, "students", tr("Students"), model);
}

/// While one types: [{"text", "about", "student"}].
Response complete_students(Visit& visit) {
  Json offered = Json::array();
  for (const Student& each : visit.place.search.complete_students(
           visit.actor(), visit.request.value("q"), kMostOffered)) {
    const Json line = student_line_model(each);
    offered.push_back(
        {{"text", line["name"]}, {"about", line["birth"]}, {"student", each.id.value}});
  }
  return json_answer(offered);
}

/// Papers that are theirs, the latest first.
void tell_papers(Visit& visit, StudentId student, Json& model) {
  if (!visit.may(Operation::search)) return;
  SearchRequest wanted;
  wanted.query = fmt::format("student:{}", student.value);
  wanted.limit = kPapers;
  wanted.order = HitOrder::date;
  wanted.descending = true;
  const FoundPapers found = visit.place.search.search(visit.actor(), wanted);
  model["papers"] = {
      {"found",
       say(trn("{} paper", "{} papers", static_cast<unsigned long>(found.total)), found.total)},
      {"hits", hits_model(visit, found.hits)}};
  if (found.total > kPapers) {
    model["papers"]["all"] = "/find?" + written_form({{"q", wanted.query}, {"order", "newest"}});
  }
}

void tell_consents(Visit& visit, StudentId student, Json& model) {
  if (!visit.may(Operation::read_consents)) return;
  Json consents = Json::array();
  for (const ListedConsent& each : ArchiveConsents(visit.archive()).list(visit.actor(), student)) {
    const Consent& consent = each.consent;
    consents.push_back(
        {{"scope",
          consent.scope == ConsentScope::publication ? tr("publication") : tr("processing")},
         {"given_on", spoken(consent.given_on)},
         {"given_by", printable(consent.given_by)},
         {"until", consent.until ? spoken(*consent.until) : ""},
         {"withdrawn", each.withdrawn_on ? spoken(*each.withdrawn_on) : ""},
         {"holds", each.holds},
         {"paper", consent.document.value == 0
                       ? Json(false)
                       : Json(fmt::format("/documents/{}", consent.document.value))}});
  }
  model["consents"] = {{"any", !consents.empty()}, {"list", std::move(consents)}};
}

std::string title_of(DisclosureState state) {
  switch (state) {
    case DisclosureState::opened:
      return tr("waits for a decision");
    case DisclosureState::approved:
      return tr("was approved");
    case DisclosureState::issued:
      return tr("handed out");
    case DisclosureState::refused:
      return tr("was refused");
  }
  return {};
}

void tell_disclosures(Visit& visit, StudentId student, Json& model) {
  if (!visit.may(Operation::read_disclosures)) return;
  DisclosureFilter filter;
  filter.student = student;
  Json found = Json::array();
  for (const ListedDisclosure& each :
       ArchiveDisclosures(visit.archive()).list(visit.actor(), filter)) {
    found.push_back({{"number", each.disclosure.number},
                     {"applied_on", spoken(each.disclosure.applied_on)},
                     {"applicant", printable(applicant_in_words(each.disclosure.applicant))},
                     {"state", title_of(each.disclosure.state)},
                     {"late", each.late ? spoken(each.due) : ""}});
  }
  model["disclosures"] = {{"any", !found.empty()}, {"list", std::move(found)}};
}

void tell_block(Visit& visit, StudentId student, Json& model) {
  if (!visit.may(Operation::block_records)) return;
  for (const Block& each : ArchiveBlocks(visit.archive()).list(visit.actor())) {
    if (each.subject != BlockSubject::student || each.id != student.value) continue;
    model["block"] = {{"reason", printable(each.reason)},
                      {"by", each.blocked_by},
                      {"at", spoken(moment_from_text(each.blocked_at))}};
  }
}

/// Where there are own papers: what goes into a portfolio can be chosen.
void tell_portfolio(const Visit& visit, Json& model) {
  if (!visit.may(Operation::read_document) || !model.contains("achievements")) return;
  bool has_own = false;
  Json years = Json::array();
  for (const Json& year : model["achievements"]["years"]) {
    for (const Json& record : year["records"]) has_own = has_own || record["own"].get<bool>();
    // Those without a date are of no year.
    if (date_typed(year["year"].get<std::string>())) years.push_back({{"year", year["year"]}});
  }
  if (!has_own) return;
  model["portfolio"] = {{"years", std::move(years)},
                        {"zip", visit.may(Operation::export_document)}};
}

Response show_student(Visit& visit) {
  const StudentCard card =
      ArchiveStudents(visit.archive()).show(visit.actor(), student_of(visit, "student"));
  const Student& student = card.student;
  Json model = student_facts_model(visit, card);
  if (visit.may(Operation::read_achievements)) {
    model["achievements"] = achievements_model(visit, student);
    model["timeline"] = timeline_model(student, model["achievements"]);
  } else {
    model["timeline"] = timeline_model(student, {{"years", Json::array()}});
  }
  model["has_timeline"] = !model["timeline"].empty();
  model["may_edit"] = visit.may(Operation::edit_students);
  tell_portfolio(visit, model);
  tell_papers(visit, student.id, model);
  tell_consents(visit, student.id, model);
  tell_disclosures(visit, student.id, model);
  tell_block(visit, student.id, model);
  return page(visit, "student", model["name"].get<std::string>(), model);
}

}  // namespace

std::vector<Route> student_routes() {
  constexpr auto kRead = Operation::read_students;
  return {
      {Method::get, "/students", Door::signed_in, kRead, &show_students},
      {Method::get, "/students/completions", Door::signed_in, kRead, &complete_students},
      {Method::get, "/students/{student}", Door::signed_in, kRead, &show_student},
  };
}

}  // namespace fonds
