/// read_docx: the text of an Office Open XML text document (ECMA-376 part 1, 17), its page headings
/// before and its footings behind it.
///
/// Threads: pure. Runs in the sandboxed worker. Faults: corrupt (damaged), usage (over a limit).
#pragma once

#include "ingest/office_package.h"
#include "ingest/text_pages.h"

namespace fonds {

void read_docx(const OfficePackage& package, TextPages& pages);

}  // namespace fonds
