#include "archive/disclosure_forms.h"

#include <fmt/format.h>

#include "access/policy.h"
#include "archive/read_log.h"
#include "archive/settings.h"
#include "base/messages.h"
#include "catalogue/students.h"
#include "model/spoken_date.h"

namespace fonds {
namespace {

/// Texts that are there, `mark` between them.
std::string joined(const std::vector<std::string>& texts, std::string_view mark) {
  std::string whole;
  for (const std::string& each : texts) {
    if (each.empty()) continue;
    if (!whole.empty()) whole += mark;
    whole += each;
  }
  return whole;
}

std::string form_in_words(ApplicationForm form) {
  return form == ApplicationForm::oral ? tr("oral") : tr("written");
}

std::string outcome_in_words(const Disclosure& disclosure) {
  switch (disclosure.state) {
    case DisclosureState::issued:
      return disclosure.given;
    case DisclosureState::refused:
      return say(tr("refused: {}"), disclosure.reason);
    case DisclosureState::opened:
    case DisclosureState::approved:
      break;
  }
  return "";
}

}  // namespace

std::string period_in_words(const std::optional<CalendarDate>& from,
                            const std::optional<CalendarDate>& to) {
  return joined(
      {from ? say(tr("from {}"), spoken(*from)) : "", to ? say(tr("to {}"), spoken(*to)) : ""},
      " ");
}

std::string applicant_in_words(const Applicant& applicant) {
  const std::string status =
      applicant.kind == ApplicantKind::student ? tr("the student") : applicant.relation;
  return joined({joined({applicant.name, status, applicant.identity}, ", "), applicant.authority},
                "; ");
}

std::string paper_in_words(const DisclosedPaper& paper) {
  return joined({paper.kind, paper.number.empty() ? "" : say(tr("No. {}"), paper.number),
                 paper.date.empty() ? "" : say(tr("of {}"), paper.date)},
                " ");
}

std::string given_in_words(const DisclosureContent& content) {
  std::vector<std::string> copies;
  for (const DisclosedPaper& each : content.papers) {
    if (each.copy) copies.push_back(each.accession);
  }
  return joined({say(tr("extract, papers: {}"), content.papers.size()),
                 copies.empty() ? "" : say(tr("copies: {}"), joined(copies, ", "))},
                "; ");
}

ExtractFacts extract_facts(Archive& archive, const Actor& actor, const Disclosure& disclosure,
                           const DisclosureContent& content) {
  ExtractFacts facts;
  facts.institution = own_name(archive.settings());
  facts.caption =
      archive.caption_of(FormKind::extract, fmt::format("disclosure/{}", disclosure.number));
  facts.number = disclosure.number;
  facts.day = disclosure.decided_on.value_or(day_here(archive.clock().now()));
  if (const auto student = Students(archive.catalogue()).find(disclosure.student)) {
    facts.student = full_text(student->name);
    facts.birth_date = student->birth_date;
  }
  facts.applicant =
      joined({disclosure.applicant.name, disclosure.applicant.kind == ApplicantKind::student
                                             ? std::string(tr("the student"))
                                             : disclosure.applicant.relation},
             ", ");
  facts.application =
      say(disclosure.form == ApplicationForm::oral ? tr("oral application of {} No. {}")
                                                   : tr("written application of {} No. {}"),
          spoken(disclosure.applied_on), disclosure.number);
  facts.period = period_in_words(disclosure.from, disclosure.to);
  for (const DisclosedPaper& each : content.papers) {
    const std::string event = joined({each.event, each.nomination}, ", ");
    facts.rows.push_back(
        {paper_in_words(each), each.case_index, each.collective, event, each.result});
    if (each.copy) facts.copies.push_back(paper_in_words(each) + " (" + each.accession + ")");
  }
  facts.left_out = content.undecided;
  // The command line has no name: it is written by hand.
  if (actor.login != local_archivist().login) facts.issued_by = person_of(archive, actor.login);
  facts.office = archive.policy().title(actor.role);
  return facts;
}

DisclosureRegister register_of(Archive& archive, const std::vector<ListedDisclosure>& listed,
                               const DisclosureFilter& filter) {
  DisclosureRegister made;
  made.institution = own_name(archive.settings());
  made.caption = archive.caption_of(FormKind::disclosure_register);
  made.period = period_in_words(filter.from, filter.to);
  for (const ListedDisclosure& each : listed) {
    const Disclosure& disclosure = each.disclosure;
    made.rows.push_back(
        {std::to_string(disclosure.number), spoken(disclosure.applied_on),
         applicant_in_words(disclosure.applicant), each.student_name,
         form_in_words(disclosure.form), outcome_in_words(disclosure),
         disclosure.decided_by.empty() ? "" : person_of(archive, disclosure.decided_by)});
  }
  return made;
}

}  // namespace fonds
