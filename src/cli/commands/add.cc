#include <CLI/CLI.hpp>

#include "archive/samples.h"
#include "base/messages.h"
#include "cli/commands/commands.h"
#include "cli/intake_talk.h"

namespace fonds {
namespace {

/// Invented papers, and the students who stand on them, for an archive to try things in.
int add_samples(Session& session, Wait wait) {
  Archive archive = session.open_archive();
  IntakeTalk talk(session, archive, wait);
  const ArchiveSamples::Taken taken = ArchiveSamples(archive).take_in(
      session.actor, ArchiveSamples::WithStudents::yes,
      [&](const IntakeReport& report) { talk.report(report); }, session.stop.get_token());
  if (taken.students > 0) {
    const auto students = static_cast<unsigned long>(taken.students);
    tell(session, say(trn("{} invented student is in the register.",
                          "{} invented students are in the register.", students),
                      students));
  }
  return talk.finish();
}

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
  CLI::Option* path = command->add_option("PATH", *paths);
  CLI::Option* label = command->add_option("--label", delivery->label);
  CLI::Option* description = command->add_option("--description", delivery->description);
  CLI::Option* samples = command->add_flag("--samples");
  for (CLI::Option* each : {path, label, description}) samples->excludes(each);
  CLI::Option* wait = command->add_flag("--wait");
  command->callback([&session, paths, delivery, path, samples, wait] {
    if (path->empty() && samples->empty()) throw CLI::RequiredError("PATH");
    session.action = [&session, paths, delivery, samples, wait] {
      const Wait until = wait->count() > 0 ? Wait::until_recognised : Wait::until_durable;
      return samples->empty() ? add(session, *paths, *delivery, until)
                              : add_samples(session, until);
    };
  });
}

}  // namespace fonds
