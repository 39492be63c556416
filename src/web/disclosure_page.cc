#include "web/disclosure_page.h"

#include <fmt/format.h>

#include "archive/disclosure_forms.h"
#include "base/messages.h"
#include "base/text.h"
#include "model/spoken_date.h"
#include "web/fault_words.h"
#include "web/form_answers.h"

namespace fonds {
namespace {

const char* title_of(DisclosureState state) {
  switch (state) {
    case DisclosureState::opened:
      return tr("waits for a decision");
    case DisclosureState::approved:
      return tr("approved");
    case DisclosureState::issued:
      return tr("issued");
    case DisclosureState::refused:
      return tr("refused");
  }
  return "";
}

Json papers_model(const std::string& path, const DisclosureContent& content) {
  Json papers = Json::array();
  for (const DisclosedPaper& each : content.papers) {
    papers.push_back(
        {{"accession", each.accession},
         {"paper_path", "/documents/" + percent_encoded(each.accession)},
         {"copy_path", fmt::format("{}/copies/{}", path, percent_encoded(each.accession))},
         {"paper", printable(paper_in_words(each))},
         {"event", printable(each.event)},
         {"result", printable(each.result)},
         {"copy", each.copy}});
  }
  return papers;
}

Json restrictions_model(Visit& visit, StudentId student) {
  Json model = Json::array();
  for (const GuardianRestriction& each :
       ArchiveDisclosures(visit.archive()).restrictions(visit.actor(), student)) {
    model.push_back(
        {{"id", std::to_string(each.id)},
         {"name", printable(each.name)},
         {"reason", printable(each.reason)},
         {"since", spoken_or_empty(calendar_date_from(each.restricted_at.substr(0, 10)))}});
  }
  return model;
}

/// Which buttons stand on the page.
void tell_doors(const Visit& visit, const CheckedDisclosure& checked, Json& model) {
  using State = DisclosureState;
  const State state = checked.disclosure.state;
  const bool is_open = state == State::opened || state == State::approved;
  const bool may_be_granted = checked.obstacles.empty();
  const bool issues = visit.may(Operation::issue_disclosure);
  model["may_approve"] =
      visit.may(Operation::decide_disclosure) && state == State::opened && may_be_granted;
  model["may_issue"] = issues && is_open && may_be_granted;
  model["needs_resolution"] = state == State::opened;
  model["may_issue_again"] = issues && state == State::issued;
  model["may_correct"] = visit.may(Operation::open_disclosure) && state == State::opened;
  model["may_refuse"] = visit.may(Operation::refuse_disclosure) && is_open;
  model["may_restrict"] = issues;
  model["shows_content"] = may_be_granted && state != State::refused;
}

}  // namespace

std::string disclosure_path(std::int64_t number) { return fmt::format("/disclosures/{}", number); }

const char* title_of(ApplicantKind kind) {
  switch (kind) {
    case ApplicantKind::student:
      return tr("the student");
    case ApplicantKind::representative:
      return tr("a legal representative");
    case ApplicantKind::body:
      return tr("a body with power: court, guardianship, police");
    case ApplicantKind::other:
      return tr("somebody else: is put on record and refused");
  }
  return "";
}

Json disclosure_model(const ListedDisclosure& listed) {
  const Disclosure& each = listed.disclosure;
  Json obstacles = Json::array();
  for (const Obstacle obstacle : listed.obstacles) {
    obstacles.push_back({{"text", without_commands(in_words(obstacle))}});
  }
  const bool decided = each.decided_on.has_value();
  return {
      {"number", std::to_string(each.number)},
      {"path", disclosure_path(each.number)},
      {"student", printable(listed.student_name)},
      {"student_path", fmt::format("/students/{}", each.student.value)},
      {"applicant", printable(applicant_in_words(each.applicant))},
      {"applicant_kind", title_of(each.applicant.kind)},
      {"form_title", each.form == ApplicationForm::oral ? tr("oral") : tr("written")},
      {"asked", printable(each.asked)},
      {"period", period_in_words(each.from, each.to)},
      {"applied_on", spoken(each.applied_on)},
      {"opened_by", each.opened_by},
      {"due", decided ? "" : spoken(listed.due)},
      {"late", listed.late},
      {"state", title_of(each.state)},
      {"is_refused", each.state == DisclosureState::refused},
      {"is_issued", each.state == DisclosureState::issued},
      {"approved_by", each.approved_by},
      {"resolution", printable(each.resolution)},
      {"decided", decided ? fmt::format("{}, {}", spoken(*each.decided_on), each.decided_by) : ""},
      {"reason", printable(each.reason)},
      {"given", printable(each.given)},
      {"is_obstructed", !listed.obstacles.empty()},
      {"obstacles", std::move(obstacles)}};
}

Response disclosure_page(Visit& visit, std::int64_t number, const std::string& problem,
                         int status) {
  const CheckedDisclosure checked =
      ArchiveDisclosures(visit.archive()).check(visit.actor(), number);
  Json model = disclosure_model(checked);
  model["problem"] = problem;
  model["papers"] = papers_model(disclosure_path(number), checked.content);
  model["nothing"] = checked.content.papers.empty();
  model["undecided"] =
      checked.content.undecided == 0
          ? ""
          : say(tr("Left out until a person has decided: {}"), checked.content.undecided);
  model["restrictions"] = restrictions_model(visit, checked.disclosure.student);
  model["resolution_typed"] = visit.request.value("resolution");
  model["reason_typed"] = visit.request.value("reason");
  tell_doors(visit, checked, model);
  return page(visit, "disclosure", say(tr("Application No. {}"), number), model, status);
}

}  // namespace fonds
