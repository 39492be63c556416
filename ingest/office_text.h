/// read_office_text: the text of a DOCX, ODT, PPTX or ODP in order: paragraphs, tables, slides.
///
/// What stands in frames and text boxes comes where its frame is anchored. Left out are comments,
/// deleted text, speakers' notes. Threads: pure. Runs in the sandboxed worker.
/// Faults: corrupt (damaged), usage (over a limit).
#pragma once

#include "ingest/office_package.h"
#include "ingest/text_pages.h"

namespace fonds {

/// `kind`: docx, odt, pptx or odp.
void read_office_text(const OfficePackage& package, FileKind kind, TextPages& pages);

}  // namespace fonds
