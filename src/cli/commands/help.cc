#include <CLI/CLI.hpp>

#include "base/messages.h"
#include "base/text.h"
#include "cli/commands/commands.h"
#include "cli/help_pages.h"

namespace fonds {

void define_help(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("help");
  auto name = std::make_shared<std::string>("fonds");
  command->add_option("COMMAND", *name);
  command->callback([&session, name] {
    session.action = [name] {
      const auto page = help_page(*name, language());
      if (!page) {
        throw Error(Fault::not_found, say(tr("there is no command '{}'"), printable(*name)),
                    tr("`fonds help` lists them"));
      }
      print(std::string(*page));
      return kExitDone;
    };
  });
}

}  // namespace fonds
