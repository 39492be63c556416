/// read_office_pages: an office document as recognised pages.
///
/// Sheets, slides and texts are laid out by TextPages; what the document's own program would print
/// where is not known. Threads: pure. Runs in the sandboxed worker.
/// Faults: corrupt (damaged), usage (over a limit, no such document, protected by a password).
#pragma once

#include "ingest/reader.h"
#include "ingest/text_pages.h"

namespace fonds {

void read_office_pages(const SourceFile& file, const ReadLimits& limits,
                       const TextPages::Give& give);

/// What a ZIP is by its parts: an office document, `other` for one of a kind that is not read, zip
/// when it is none.
FileKind tell_package(std::string_view bytes);

}  // namespace fonds
