#include <CLI/CLI.hpp>
#include <atomic>
#include <thread>

#include "archive/index_keeper.h"
#include "archive/workers.h"
#include "base/log.h"
#include "base/messages.h"
#include "cli/commands/commands.h"
#include "cli/document_talk.h"
#include "web/api/records.h"

namespace fonds {
namespace {

int work(Session& session, int jobs, RecognitionWorkers::Until until) {
  Archive archive = session.open_archive();
  std::atomic<bool> all_recognised = true;
  const auto finished = [&](const Document& document) {
    // A failed attempt that will be repeated leaves the document accepted: not the end yet.
    if (document.state == DocumentState::accepted) return;
    const bool failed = document.state == DocumentState::quarantined;
    if (failed) all_recognised = false;
    if (session.json) return print(record_of(document));
    if (failed) return fmt::print(stderr, "{}\n", quarantine_line_of(document));
    print(line_of(document, static_cast<int>(document.pages.size())));
  };
  RecognitionWorkers workers(archive, recognition_actor(), jobs > 0 ? jobs : archive.worker_count(),
                             until, finished);
  tell(session, tr("Workers run; stop them with Ctrl-C."));
  IndexKeeper index(archive);
  while (!session.stop.stop_requested() && !workers.ended()) {
    index.catch_up();
    std::this_thread::sleep_for(std::chrono::milliseconds(500));
  }
  workers.stop();
  workers.join();
  index.wait_until_level(session.stop.get_token());
  if (session.stop.stop_requested()) return kExitInterrupted;
  return all_recognised ? kExitDone : kExitInPart;
}

}  // namespace

void define_work(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("work");
  auto jobs = std::make_shared<int>(0);
  command->add_option("--jobs", *jobs)->check(CLI::Range(1, 1024));
  CLI::Option* once = command->add_flag("--once");
  command->callback([&session, jobs, once] {
    session.action = [&session, jobs, once] {
      return work(session, *jobs,
                  once->count() > 0 ? RecognitionWorkers::Until::queue_is_empty
                                    : RecognitionWorkers::Until::stopped);
    };
  });
}

}  // namespace fonds
