#include <CLI/CLI.hpp>

#include "base/messages.h"
#include "cli/commands/commands.h"
#include "cli/intake_talk.h"

namespace fonds {
namespace {

int add(Session& session, const std::vector<std::string>& paths, const Delivery& delivery,
        Wait wait) {
  Archive archive = session.open_archive();
  IntakeTalk talk(session, archive, wait);
  {
    ArchiveIntake intake(archive, session.actor, delivery,
                         [&](const IntakeReport& report) { talk.report(report); });
    for (const std::string& path : paths) {
      if (session.stop.stop_requested()) break;
      intake.add(path, session.stop.get_token());
    }
  }
  return talk.finish();
}

}  // namespace

void define_add(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("add");
  auto paths = std::make_shared<std::vector<std::string>>();
  auto delivery = std::make_shared<Delivery>();
  delivery->source = "file";
  command->add_option("PATH", *paths)->required();
  command->add_option("--label", delivery->label);
  command->add_option("--description", delivery->description);
  CLI::Option* wait = command->add_flag("--wait");
  command->callback([&session, paths, delivery, wait] {
    session.action = [&session, paths, delivery, wait] {
      return add(session, *paths, *delivery,
                 wait->count() > 0 ? Wait::until_recognised : Wait::until_durable);
    };
  });
}

}  // namespace fonds
