#include "archive/nomenclatures.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <optional>

#include "archive/field_input.h"
#include "archive/nomenclature_file.h"
#include "archive/nomenclature_year.h"
#include "base/messages.h"
#include "base/text.h"
#include "cli/commands/commands.h"
#include "cli/form_target.h"
#include "cli/nomenclature_talk.h"
#include "cli/verb.h"
#include "retention/nomenclature_table.h"

namespace fonds {
namespace {

struct NomenclatureCall {
  std::string file;
  int year = 0;
  bool dry_run = false;
  std::string protocol;
  std::string number;
  std::string on;
  std::int64_t revision = 0;
  FormTarget target;
  NewHeading heading;
};
using Verb = DefinedVerb<NomenclatureCall>;

WorkerOptions options_of(const Session& session) {
  WorkerOptions options;
  options.program = session.program;
  return options;
}

int exit_code_of(const std::vector<NomenclatureFinding>& findings) {
  const bool sound =
      std::none_of(findings.begin(), findings.end(), [](const NomenclatureFinding& each) {
        return each.weight == NomenclatureFinding::Weight::error;
      });
  return sound ? kExitDone : entry_of(Fault::usage).exit_code;
}

int check(Session& session, const NomenclatureCall& call) {
  if (call.file.empty()) {
    if (call.year == 0) {
      throw Error(Fault::usage, tr("it is not said what to check"),
                  tr("name a file, or a year of the archive with --year"));
    }
    Archive archive = session.open_archive();
    const auto findings = ArchiveNomenclatures(archive).check(session.actor, call.year);
    print_findings(session, findings);
    if (findings.empty()) tell(session, tr("Nothing is wrong with it."));
    return exit_code_of(findings);
  }
  ReadNomenclature read = read_nomenclature_file(options_of(session), call.file);
  if (call.year != 0) read.nomenclature.year = call.year;
  const auto findings = findings_on(read.nomenclature, day_here(session.clock.now()));
  print_problems(session, read.problems);
  print_findings(session, findings);
  if (!read.problems.empty()) return entry_of(Fault::usage).exit_code;
  if (findings.empty()) tell(session, tr("Nothing is wrong with it."));
  return exit_code_of(findings);
}

/// A list with a row that is none is not taken in part: a case would have no period.
int import(Session& session, const NomenclatureCall& call) {
  Archive archive = session.open_archive();
  ReadNomenclature read = read_nomenclature_file(archive.worker_options(), call.file);
  if (call.year != 0) read.nomenclature.year = call.year;
  if (!read.problems.empty()) {
    print_problems(session, read.problems);
    throw Error(Fault::usage, tr("nothing was taken: rows of the list are not understood"),
                tr("correct them in the file and import it again"));
  }
  if (call.dry_run) {
    print_items(session, read.nomenclature);
    return kExitDone;
  }
  ArchiveNomenclatures all(archive);
  const NomenclatureCard card = all.put(session.actor, read.nomenclature);
  print_card(session, card);
  if (card.revision > 1) tell(session, tr("It stands in place of the draft before it."));
  return kExitDone;
}

int list(Session& session, const NomenclatureCall& /*call*/) {
  Archive archive = session.open_archive();
  const auto cards = ArchiveNomenclatures(archive).list(session.actor);
  for (const NomenclatureCard& each : cards) print_card(session, each);
  if (!cards.empty()) return kExitDone;
  tell(session, tr("There is no nomenclature yet: fonds nomenclature import FILE"));
  return entry_of(Fault::not_found).exit_code;
}

int show(Session& session, const NomenclatureCall& call) {
  Archive archive = session.open_archive();
  ArchiveNomenclatures all(archive);
  if (!session.json) print_card(session, all.card(session.actor, call.year));
  print_items(session, all.show(session.actor, call.year));
  return kExitDone;
}

int print_form(Session& session, const NomenclatureCall& call) {
  expect_place(call.target);
  Archive archive = session.open_archive();
  give_form(session, archive, call.target, fmt::format("nomenclature-{}.pdf", call.year),
            say(tr("Nomenclature of files for {}"), call.year),
            printed_nomenclature(ArchiveNomenclatures(archive).form(session.actor, call.year)));
  return kExitDone;
}

int agree(Session& session, const NomenclatureCall& call) {
  Archive archive = session.open_archive();
  print_card(session, ArchiveNomenclatures(archive).agree(session.actor, call.year, call.protocol));
  return kExitDone;
}

int approve(Session& session, const NomenclatureCall& call) {
  Archive archive = session.open_archive();
  const NomenclatureApproval approval{call.number, day_typed(call.on), call.revision};
  print_card(session, ArchiveNomenclatures(archive).approve(session.actor, call.year, approval));
  return kExitDone;
}

int add_heading(Session& session, const NomenclatureCall& call) {
  Archive archive = session.open_archive();
  const NomenclatureItem made =
      ArchiveNomenclatureYear(archive).add_heading(session.actor, call.year, call.heading);
  print_items(session, {call.year, {}, {made}});
  return kExitDone;
}

int totals(Session& session, const NomenclatureCall& call) {
  Archive archive = session.open_archive();
  print_totals(session, call.year,
               ArchiveNomenclatureYear(archive).totals(session.actor, call.year));
  return kExitDone;
}

int lock(Session& session, const NomenclatureCall& call) {
  Archive archive = session.open_archive();
  print_card(session, ArchiveNomenclatureYear(archive).lock(session.actor, call.year));
  return kExitDone;
}

int roll_over(Session& session, const NomenclatureCall& call) {
  Archive archive = session.open_archive();
  const Nomenclature next = ArchiveNomenclatureYear(archive).roll_over(session.actor, call.year);
  print_card(session, ArchiveNomenclatures(archive).card(session.actor, next.year));
  return kExitDone;
}

/// As a table that import reads again.
int export_table(Session& session, const NomenclatureCall& call) {
  FormTarget target = call.target;
  target.xlsx = !target.csv;
  expect_place(target);
  Archive archive = session.open_archive();
  const Table table = table_of(ArchiveNomenclatures(archive).show(session.actor, call.year),
                               PeriodWords::shipped());
  give_form(session, target, {"", {table}});
  return kExitDone;
}

Verb define_of_year(CLI::App& command, Session& session, const char* name,
                    int (*action)(Session&, const NomenclatureCall&)) {
  Verb made = define_verb(command, session, name, action);
  made.app->add_option("YEAR", made.call->year)->required();
  return made;
}

/// What happens to a list in its year, and at the end of it.
void define_year(CLI::App& command, Session& session) {
  const Verb added = define_of_year(command, session, "add", add_heading);
  NewHeading& heading = added.call->heading;
  added.app->add_option("INDEX", heading.index)->required();
  added.app->add_option("--title", heading.title)->required();
  added.app->add_option("--period", heading.period)->required();
  added.app->add_option("--article", heading.article)->required();
  added.app->add_option("--note", heading.note);
  define_of_year(command, session, "totals", totals);
  define_of_year(command, session, "lock", lock);
  define_of_year(command, session, "rollover", roll_over);
  const Verb exported = define_of_year(command, session, "export", export_table);
  add_output(*exported.app, exported.call->target);
}

}  // namespace

void define_nomenclature(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("nomenclature");
  command->require_subcommand(1);
  const Verb checked = define_verb(*command, session, "check", check);
  checked.app->add_option("FILE", checked.call->file);
  checked.app->add_option("--year", checked.call->year);
  const Verb imported = define_verb(*command, session, "import", import);
  imported.app->add_option("FILE", imported.call->file)->required();
  imported.app->add_option("--year", imported.call->year);
  imported.app->add_flag("--dry-run", imported.call->dry_run);
  define_verb(*command, session, "list", list);
  const Verb shown = define_verb(*command, session, "show", show);
  shown.app->add_option("YEAR", shown.call->year)->required();
  const Verb printed = define_verb(*command, session, "print", print_form);
  printed.app->add_option("YEAR", printed.call->year)->required();
  add_target(*printed.app, printed.call->target);
  const Verb agreed = define_verb(*command, session, "agree", agree);
  agreed.app->add_option("YEAR", agreed.call->year)->required();
  agreed.app->add_option("--protocol", agreed.call->protocol)->required();
  const Verb approved = define_verb(*command, session, "approve", approve);
  approved.app->add_option("YEAR", approved.call->year)->required();
  approved.app->add_option("--number", approved.call->number)->required();
  approved.app->add_option("--on", approved.call->on)->required();
  approved.app->add_option("--revision", approved.call->revision);
  define_year(*command, session);
}

}  // namespace fonds
