/// A verb of a command (`fonds consent add`): what is typed behind it is parsed into a Call of its
/// own, with which its action runs.
///
/// Threads: main only.
#pragma once

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/session.h"

namespace fonds {

template <class Call>
struct DefinedVerb {
  CLI::App* app;  ///< options are added to it, filled into *call
  std::shared_ptr<Call> call;
};

/// `action` gives the exit code.
template <class Call>
DefinedVerb<Call> define_verb(CLI::App& command, Session& session, const char* name,
                              int (*action)(Session&, const Call&)) {
  auto call = std::make_shared<Call>();
  CLI::App* verb = command.add_subcommand(name);
  verb->callback([&session, call, action] {
    session.action = [&session, call, action] { return action(session, *call); };
  });
  return {verb, call};
}

}  // namespace fonds
