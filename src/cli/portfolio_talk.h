/// `fonds student portfolio`: a student's own papers as one PDF or a ZIP, into a file.
///
/// Threads: main only. Faults: those of ArchivePortfolio; usage (the file is there, or its name
/// says neither).
#pragma once

#include "cli/session.h"

namespace fonds {

/// Defines the verb of `student`.
void define_portfolio(CLI::App& student, Session& session);

}  // namespace fonds
