#include <CLI/CLI.hpp>

#include "archive/checks.h"
#include "base/messages.h"
#include "cli/commands/commands.h"
#include "cli/progress.h"
#include "web/api/care_records.h"

namespace fonds {
namespace {

int verify(Session& session) {
  Archive archive = session.open_archive();
  Progress progress(session);
  const Journal::Verification chain = ArchiveChecks(archive).verify_journal(
      session.actor, [&](const std::string& area, std::int64_t done, std::int64_t total) {
        progress.show(area, done, total);
      });
  progress.clear();
  if (session.json) {
    print(record_of(chain));
  } else if (chain.problem.empty()) {
    print(say(tr("The journal is whole: {} entries, head {}"), chain.checked, chain.head_hash));
  } else {
    print(say(tr("The journal is broken at entry {}: {}"), chain.broken_at.value_or(0),
              chain.problem));
    tell(session, tr("compare it with the last backup and with the head on printed acts"));
  }
  return chain.problem.empty() ? kExitDone : entry_of(Fault::corrupt).exit_code;
}

}  // namespace

void define_journal(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("journal");
  command->require_subcommand(1);
  command->add_subcommand("verify")->callback(
      [&session] { session.action = [&session] { return verify(session); }; });
}

}  // namespace fonds
