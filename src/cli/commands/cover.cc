#include <CLI/CLI.hpp>

#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"
#include "cli/commands/commands.h"
#include "cli/output_file.h"
#include "forms/batch_sheet.h"
#include "model/sheet_code.h"

namespace fonds {
namespace {

struct CoverCall {
  SheetCode sheet;
  std::string case_index;
  std::string kind;
  int year = 0;
  int count = 0;
  std::string output;
};

SheetKind kind_of(const CoverCall& call) {
  if (const auto named = sheet_kind_from(call.kind)) return *named;
  if (!call.case_index.empty()) return SheetKind::case_sheet;
  const bool says_something = !call.sheet.collective.empty() || call.count > 0 || call.year > 0;
  return says_something ? SheetKind::cover : SheetKind::separator;
}

int print_cover(Session& session, CoverCall& call) {
  SheetCode& sheet = call.sheet;
  sheet.collective = normalise(to_valid_utf8(sheet.collective));
  if (!call.case_index.empty()) {
    const auto index = case_index_from(call.case_index);
    if (!index) {
      throw Error(Fault::usage, say(tr("'{}' is no index of a case"), printable(call.case_index)),
                  tr("write it as in the nomenclature of files, such as 02-08"));
    }
    sheet.case_index = *index;
  }
  sheet.kind = kind_of(call);
  if (call.year > 0) sheet.year = call.year;
  if (call.count > 0) sheet.count = call.count;
  if (sheet_code_from(to_text(sheet)) != sheet) {
    throw Error(Fault::usage, tr("the name of the collective cannot stand on a sheet"),
                tr("write one line of at most 200 letters"));
  }
  if (call.output.empty()) refuse_terminal();
  const std::string pdf = printed_batch_sheet(sheet).pdf;
  if (call.output.empty()) {
    print_bytes(pdf);
  } else {
    write_new_file(session, call.output, [&](const ByteSink& sink) { sink(pdf); });
  }
  return kExitDone;
}

}  // namespace

void define_cover(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("cover");
  command->require_subcommand(1);
  auto call = std::make_shared<CoverCall>();
  CLI::App* verb = command->add_subcommand("print");
  verb->add_option("--case", call->case_index);
  verb->add_option("--year", call->year)->check(CLI::Range(1900, 2199));
  verb->add_option("--collective", call->sheet.collective);
  verb->add_option("--count", call->count)->check(CLI::Range(1, kMostPapersOfASheet));
  verb->add_option("--kind", call->kind)->check(CLI::IsMember({"separator", "cover", "case"}));
  verb->add_option("-o,--output", call->output);
  verb->callback([&session, call] {
    session.action = [&session, call] { return print_cover(session, *call); };
  });
}

}  // namespace fonds
