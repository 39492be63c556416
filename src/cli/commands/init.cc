#include <CLI/CLI.hpp>

#include <boost/filesystem/operations.hpp>

#include "base/messages.h"
#include "cli/commands/commands.h"

namespace fonds {

void define_init(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("init");
  auto folder = std::make_shared<std::string>();
  auto catalogue = std::make_shared<std::string>();
  command->add_option("DIR", *folder)->required();
  command->add_option("--catalogue", *catalogue);
  command->callback([&session, folder, catalogue] {
    session.action = [&session, folder, catalogue] {
      const Archive::Made made = Archive::create(session.ground(), *folder, *catalogue);
      if (session.json) {
        print(Json{{"archive", boost::filesystem::absolute(*folder).string()},
                   {"made", made == Archive::Made::anew}});
      } else if (made == Archive::Made::was_there) {
        print(say(tr("The archive exists and is up to date: {}"), *folder));
      } else {
        print(say(tr("The archive is ready: {}"), *folder));
        tell(session, say(tr("Take papers in with: fonds --archive {} add PATH…"), *folder));
      }
      return kExitDone;
    };
  });
}

}  // namespace fonds
