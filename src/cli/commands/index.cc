#include "archive/index.h"

#include <CLI/CLI.hpp>

#include "base/messages.h"
#include "cli/commands/commands.h"
#include "cli/progress.h"

namespace fonds {
namespace {

int rebuild(Session& session) {
  Archive archive = session.open_archive();
  Progress progress(session);
  std::int64_t documents = 0;
  ArchiveIndex(archive).rebuild(
      session.actor,
      [&](std::int64_t done, std::int64_t total) {
        documents = done;
        progress.show(tr("indexing"), done, total);
      },
      session.stop.get_token());
  progress.clear();
  if (session.stop.stop_requested()) {
    tell(session, tr("Stopped; the same command goes on where this one ended."));
    return kExitInterrupted;
  }
  if (session.json) {
    print(Json{{"documents", documents}});
  } else {
    print(say(tr("The index is rebuilt: {} documents."), documents));
  }
  return kExitDone;
}

}  // namespace

void define_index(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("index");
  command->require_subcommand(1);
  command->add_subcommand("rebuild")->callback(
      [&session] { session.action = [&session] { return rebuild(session); }; });
}

}  // namespace fonds
