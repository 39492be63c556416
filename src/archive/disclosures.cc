#include "archive/disclosures.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "access/policy.h"
#include "archive/disclosure_forms.h"
#include "archive/field_input.h"
#include "archive/read_log.h"
#include "base/digest.h"
#include "base/error.h"
#include "base/messages.h"
#include "catalogue/journal.h"
#include "catalogue/students.h"
#include "model/spoken_date.h"

namespace fonds {
namespace {

using Json = nlohmann::ordered_json;

std::string subject_of(std::int64_t number) { return fmt::format("disclosure/{}", number); }

Error no_disclosure(std::int64_t number) {
  return {Fault::not_found, say(tr("there is no application {}"), number),
          tr("look the number up with `fonds disclosure list`")};
}

bool is_decided(const Disclosure& disclosure) {
  return disclosure.state == DisclosureState::issued ||
         disclosure.state == DisclosureState::refused;
}

/// As if nobody had answered it: what stands in its way is told of such only.
Disclosure undecided(Disclosure disclosure) {
  disclosure.state = DisclosureState::opened;
  return disclosure;
}

/// Names of what a correction changed, for the journal.
Json changes_of(const Disclosure& before, const Disclosure& after) {
  Json names = Json::array();
  const auto compare = [&](const char* name, const auto& one, const auto& other) {
    if (one != other) names.push_back(name);
  };
  const Applicant& was = before.applicant;
  const Applicant& is = after.applicant;
  compare("applicant", name_of(was.kind), name_of(is.kind));
  compare("name", was.name, is.name);
  compare("relation", was.relation, is.relation);
  compare("identity", was.identity, is.identity);
  compare("authority", was.authority, is.authority);
  compare("authority_until", was.authority_until, is.authority_until);
  compare("form", before.form, after.form);
  compare("asked", before.asked, after.asked);
  compare("from", before.from, after.from);
  compare("to", before.to, after.to);
  compare("document", before.application, after.application);
  compare("applied_on", before.applied_on, after.applied_on);
  return names;
}

void expect_open(const Disclosure& disclosure) {
  if (!is_decided(disclosure)) return;
  const bool issued = disclosure.state == DisclosureState::issued;
  throw Error(Fault::usage,
              say(issued ? tr("application {} was answered on {}: issued")
                         : tr("application {} was answered on {}: refused"),
                  disclosure.number, spoken(disclosure.decided_on.value())),
              issued ? say(tr("`fonds disclosure issue {} --again --to DIR` writes the files once "
                              "more"),
                           disclosure.number)
                     : tr("put a new application on record: `fonds disclosure open`"));
}

void expect_no_obstacles(const ListedDisclosure& listed) {
  if (listed.obstacles.empty()) return;
  throw Error(Fault::usage,
              say(tr("application {} can not be granted: {}"), listed.disclosure.number,
                  in_words(listed.obstacles.front())),
              say(tr("`fonds disclosure check {0}` shows everything; `fonds disclosure refuse {0} "
                     "--reason …` refuses it"),
                  listed.disclosure.number));
}

/// The PDF/A copy of a paper; of an electronic document, which has none, its files.
void open_copies(Archive& archive, const Actor& actor, const DisclosedPaper& paper,
                 std::vector<ArchiveDocuments::Exported>& copies) {
  ArchiveDocuments documents(archive);
  const Document document = documents.find(paper.accession);
  if (has_pictures(document)) {
    copies.push_back(documents.open_part(actor, paper.accession, ExportPart::access_copy, 0));
    return;
  }
  for (int which = 1; which <= static_cast<int>(document.originals.size()); ++which) {
    copies.push_back(documents.open_part(actor, paper.accession, ExportPart::original, which));
  }
}

}  // namespace

ListedDisclosure ArchiveDisclosures::listed(Disclosure disclosure) {
  const CalendarDate today = day_here(archive_.clock().now());
  ListedDisclosure made;
  made.due = DisclosureRules::shipped().due(disclosure.applied_on);
  const bool decided = is_decided(disclosure);
  made.late = !decided && made.due < today;
  if (const auto student = Students(archive_.catalogue()).find(disclosure.student)) {
    made.student_name = full_text(student->name);
    if (!decided) {
      made.obstacles = DisclosureRules::shipped().obstacles(
          disclosure, *student, Disclosures(archive_.catalogue()).restrictions(student->id), today);
    }
  }
  made.disclosure = std::move(disclosure);
  return made;
}

Disclosure ArchiveDisclosures::found(const Actor& actor, std::int64_t number) {
  auto disclosure = Disclosures(archive_.catalogue()).find(number);
  const Viewer viewer(archive_, actor);
  if (!disclosure || !viewer.sees_student(disclosure->student)) throw no_disclosure(number);
  return std::move(*disclosure);
}

void ArchiveDisclosures::prepare(const Actor& actor, Disclosure& disclosure,
                                 std::string_view paper) {
  const Viewer viewer(archive_, actor);
  const Student student = viewer.require_student(disclosure.student);
  disclosure.student = student.id;
  Applicant& applicant = disclosure.applicant;
  for (std::string* text : {&applicant.name, &applicant.relation, &applicant.identity,
                            &applicant.authority, &disclosure.asked}) {
    *text = line_typed(*text);
  }
  if (applicant.name.empty() && applicant.kind == ApplicantKind::student) {
    applicant.name = full_text(student.name);
  }
  if (applicant.name.empty()) {
    throw Error(Fault::usage, tr("it is not said who asks"), tr("say it with --name"));
  }
  if (disclosure.applied_on > day_here(archive_.clock().now())) {
    throw Error(Fault::usage, say(tr("{} is in the future"), spoken(disclosure.applied_on)),
                tr("write the day of the application"));
  }
  if (disclosure.from && disclosure.to && *disclosure.to < *disclosure.from) {
    throw Error(Fault::usage, tr("the time asked for ends before it begins"),
                tr("correct --from or --to"));
  }
  if (!paper.empty()) {
    disclosure.application = ArchiveDocuments(archive_).find(viewer, paper).id;
  }
}

ListedDisclosure ArchiveDisclosures::open(const Actor& actor, Disclosure disclosure,
                                          std::string_view paper) {
  archive_.policy().require(actor, Operation::open_disclosure);
  prepare(actor, disclosure, paper);
  Database& database = archive_.catalogue();
  Transaction transaction(database);
  Journal(database).lock(transaction);
  disclosure.number = Disclosures(database).open(transaction, actor, disclosure);
  Json details{{"student", disclosure.student.value},
               {"applicant", name_of(disclosure.applicant.kind)},
               {"form", name_of(disclosure.form)}};
  if (disclosure.application.value != 0) details["document"] = disclosure.application.value;
  Journal(database).append(transaction, actor, "disclosure.opened", subject_of(disclosure.number),
                           details.dump());
  transaction.commit();
  return listed(found(actor, disclosure.number));
}

ListedDisclosure ArchiveDisclosures::correct(const Actor& actor, std::int64_t number,
                                             const std::function<void(Disclosure&)>& change,
                                             std::string_view paper) {
  archive_.policy().require(actor, Operation::open_disclosure);
  const Disclosure before = found(actor, number);
  if (before.state != DisclosureState::opened) {
    throw Error(Fault::usage, say(tr("application {} is decided on already"), number),
                tr("put a new application on record: `fonds disclosure open`"));
  }
  Disclosure after = before;
  change(after);
  // A correction is one of what the application says.
  after.number = before.number;
  after.student = before.student;
  after.state = before.state;
  prepare(actor, after, paper);
  settle(actor, "disclosure.corrected", Json{{"fields", changes_of(before, after)}}.dump(), before,
         after);
  return listed(std::move(after));
}

CheckedDisclosure ArchiveDisclosures::check(const Actor& actor, std::int64_t number) {
  archive_.policy().require(actor, Operation::read_disclosures);
  CheckedDisclosure checked;
  static_cast<ListedDisclosure&>(checked) = listed(found(actor, number));
  if (checked.obstacles.empty()) {
    const Disclosure& asked = checked.disclosure;
    checked.content =
        disclosure_content(archive_, Viewer(archive_, actor), asked.student, asked.from, asked.to);
  }
  journal_read(archive_, actor, "disclosure.checked", subject_of(number),
               static_cast<std::int64_t>(checked.content.papers.size()));
  return checked;
}

void ArchiveDisclosures::settle(const Actor& actor, std::string_view event,
                                const std::string& details, const Disclosure& expected,
                                const Disclosure& settled) {
  Database& database = archive_.catalogue();
  Transaction transaction(database);
  Journal(database).lock(transaction);  // of two people one decides
  const auto now = Disclosures(database).find(expected.number);
  if (!now || *now != expected) {
    throw Error(Fault::usage,
                say(tr("somebody else has just decided on application {}"), expected.number),
                say(tr("see `fonds disclosure check {}`"), expected.number));
  }
  // A restriction, a date of birth may have come since it was looked at.
  if (settled.state == DisclosureState::approved || settled.state == DisclosureState::issued) {
    expect_no_obstacles(listed(undecided(expected)));
  }
  Journal(database).append(transaction, actor, event, subject_of(expected.number), details);
  if (settled.state == DisclosureState::opened) {
    Disclosures(database).correct(transaction, settled);
  } else {
    Disclosures(database).set_outcome(transaction, settled);
  }
  transaction.commit();
}

ListedDisclosure ArchiveDisclosures::approve(const Actor& actor, std::int64_t number) {
  archive_.policy().require(actor, Operation::decide_disclosure);
  const ListedDisclosure now = listed(found(actor, number));
  expect_open(now.disclosure);
  expect_no_obstacles(now);
  Disclosure approved = now.disclosure;
  approved.state = DisclosureState::approved;
  approved.approved_by = actor.login;
  settle(actor, "disclosure.approved", "{}", now.disclosure, approved);
  return listed(std::move(approved));
}

IssuedDisclosure ArchiveDisclosures::issue(const Actor& actor, std::int64_t number,
                                           std::string_view resolution, Repeat repeat) {
  archive_.policy().require(actor, Operation::issue_disclosure);
  IssuedDisclosure issued;
  const Disclosure before = found(actor, number);
  Disclosure after = before;
  const bool again = before.state == DisclosureState::issued && repeat == Repeat::again;
  if (again) after = undecided(before);
  expect_open(after);
  expect_no_obstacles(listed(after));
  if (std::string said = line_typed(resolution); !said.empty()) after.resolution = std::move(said);
  if (after.approved_by.empty()) {
    if (after.resolution.empty()) {
      throw Error(Fault::usage, say(tr("nobody has approved application {}"), number),
                  say(tr("the methodist or the director approves it with `fonds disclosure approve "
                         "{}`; a resolution on paper is named with --resolution"),
                      number));
    }
    after.approved_by = actor.login;
  }
  const Viewer viewer(archive_, actor);
  issued.content = disclosure_content(archive_, viewer, after.student, after.from, after.to);
  after.state = DisclosureState::issued;
  after.decided_by = actor.login;
  after.decided_on = day_here(archive_.clock().now());
  after.given = given_in_words(issued.content);
  issued.extract = printed_extract(extract_facts(archive_, actor, after, issued.content)).pdf;
  Json copies = Json::array();
  for (const DisclosedPaper& each : issued.content.papers) {
    if (!each.copy) continue;
    copies.push_back(each.document.value);
    open_copies(archive_, actor, each, issued.copies);
  }
  settle(actor, again ? "disclosure.issued_again" : "disclosure.issued",
         Json{{"student", after.student.value},
              {"papers", issued.content.papers.size()},
              {"copies", copies},
              {"extract", sha256(issued.extract)}}
             .dump(),
         before, after);
  static_cast<ListedDisclosure&>(issued) = listed(std::move(after));
  return issued;
}

ListedDisclosure ArchiveDisclosures::refuse(const Actor& actor, std::int64_t number,
                                            std::string_view reason) {
  archive_.policy().require(actor, Operation::refuse_disclosure);
  const ListedDisclosure now = listed(found(actor, number));
  expect_open(now.disclosure);
  Disclosure refused = now.disclosure;
  refused.reason = line_typed(reason);
  if (refused.reason.empty()) {
    throw Error(Fault::usage, tr("a refusal needs its reason"), tr("say why: --reason \"…\""));
  }
  refused.state = DisclosureState::refused;
  refused.decided_by = actor.login;
  refused.decided_on = day_here(archive_.clock().now());
  Json obstacles = Json::array();
  for (const Obstacle each : now.obstacles) obstacles.push_back(name_of(each));
  settle(actor, "disclosure.refused", Json{{"obstacles", obstacles}}.dump(), now.disclosure,
         refused);
  return listed(std::move(refused));
}

std::vector<ListedDisclosure> ArchiveDisclosures::list(const Actor& actor,
                                                       const DisclosureFilter& filter) {
  archive_.policy().require(actor, Operation::read_disclosures);
  const Viewer viewer(archive_, actor);
  std::vector<ListedDisclosure> found;
  for (Disclosure& each : Disclosures(archive_.catalogue()).list(filter)) {
    if (viewer.sees_student(each.student)) found.push_back(listed(std::move(each)));
  }
  journal_read(archive_, actor, "disclosure.listed", "disclosures",
               static_cast<std::int64_t>(found.size()));
  return found;
}

GuardianRestriction ArchiveDisclosures::restrict(const Actor& actor,
                                                 GuardianRestriction restriction) {
  archive_.policy().require(actor, Operation::issue_disclosure);
  restriction.name = line_typed(restriction.name);
  restriction.reason = line_typed(restriction.reason);
  if (restriction.name.empty() || restriction.reason.empty()) {
    throw Error(Fault::usage, tr("a restriction needs the name and the decision it rests on"),
                tr("say them: --name \"…\" --reason \"…\""));
  }
  Database& database = archive_.catalogue();
  restriction.student = Viewer(archive_, actor).require_student(restriction.student).id;
  Transaction transaction(database);
  Journal(database).lock(transaction);
  const std::int64_t id = Disclosures(database).restrict(transaction, actor, restriction);
  Journal(database).append(transaction, actor, "guardian.restricted",
                           subject_of(restriction.student), Json{{"restriction", id}}.dump());
  transaction.commit();
  return Disclosures(database).restriction(id).value();
}

bool ArchiveDisclosures::lift(const Actor& actor, std::int64_t restriction) {
  archive_.policy().require(actor, Operation::issue_disclosure);
  Database& database = archive_.catalogue();
  const auto known = Disclosures(database).restriction(restriction);
  if (!known || !Viewer(archive_, actor).sees_student(known->student)) return false;
  Transaction transaction(database);
  Journal(database).append(transaction, actor, "guardian.restriction_lifted",
                           subject_of(known->student), Json{{"restriction", restriction}}.dump());
  if (!Disclosures(database).lift(transaction, actor, restriction)) return false;
  transaction.commit();
  return true;
}

std::vector<GuardianRestriction> ArchiveDisclosures::restrictions(const Actor& actor,
                                                                  StudentId student) {
  archive_.policy().require(actor, Operation::read_disclosures);
  if (!Viewer(archive_, actor).sees_student(student)) return {};
  std::vector<GuardianRestriction> found = Disclosures(archive_.catalogue()).restrictions(student);
  journal_read(archive_, actor, "guardian.restrictions_listed", subject_of(student),
               static_cast<std::int64_t>(found.size()));
  return found;
}

}  // namespace fonds
