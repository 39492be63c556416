#include "archive/disclosures.h"

#include <boost/filesystem/path.hpp>

#include "archive/disclosure_forms.h"
#include "archive/field_input.h"
#include "archive/student_choice.h"
#include "base/messages.h"
#include "base/text.h"
#include "cli/commands/commands.h"
#include "cli/disclosure_talk.h"
#include "cli/output_file.h"
#include "cli/verb.h"
#include "forms/csv_text.h"
#include "forms/spreadsheet.h"

namespace fonds {
namespace {

namespace fs = boost::filesystem;

struct DisclosureCall {
  std::int64_t number = 0;  ///< of an application, or of a restriction
  std::string student;
  std::optional<std::string> applicant;
  std::optional<std::string> name;
  std::optional<std::string> relation;
  std::optional<std::string> identity;
  std::optional<std::string> authority;
  std::optional<std::string> authority_until;
  std::optional<std::string> form;
  std::optional<std::string> asked;
  std::optional<std::string> from;
  std::optional<std::string> to;
  std::optional<std::string> on;
  std::string paper;
  std::string reason;
  std::string resolution;
  std::string folder;
  std::string state;
  std::string output;
  bool again = false;
  bool pdf = false;
  bool csv = false;
  bool xlsx = false;
};
using Verb = DefinedVerb<DisclosureCall>;

/// What is typed of an application laid over `disclosure`; what is not stays as it is.
void lay_over(const DisclosureCall& call, Disclosure& disclosure) {
  const auto text = [](const std::optional<std::string>& typed, std::string& value) {
    if (typed) value = *typed;
  };
  const auto day = [](const std::optional<std::string>& typed, std::optional<CalendarDate>& value) {
    if (typed) value = day_if_typed(*typed);
  };
  Applicant& applicant = disclosure.applicant;
  if (call.applicant) applicant.kind = applicant_kind_from(*call.applicant).value();
  text(call.name, applicant.name);
  text(call.relation, applicant.relation);
  text(call.identity, applicant.identity);
  text(call.authority, applicant.authority);
  day(call.authority_until, applicant.authority_until);
  if (call.form) disclosure.form = application_form_from(*call.form).value();
  text(call.asked, disclosure.asked);
  day(call.from, disclosure.from);
  day(call.to, disclosure.to);
  if (call.on) disclosure.applied_on = day_typed(*call.on);
}

int open(Session& session, const DisclosureCall& call) {
  Archive archive = session.open_archive();
  Disclosure disclosure;
  disclosure.student =
      student_meant(archive, session.actor, Operation::open_disclosure, call.student);
  disclosure.applied_on = day_here(session.clock.now());
  lay_over(call, disclosure);
  print_disclosure(
      session, ArchiveDisclosures(archive).open(session.actor, std::move(disclosure), call.paper));
  return kExitDone;
}

int correct(Session& session, const DisclosureCall& call) {
  Archive archive = session.open_archive();
  print_disclosure(session, ArchiveDisclosures(archive).correct(
                                session.actor, call.number,
                                [&](Disclosure& each) { lay_over(call, each); }, call.paper));
  return kExitDone;
}

int check(Session& session, const DisclosureCall& call) {
  Archive archive = session.open_archive();
  print_check(session, ArchiveDisclosures(archive).check(session.actor, call.number));
  return kExitDone;
}

int approve(Session& session, const DisclosureCall& call) {
  Archive archive = session.open_archive();
  print_disclosure(session, ArchiveDisclosures(archive).approve(session.actor, call.number));
  return kExitDone;
}

int issue(Session& session, const DisclosureCall& call) {
  // Before the register says that something was handed out.
  expect_empty_folder(call.folder);
  Archive archive = session.open_archive();
  using Repeat = ArchiveDisclosures::Repeat;
  const IssuedDisclosure issued = ArchiveDisclosures(archive).issue(
      session.actor, call.number, call.resolution, call.again ? Repeat::again : Repeat::refuse);
  session.disk.make_folders(call.folder);
  write_new_file(session, fs::path(call.folder) / fmt::format("extract-{:06}.pdf", call.number),
                 [&](const ByteSink& sink) { sink(issued.extract); });
  for (const ArchiveDocuments::Exported& copy : issued.copies) {
    write_new_file(session, fs::path(call.folder) / copy.file_name,
                   [&](const ByteSink& sink) { copy_all(copy.fd.get(), sink); });
  }
  print_disclosure(session, issued);
  return kExitDone;
}

int refuse(Session& session, const DisclosureCall& call) {
  Archive archive = session.open_archive();
  print_disclosure(session,
                   ArchiveDisclosures(archive).refuse(session.actor, call.number, call.reason));
  return kExitDone;
}

int print_register(Session& session, const DisclosureCall& call,
                   const DisclosureRegister& register_as_printed) {
  std::string bytes;
  if (call.pdf) {
    bytes = printed_disclosure_register(register_as_printed).pdf;
  } else {
    const Table table = disclosure_register_table(register_as_printed);
    bytes = call.csv ? csv_text(table) : xlsx_of({&table, 1}, session.clock.now());
  }
  if (call.output.empty()) {
    print_bytes(bytes);
  } else {
    write_new_file(session, call.output, [&](const ByteSink& sink) { sink(bytes); });
  }
  return kExitDone;
}

int list(Session& session, const DisclosureCall& call) {
  const bool as_form = call.pdf || call.csv || call.xlsx;
  if (as_form && !call.csv && call.output.empty()) refuse_terminal();
  if (as_form && !call.output.empty()) expect_new_file(call.output);
  if (!as_form && !call.output.empty()) {
    throw Error(Fault::usage, tr("it is not said what to write"), tr("say --pdf, --xlsx or --csv"));
  }
  Archive archive = session.open_archive();
  DisclosureFilter filter;
  if (!call.student.empty()) {
    filter.student =
        student_meant(archive, session.actor, Operation::read_disclosures, call.student);
  }
  if (!call.state.empty()) filter.state = disclosure_state_from(call.state);
  filter.from = day_if_typed(call.from.value_or(""));
  filter.to = day_if_typed(call.to.value_or(""));
  const std::vector<ListedDisclosure> found =
      ArchiveDisclosures(archive).list(session.actor, filter);
  if (as_form) return print_register(session, call, register_of(archive, found, filter));
  for (const ListedDisclosure& each : found) print_disclosure(session, each);
  if (!found.empty()) return kExitDone;
  tell(session, tr("No such applications."));
  return entry_of(Fault::not_found).exit_code;
}

int restrict_guardian(Session& session, const DisclosureCall& call) {
  Archive archive = session.open_archive();
  GuardianRestriction restriction;
  restriction.student =
      student_meant(archive, session.actor, Operation::issue_disclosure, call.student);
  restriction.name = call.name.value();
  restriction.reason = call.reason;
  print_restriction(session, ArchiveDisclosures(archive).restrict(session.actor, restriction));
  return kExitDone;
}

int lift(Session& session, const DisclosureCall& call) {
  Archive archive = session.open_archive();
  const bool lifted = ArchiveDisclosures(archive).lift(session.actor, call.number);
  tell(session, lifted ? tr("The restriction is lifted.") : tr("No such restriction stands."));
  return lifted ? kExitDone : entry_of(Fault::not_found).exit_code;
}

int restrictions(Session& session, const DisclosureCall& call) {
  Archive archive = session.open_archive();
  const StudentId student =
      student_meant(archive, session.actor, Operation::read_disclosures, call.student);
  const std::vector<GuardianRestriction> found =
      ArchiveDisclosures(archive).restrictions(session.actor, student);
  for (const GuardianRestriction& each : found) print_restriction(session, each);
  if (found.empty()) tell(session, tr("Nobody is restricted."));
  return kExitDone;
}

void add_number(const Verb& verb) {
  verb.app->add_option("NUMBER", verb.call->number)->required()->check(CLI::PositiveNumber);
}

template <std::size_t kCount>
std::vector<std::string> texts_of(const std::array<std::string_view, kCount>& names) {
  return {names.begin(), names.end()};
}

void add_application(const Verb& verb) {
  DisclosureCall& call = *verb.call;
  verb.app->add_option("--applicant", call.applicant)
      ->check(CLI::IsMember(texts_of(kApplicantKinds)));
  verb.app->add_option("--name", call.name);
  verb.app->add_option("--relation", call.relation);
  verb.app->add_option("--identity", call.identity);
  verb.app->add_option("--authority", call.authority);
  verb.app->add_option("--authority-until", call.authority_until);
  verb.app->add_option("--form", call.form)->check(CLI::IsMember(texts_of(kApplicationForms)));
  verb.app->add_option("--asked", call.asked);
  verb.app->add_option("--from", call.from);
  verb.app->add_option("--to", call.to);
  verb.app->add_option("--on", call.on);
  verb.app->add_option("--document", call.paper);
}

void define_list(CLI::App& command, Session& session) {
  const Verb verb = define_verb(command, session, "list", list);
  DisclosureCall& call = *verb.call;
  verb.app->add_option("--student", call.student);
  verb.app->add_option("--state", call.state)->check(CLI::IsMember(texts_of(kDisclosureStates)));
  verb.app->add_option("--from", call.from);
  verb.app->add_option("--to", call.to);
  CLI::Option_group* form = verb.app->add_option_group("form");
  form->add_flag("--pdf", call.pdf);
  form->add_flag("--xlsx", call.xlsx);
  form->add_flag("--csv", call.csv);
  form->require_option(0, 1);
  verb.app->add_option("-o,--output", call.output);
}

void define_restrictions(CLI::App& command, Session& session) {
  const Verb restricted = define_verb(command, session, "restrict", restrict_guardian);
  restricted.app->add_option("STUDENT", restricted.call->student)->required();
  restricted.app->add_option("--name", restricted.call->name)->required();
  restricted.app->add_option("--reason", restricted.call->reason)->required();
  const Verb listed = define_verb(command, session, "restrictions", restrictions);
  listed.app->add_option("STUDENT", listed.call->student)->required();
  add_number(define_verb(command, session, "lift", lift));
}

}  // namespace

void define_disclosure(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("disclosure");
  command->require_subcommand(1);
  const Verb opened = define_verb(*command, session, "open", open);
  opened.app->add_option("STUDENT", opened.call->student)->required();
  add_application(opened);
  const Verb corrected = define_verb(*command, session, "correct", correct);
  add_number(corrected);
  add_application(corrected);
  add_number(define_verb(*command, session, "check", check));
  add_number(define_verb(*command, session, "approve", approve));
  const Verb issued = define_verb(*command, session, "issue", issue);
  add_number(issued);
  issued.app->add_option("--to", issued.call->folder)->required();
  issued.app->add_option("--resolution", issued.call->resolution);
  issued.app->add_flag("--again", issued.call->again);
  const Verb refused = define_verb(*command, session, "refuse", refuse);
  add_number(refused);
  refused.app->add_option("--reason", refused.call->reason)->required();
  define_list(*command, session);
  define_restrictions(*command, session);
}

}  // namespace fonds
