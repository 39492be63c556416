#include <CLI/CLI.hpp>

#include "archive/case_forms.h"
#include "archive/cases.h"
#include "archive/field_input.h"
#include "archive/filing.h"
#include "archive/loans.h"
#include "archive/student_choice.h"
#include "base/messages.h"
#include "cli/case_talk.h"
#include "cli/commands/commands.h"
#include "cli/form_target.h"
#include "cli/verb.h"
#include "model/named.h"

namespace fonds {
namespace {

struct CaseCall {
  std::string volume;  ///< a reference, or an index
  std::vector<std::string> documents;
  int year = 0;
  std::optional<std::string> title;
  std::optional<std::string> shelf;
  std::string carrier;
  std::string continues;
  std::string student;
  std::optional<int> sheets;
  std::string first;
  std::string last;
  int from = 0;
  bool one_matter = false;
  bool ready = false;
  bool dry_run = false;
  std::string state;
  int limit = 100;
  std::string taker;
  std::string purpose;
  std::string due;
  bool out = false;
  std::string form;
  bool pdf = false;
  FormTarget target;
};
using Verb = DefinedVerb<CaseCall>;

int open(Session& session, const CaseCall& call) {
  Archive archive = session.open_archive();
  NewVolume words;
  words.index = call.volume;
  words.year = call.year;
  words.title = call.title.value_or("");
  words.shelf = call.shelf.value_or("");
  words.carrier = named<Carrier>(kCarriers, call.carrier);
  words.continues = call.continues;
  if (!call.student.empty()) {
    words.student = student_meant(archive, session.actor, Operation::keep_cases, call.student);
  }
  print_volume(session, ArchiveCases(archive).open(session.actor, words));
  return kExitDone;
}

/// What is ready, shown or filed.
int file_ready(Session& session, Archive& archive, const CaseCall& call) {
  ArchiveFiling filing(archive);
  std::int64_t filed = 0;
  if (call.dry_run) {
    filing.inbox(session.actor, std::numeric_limits<int>::max(), [&](const InboxPaper& paper) {
      if (paper.placing != Placing::ready) return;
      print_inbox(session, paper);
      ++filed;
    });
  } else {
    filed = filing.file_ready(session.actor,
                              [&](const FiledPaper& each) { print_filed(session, each); });
  }
  if (filed == 0) tell(session, tr("No paper of the inbox is ready: fonds case inbox"));
  return kExitDone;
}

/// A paper that can not be filed or taken out must not cost the others.
template <class Action>
int each_document(const Session& session, const CaseCall& call, const Action& action) {
  std::int64_t done = 0;
  std::int64_t refused = 0;
  Fault last = Fault::usage;
  for (const std::string& document : call.documents) {
    try {
      action(document);
      ++done;
    } catch (const Error& error) {
      last = error.fault();
      if (last != Fault::usage && last != Fault::not_found) throw;
      report(session, error);
      ++refused;
    }
  }
  if (refused == 0) return kExitDone;
  return done > 0 ? kExitInPart : entry_of(last).exit_code;
}

int file(Session& session, const CaseCall& call) {
  if (call.ready != (call.volume.empty() && call.documents.empty()) ||
      (!call.ready && call.documents.empty())) {
    throw Error(Fault::usage, tr("it is not said which papers to file"),
                tr("name a volume and papers, or file what is ready: --ready"));
  }
  Archive archive = session.open_archive();
  if (call.ready) return file_ready(session, archive, call);
  ArchiveFiling filing(archive);
  return each_document(session, call, [&](const std::string& document) {
    print_filed(session, filing.file(session.actor, call.volume, document, call.sheets));
  });
}

int unfile(Session& session, const CaseCall& call) {
  Archive archive = session.open_archive();
  ArchiveFiling filing(archive);
  return each_document(session, call, [&](const std::string& document) {
    const Volume from = filing.unfile(session.actor, document);
    tell(session, say(tr("Taken out of {}: the paper is in the inbox again."), to_text(from.key)));
  });
}

int close(Session& session, const CaseCall& call) {
  Archive archive = session.open_archive();
  const ClosingWords words{day_if_typed(call.first), day_if_typed(call.last), call.sheets};
  const ClosedVolume closed = ArchiveCases(archive).close(session.actor, call.volume, words);
  print_volume(session, Headings(archive).shown(closed.volume));
  if (closed.undated > 0) {
    const auto count = static_cast<unsigned long>(closed.undated);
    tell(session, say(trn("{} paper without a date did not count for the last day.",
                          "{} papers without a date did not count for the last day.", count),
                      closed.undated));
  }
  return kExitDone;
}

int reopen(Session& session, const CaseCall& call) {
  Archive archive = session.open_archive();
  print_volume(session, ArchiveCases(archive).reopen(session.actor, call.volume));
  return kExitDone;
}

int split(Session& session, const CaseCall& call) {
  Archive archive = session.open_archive();
  print_volume(session,
               ArchiveCases(archive).split(session.actor, call.volume, call.from, call.one_matter));
  return kExitDone;
}

int edit(Session& session, const CaseCall& call) {
  Archive archive = session.open_archive();
  print_volume(session,
               ArchiveCases(archive).correct(session.actor, call.volume, call.title, call.shelf));
  return kExitDone;
}

int list(Session& session, const CaseCall& call) {
  Archive archive = session.open_archive();
  VolumeFilter filter;
  filter.year = call.year;
  filter.state = volume_state_from(call.state);
  if (!call.volume.empty()) {
    const auto key = volume_key_from(call.volume);
    if (!key || key->number != 0) {
      throw Error(Fault::usage, say(tr("'{}' is no index of a case"), call.volume),
                  tr("write it as in the nomenclature, 02-08"));
    }
    filter.index = key->index;
    if (key->year != 0) filter.year = key->year;
  }
  bool any = false;
  ArchiveCases(archive).list(session.actor, filter, [&](const ShownVolume& each) {
    print_volume(session, each);
    any = true;
  });
  if (any) return kExitDone;
  tell(session, tr("There is no such volume: fonds case open INDEX"));
  return entry_of(Fault::not_found).exit_code;
}

int show(Session& session, const CaseCall& call) {
  Archive archive = session.open_archive();
  ArchiveCases cases(archive);
  const ShownVolume shown = cases.show(session.actor, call.volume);
  print_volume(session, shown);
  cases.documents(session.actor, shown.volume,
                  [&](const ShownFiling& each) { print_filing(session, each); });
  return kExitDone;
}

int inbox(Session& session, const CaseCall& call) {
  Archive archive = session.open_archive();
  const std::int64_t given = ArchiveFiling(archive).inbox(
      session.actor, call.limit, [&](const InboxPaper& each) { print_inbox(session, each); });
  if (given == 0) tell(session, tr("The inbox is empty: every paper is filed."));
  return kExitDone;
}

int issue(Session& session, const CaseCall& call) {
  Archive archive = session.open_archive();
  Loan loan;
  loan.taker = call.taker;
  loan.purpose = call.purpose;
  loan.due_on = day_typed(call.due);
  print_loan(session, ArchiveLoans(archive).issue(session.actor, call.volume, loan));
  return kExitDone;
}

int take_back(Session& session, const CaseCall& call) {
  Archive archive = session.open_archive();
  print_loan(session, ArchiveLoans(archive).take_back(session.actor, call.volume));
  return kExitDone;
}

int print_form(Session& session, const CaseCall& call) {
  expect_place(call.target);
  Archive archive = session.open_archive();
  ArchiveCaseForms forms(archive);
  const Actor& actor = session.actor;
  const std::string& form = call.form;
  give_form(session, call.target,
            form == "inventory"     ? printed_inventory(forms.inventory(actor, call.volume))
            : form == "certificate" ? printed_certificate(forms.certificate(actor, call.volume))
            : form == "register"
                ? printed_electronic_register(forms.electronic_register(actor, call.volume))
            : form == "use"  ? printed_use_sheet(forms.use_sheet(actor, call.volume))
            : form == "card" ? printed_substitute_card(forms.substitute_card(actor, call.volume))
                             : printed_cover(forms.cover(actor, call.volume)));
  return kExitDone;
}

int loans(Session& session, const CaseCall& call) {
  const bool as_book = call.pdf || call.target.is_table();
  if (as_book) expect_place(call.target);
  Archive archive = session.open_archive();
  if (as_book) {
    give_form(session, call.target,
              printed_issue_book(ArchiveCaseForms(archive).issue_book(session.actor)));
    return kExitDone;
  }
  const auto found = ArchiveLoans(archive).list(session.actor, call.out);
  for (const ShownLoan& each : found) print_loan(session, each);
  if (found.empty()) tell(session, tr("No volume is issued."));
  return kExitDone;
}

Verb define_of_volume(CLI::App& command, Session& session, const char* name,
                      int (*action)(Session&, const CaseCall&)) {
  Verb made = define_verb(command, session, name, action);
  made.app->add_option("VOLUME", made.call->volume)->required();
  return made;
}

void define_filing(CLI::App& command, Session& session) {
  const Verb filed = define_verb(command, session, "file", file);
  filed.app->add_option("VOLUME", filed.call->volume);
  filed.app->add_option("DOCUMENT", filed.call->documents);
  filed.app->add_option("--sheets", filed.call->sheets);
  filed.app->add_flag("--ready", filed.call->ready);
  filed.app->add_flag("--dry-run", filed.call->dry_run);
  const Verb unfiled = define_verb(command, session, "unfile", unfile);
  unfiled.app->add_option("DOCUMENT", unfiled.call->documents)->required();
  const Verb waiting = define_verb(command, session, "inbox", inbox);
  waiting.app->add_option("--limit", waiting.call->limit)->check(CLI::PositiveNumber);
}

void define_loans(CLI::App& command, Session& session) {
  const Verb issued = define_of_volume(command, session, "issue", issue);
  issued.app->add_option("--to", issued.call->taker)->required();
  issued.app->add_option("--due", issued.call->due)->required();
  issued.app->add_option("--for", issued.call->purpose);
  define_of_volume(command, session, "return", take_back);
  const Verb listed = define_verb(command, session, "loans", loans);
  CLI::Option* out = listed.app->add_flag("--out", listed.call->out);
  listed.app->add_flag("--pdf", listed.call->pdf)->excludes(out);
  add_output(*listed.app, listed.call->target);
}

}  // namespace

void define_case(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("case");
  command->require_subcommand(1);
  const Verb opened = define_verb(*command, session, "open", open);
  opened.app->add_option("INDEX", opened.call->volume)->required();
  opened.app->add_option("--year", opened.call->year);
  opened.app->add_option("--title", opened.call->title);
  opened.app->add_option("--shelf", opened.call->shelf);
  opened.app->add_option("--carrier", opened.call->carrier)
      ->check(CLI::IsMember({"paper", "electronic", "hybrid"}));
  opened.app->add_option("--continues", opened.call->continues);
  opened.app->add_option("--student", opened.call->student);
  define_filing(*command, session);
  const Verb closed = define_of_volume(*command, session, "close", close);
  closed.app->add_option("--first", closed.call->first);
  closed.app->add_option("--last", closed.call->last);
  closed.app->add_option("--sheets", closed.call->sheets)->check(CLI::PositiveNumber);
  define_of_volume(*command, session, "reopen", reopen);
  const Verb parted = define_of_volume(*command, session, "split", split);
  parted.app->add_option("--from", parted.call->from)->required();
  parted.app->add_flag("--one-matter", parted.call->one_matter);
  const Verb edited = define_of_volume(*command, session, "edit", edit);
  edited.app->add_option("--title", edited.call->title);
  edited.app->add_option("--shelf", edited.call->shelf);
  const Verb listed = define_verb(*command, session, "list", list);
  listed.app->add_option("INDEX", listed.call->volume);
  listed.app->add_option("--year", listed.call->year);
  listed.app->add_option("--state", listed.call->state)
      ->check(CLI::IsMember({"open", "closed", "transferred", "destroyed"}));
  define_of_volume(*command, session, "show", show);
  const Verb label = define_of_volume(*command, session, "label", print_form);
  label.app->add_option("-o,--output", label.call->target.output);
  const Verb printed = define_of_volume(*command, session, "print", print_form);
  printed.app->add_option("FORM", printed.call->form)
      ->required()
      ->check(CLI::IsMember({"cover", "inventory", "certificate", "register", "card", "use"}));
  add_output(*printed.app, printed.call->target);
  define_loans(*command, session);
}

}  // namespace fonds
