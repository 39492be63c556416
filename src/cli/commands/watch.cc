#include <CLI/CLI.hpp>
#include <thread>

#include "base/messages.h"
#include "cli/commands/commands.h"
#include "cli/intake_talk.h"
#include "ingest/watched_folder.h"

namespace fonds {
namespace {

struct WatchCall {
  std::string folder;
  int settle_milliseconds = 2000;
  int give_up_milliseconds = 60000;
  bool once = false;
};

void refuse(IntakeTalk& talk, const boost::filesystem::path& file, const std::string& why) {
  IntakeReport report;
  report.outcome = IntakeReport::Outcome::refused;
  report.name = file.filename().string();
  report.path = file;
  report.problem = why;
  report.fault = Fault::usage;
  talk.report(report);
}

int watch(Session& session, const WatchCall& call) {
  Archive archive = session.open_archive();
  IntakeTalk talk(session, archive, Wait::until_durable);
  WatchedFolder::Options options;
  options.settle = std::chrono::milliseconds(call.settle_milliseconds);
  options.give_up = std::chrono::milliseconds(call.give_up_milliseconds);
  WatchedFolder folder(session.disk, session.clock, call.folder, options);
  tell(session, say(tr("Watching {}; stop with Ctrl-C."), call.folder));
  bool busy = true;
  while (!session.stop.stop_requested() && (busy || !call.once)) {
    WatchedFolder::Look look = folder.look();
    busy = !look.ready.empty() || look.waiting > 0;
    for (const auto& refusal : look.refused) refuse(talk, refusal.file, refusal.why);
    for (const auto& file : look.ready) {
      if (session.stop.stop_requested()) break;
      bool all_taken = true;
      ArchiveIntake intake(archive, session.actor, {"folder", {}}, [&](const IntakeReport& report) {
        all_taken = all_taken && report.outcome != IntakeReport::Outcome::refused;
        talk.report(report);
      });
      intake.add(file);
      if (all_taken) {
        folder.taken(file);
      } else {
        folder.refused(file);
      }
    }
    if (busy || !call.once) std::this_thread::sleep_for(std::chrono::milliseconds(250));
  }
  return call.once ? talk.finish() : kExitInterrupted;
}

}  // namespace

void define_watch(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("watch");
  auto call = std::make_shared<WatchCall>();
  command->add_option("DIR", call->folder)->required();
  command->add_option("--settle", call->settle_milliseconds)->check(CLI::Range(0, 600000));
  command->add_option("--give-up", call->give_up_milliseconds)->check(CLI::Range(0, 86400000));
  command->add_flag("--once", call->once);
  command->callback(
      [&session, call] { session.action = [&session, call] { return watch(session, *call); }; });
}

}  // namespace fonds
