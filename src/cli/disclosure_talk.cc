#include "cli/disclosure_talk.h"

#include "archive/disclosure_forms.h"
#include "base/messages.h"
#include "base/text.h"
#include "model/spoken_date.h"
#include "web/api/disclosure_records.h"

namespace fonds {
namespace {

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
  if (session.json) return print(record_of(checked));
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
  if (session.json) return print(record_of(restriction));
  print(fmt::format("{:>4}  {}  {}  {}  {}", restriction.id, restriction.student.value,
                    printable(restriction.name), printable(restriction.reason),
                    restriction.restricted_at.substr(0, 10)));
}

}  // namespace fonds
