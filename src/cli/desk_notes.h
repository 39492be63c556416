/// Desk notes: what ArchiveDesk found, as lines.
///
/// Threads: pure.
#pragma once

#include <string>
#include <vector>

#include "archive/desk.h"

namespace fonds {

/// One sentence each, for people.
std::vector<std::string> desk_lines(const Document& document, const DeskNotes& notes);

}  // namespace fonds
