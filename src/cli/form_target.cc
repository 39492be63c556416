#include "cli/form_target.h"

#include "archive/own_papers.h"
#include "base/error.h"
#include "base/messages.h"
#include "cli/case_talk.h"
#include "cli/output_file.h"
#include "forms/csv_text.h"
#include "forms/spreadsheet.h"

namespace fonds {
namespace {

std::string bytes_of(const Session& session, const FormTarget& target, const PrintedForm& form) {
  if (!target.is_table()) return form.pdf;
  if (form.tables.empty()) {
    throw Error(Fault::usage, tr("this form has no table"), tr("print it as PDF"));
  }
  return target.csv ? csv_text(form.tables.front()) : xlsx_of(form.tables, session.clock.now());
}

}  // namespace

void add_output(CLI::App& app, FormTarget& target) {
  app.add_option("-o,--output", target.output);
  CLI::Option* csv = app.add_flag("--csv", target.csv);
  app.add_flag("--xlsx", target.xlsx)->excludes(csv);
}

void add_target(CLI::App& app, FormTarget& target) {
  add_output(app, target);
  app.add_option("--file", target.volume);
}

void expect_place(const FormTarget& target) {
  if (target.volume.empty()) {
    if (target.csv && target.output.empty()) return;  // a text, to be read on a terminal
    return expect_place_for_bytes(target.output);
  }
  if (target.is_table()) {
    throw Error(Fault::usage, tr("a case holds the sheets of a form, not its table"),
                tr("say --file without --xlsx and --csv"));
  }
  if (target.output.empty()) return;
  throw Error(Fault::usage, tr("a form goes into a file or into a case"),
              tr("say --output or --file"));
}

void give_form(Session& session, const FormTarget& target, const PrintedForm& form) {
  give_bytes(session, target.output, bytes_of(session, target, form));
}

void give_form(Session& session, Archive& archive, const FormTarget& target,
               const std::string& name, const std::string& description, const PrintedForm& form) {
  if (target.volume.empty()) return give_form(session, target, form);
  print_filed(session, ArchiveOwnPapers(archive).file(session.actor, {name, description, form.pdf},
                                                      target.volume));
}

}  // namespace fonds
