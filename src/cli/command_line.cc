#include "cli/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <new>
#include <optional>

#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"
#include "base/version.h"
#include "cli/commands/commands.h"
#include "cli/help_pages.h"

namespace fonds {
namespace {

/// The innermost command given, for its help page: "document" of `fonds document list`.
std::string command_of(const CLI::App& app) {
  const auto chosen = app.get_subcommands();
  return chosen.empty() ? "fonds" : chosen.front()->get_name();
}

bool has_flag(const std::vector<std::string>& arguments, const std::string& flag) {
  const auto end = std::find(arguments.begin(), arguments.end(), "--");
  return std::find(arguments.begin(), end, flag) != end;
}

/// What a sentence of CLI11 says is missing, in our own words.
std::string missing(const std::string& detail) {
  const auto open = detail.find('[');
  const auto close = detail.find(']');
  if (open < close && close != std::string::npos) {
    return say(tr("one of these is needed: {}"), detail.substr(open + 1, close - open - 1));
  }
  const std::string name = detail.substr(0, detail.find(" is required"));
  return name == "A subcommand" ? tr("it is not said what to do") : say(tr("{} is missing"), name);
}

/// CLI11 speaks English only: its kinds of mistakes in our own words.
Error usage_error(const CLI::ParseError& error, const std::string& command) {
  const std::string hint = command == "fonds" ? tr("`fonds help` lists the commands")
                                              : say(tr("see `fonds help {}`"), command);
  const std::string detail = printable(error.what());
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) {
    const auto colon = detail.find(": ");
    return {Fault::usage,
            say(tr("unknown argument {}"),
                colon == std::string::npos ? detail : detail.substr(colon + 2)),
            hint};
  }
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
    return {Fault::usage, missing(detail), hint};
  }
  return {Fault::usage, say(tr("wrong value ({})"), detail), hint};
}

/// The first word that is no option, when no command is called so.
std::optional<std::string> unknown_command(const CLI::App& app) {
  if (!app.get_subcommands().empty()) return std::nullopt;
  for (const std::string& word : app.remaining()) {
    if (!word.starts_with('-')) return word;
  }
  return std::nullopt;
}

int show_help(const std::string& command) {
  print(std::string(help_page(command, language()).value_or("")));
  return kExitDone;
}

}  // namespace

void define_all(CLI::App& app, Session& session) {
  app.set_help_flag();
  app.require_subcommand(1);
  app.fallthrough();
  app.add_option("--archive", session.archive_folder)->envname("FONDS_ARCHIVE");
  app.add_flag("--json", session.json);
  app.add_flag("-q,--quiet", session.quiet);
  app.add_option("--as", session.as);
  app.add_option("--purpose", session.purpose);
  for (const CommandEntry& command : kCommands) command.define(app, session);
}

int run_command_line(Session& session, const std::vector<std::string>& arguments) {
  CLI::App app;
  define_all(app, session);
  try {
    const bool help = has_flag(arguments, "--help") || has_flag(arguments, "-h");
    if (help || arguments.empty()) {
      const auto named = std::find_if(arguments.begin(), arguments.end(), [](const auto& each) {
        return help_page(each, Language::english).has_value();
      });
      return show_help(named == arguments.end() ? "fonds" : *named);
    }
    if (has_flag(arguments, "--version")) {
      print("fonds " + std::string(program_version()));
      return kExitDone;
    }
    std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
    try {
      app.parse(reversed);
    } catch (const CLI::ParseError& error) {
      if (const auto word = unknown_command(app)) {
        throw Error(Fault::usage, say(tr("there is no command '{}'"), printable(*word)),
                    tr("`fonds help` lists them"));
      }
      throw usage_error(error, command_of(app));
    }
    return session.action();
  } catch (const ReaderGone&) {
    return kExitDone;
  } catch (const Error& error) {
    report(session, error);
    return entry_of(error.fault()).exit_code;
  } catch (const std::bad_alloc&) {
    report(session, Error(Fault::unavailable, tr("not enough memory"),
                          tr("close other programs and repeat")));
    return entry_of(Fault::unavailable).exit_code;
  } catch (const std::exception& error) {
    report(session, Error(Fault::bug, say(tr("a mistake in Fonds itself: {}"), error.what()),
                          tr("nothing accepted is lost; please report this line")));
    return entry_of(Fault::bug).exit_code;
  }
}

}  // namespace fonds
