/// run_command_line: the whole `fonds` program but main(): parse, act, answer, exit code.
///
/// Threads: call once per process. Faults: none leave it; every Error becomes one line and its
/// code.
#pragma once

#include <string>
#include <vector>

#include "cli/session.h"

namespace fonds {

int run_command_line(Session& session, const std::vector<std::string>& arguments);

/// Builds the parser with every command; used by run_command_line and by the test that compares
/// help pages with options.
void define_all(CLI::App& app, Session& session);

}  // namespace fonds
