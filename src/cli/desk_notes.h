/// Desk notes: ArchiveDesk's findings on a line and in JSON.
///
/// Threads: main only.
#pragma once

#include <string>
#include <vector>

#include "archive/desk.h"
#include "cli/session.h"

namespace fonds {

/// One sentence each, for people.
std::vector<std::string> desk_lines(const Document& document, const DeskNotes& notes);
/// Adds "rescan_of", "sheet" and "preset" to the record of a document; null where there is none.
void add_desk_notes(Json& record, const DeskNotes& notes);
Json record_of(const ArchiveDesk::Count& count);

}  // namespace fonds
