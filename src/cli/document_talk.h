/// Documents and jobs on the command line, as lines.
///
/// Threads: pure.
#pragma once

#include <string>

#include "catalogue/jobs.h"
#include "model/document.h"

namespace fonds {

/// "2026-000001   3 pages   4.2 s   91 %   scan.jpg"; dashes for what is not known yet.
std::string line_of(const Document& document, int pages);
/// "quarantined: 2026-000001  scan.jpg: the program crashed on this file".
std::string quarantine_line_of(const Document& document);
/// "91 %".
std::string percent(double share);
std::string title_of(JobState state);

}  // namespace fonds
