#include "cli/disclosure_talk.h"

#include "archive/disclosure_forms.h"
#include "base/messages.h"
#include "base/text.h"
#include "model/spoken_date.h"

namespace fonds {
namespace {

Json optional_day(const std::optional<CalendarDate>& day) {
  return day ? Json(to_text(*day)) : Json(nullptr);
}
Json optional_text(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json record_of(const Applicant& applicant) {
  return Json{{"kind", name_of(applicant.kind)},
              {"name", applicant.name},
              {"relation", optional_text(applicant.relation)},
              {"identity", optional_text(applicant.identity)},
              {"authority", optional_text(applicant.authority)},
              {"authority_until", optional_day(applicant.authority_until)}};
}

Json record_of(const ListedDisclosure& listed) {
  const Disclosure& each = listed.disclosure;
  Json obstacles = Json::array();
  for (const Obstacle obstacle : listed.obstacles) obstacles.push_back(name_of(obstacle));
  return Json{
      {"number", each.number},
      {"student", each.student.value},
      {"name", listed.student_name},
      {"applicant", record_of(each.applicant)},
      {"form", name_of(each.form)},
      {"asked", optional_text(each.asked)},
      {"from", optional_day(each.from)},
      {"to", optional_day(each.to)},
      {"document", each.application.value == 0 ? Json(nullptr) : Json(each.application.value)},
      {"applied_on", to_text(each.applied_on)},
      {"due", to_text(listed.due)},
      {"late", listed.late},
      {"state", name_of(each.state)},
      {"obstacles", obstacles},
      {"opened_by", each.opened_by},
      {"approved_by", optional_text(each.approved_by)},
      {"resolution", optional_text(each.resolution)},
      {"decided_by", optional_text(each.decided_by)},
      {"decided_on", optional_day(each.decided_on)},
      {"reason", optional_text(each.reason)},
      {"given", optional_text(each.given)}};
}

Json record_of(const DisclosureContent& content) {
  Json papers = Json::array();
  for (const DisclosedPaper& each : content.papers) {
    papers.push_back(Json{{"document", each.document.value},
                          {"accession", each.accession},
                          {"paper", paper_in_words(each)},
                          {"event", optional_text(each.event)},
                          {"result", optional_text(each.result)},
                          {"copy", each.copy}});
  }
  return Json{{"papers", papers}, {"undecided", content.undecided}};
}

std::string outcome_of(const ListedDisclosure& listed) {
  const Disclosure& each = listed.disclosure;
  switch (each.state) {
    case DisclosureState::issued:
      return say(tr("issued on {}: {}"), spoken(each.decided_on.value()), each.given);
    case DisclosureState::refused:
      return say(tr("refused on {}: {}"), spoken(each.decided_on.value()), printable(each.reason));
    case DisclosureState::opened:
    case DisclosureState::approved:
      break;
  }
  const std::string due = listed.late ? say(tr("answer was due by {}"), spoken(listed.due))
                                      : say(tr("answer due by {}"), spoken(listed.due));
  return (each.state == DisclosureState::approved ? std::string(tr("approved, ")) : "") + due;
}

}  // namespace

void print_disclosure(const Session& session, const ListedDisclosure& listed) {
  if (session.json) return print(record_of(listed));
  const Disclosure& each = listed.disclosure;
  print(fmt::format("{:>4}  {}  {} {}  {}  {}", each.number, spoken(each.applied_on),
                    each.student.value, printable(listed.student_name),
                    printable(applicant_in_words(each.applicant)), outcome_of(listed)));
  for (const Obstacle obstacle : listed.obstacles) print("      ! " + in_words(obstacle));
}

namespace {

/// What whoever approves it has to know beside the line of the register.
void print_asked(const Disclosure& disclosure) {
  if (!disclosure.asked.empty())
    print("      " + say(tr("asked for: {}"), printable(disclosure.asked)));
  const std::string period = period_in_words(disclosure.from, disclosure.to);
  if (!period.empty()) print("      " + say(tr("papers {}"), period));
  if (!disclosure.approved_by.empty()) {
    std::string line = say(tr("approved by {}"), disclosure.approved_by);
    if (!disclosure.resolution.empty()) line += ": " + printable(disclosure.resolution);
    print("      " + line);
  }
}

}  // namespace

void print_check(const Session& session, const CheckedDisclosure& checked) {
  if (session.json) {
    Json record = record_of(static_cast<const ListedDisclosure&>(checked));
    record["content"] = record_of(checked.content);
    return print(record);
  }
  print_disclosure(session, checked);
  print_asked(checked.disclosure);
  if (!checked.obstacles.empty() || checked.disclosure.state == DisclosureState::refused) return;
  for (const DisclosedPaper& each : checked.content.papers) {
    std::string line = fmt::format("      {}  {}", each.accession, printable(paper_in_words(each)));
    if (!each.event.empty()) line += "  " + printable(each.event);
    if (!each.result.empty()) line += "  " + printable(each.result);
    print(line + "  " + (each.copy ? tr("extract and copy") : tr("extract")));
  }
  if (checked.content.papers.empty()) tell(session, tr("There is nothing to give."));
  if (checked.content.undecided > 0) {
    tell(session, say(tr("Left out until a person has decided: {} (`fonds review list`)."),
                      checked.content.undecided));
  }
}

void print_restriction(const Session& session, const GuardianRestriction& restriction) {
  if (session.json) {
    return print(Json{{"id", restriction.id},
                      {"student", restriction.student.value},
                      {"name", restriction.name},
                      {"reason", restriction.reason},
                      {"restricted_at", restriction.restricted_at},
                      {"restricted_by", restriction.restricted_by}});
  }
  print(fmt::format("{:>4}  {}  {}  {}  {}", restriction.id, restriction.student.value,
                    printable(restriction.name), printable(restriction.reason),
                    restriction.restricted_at.substr(0, 10)));
}

}  // namespace fonds
