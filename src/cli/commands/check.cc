#include <CLI/CLI.hpp>

#include "archive/checks.h"
#include "base/messages.h"
#include "cli/commands/commands.h"
#include "cli/progress.h"
#include "web/api/care_records.h"

namespace fonds {
namespace {

const char* title_of(CheckFinding::Weight weight) {
  return weight == CheckFinding::Weight::problem ? tr("PROBLEM") : tr("note");
}

int check(Session& session) {
  Archive archive = session.open_archive();
  Progress progress(session);
  const CheckResult result = ArchiveChecks(archive).check(
      session.actor, [&](const std::string& area, std::int64_t done, std::int64_t total) {
        progress.show(area, done, total);
      });
  progress.clear();
  const int exit_code = result.clean() ? kExitDone : entry_of(Fault::corrupt).exit_code;
  if (session.json) {
    print(record_of(result));
    return exit_code;
  }
  for (const CheckFinding& each : result.findings) {
    print(fmt::format("{}: {} {}: {}", title_of(each.weight), each.area, each.subject, each.what));
  }
  print(say(tr("Checked: {} originals, {} documents, {} journal entries."), result.originals,
            result.documents, result.journal_entries));
  print(std::string(result.clean() ? tr("The archive is whole.")
                                   : tr("The archive is damaged: see above.")));
  return exit_code;
}

}  // namespace

void define_check(CLI::App& app, Session& session) {
  app.add_subcommand("check")->callback(
      [&session] { session.action = [&session] { return check(session); }; });
}

}  // namespace fonds
