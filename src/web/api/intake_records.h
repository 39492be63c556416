/// IntakeRecords: what becomes of papers on their way in, in JSON: reports of an intake, notes of
/// the desk, files that are only looked at, scanners. Stable names: only add.
///
/// Threads: pure.
#pragma once

#include "archive/desk.h"
#include "archive/inspection.h"
#include "archive/intake.h"
#include "ingest/scanner.h"
#include "web/api/json.h"

namespace fonds {

/// {"outcome": "accepted", "duplicate" or "refused", …}.
Json record_of(const IntakeReport& report);
/// As that of an accepted paper; "outcome" is "quarantined" once its recognition has failed.
Json record_of(const Document& document, int pages);
/// Adds "papers", "rescan_of", "sheet" and "preset" to the record of a document; null where there
/// is none.
void add_desk_notes(Json& record, const DeskNotes& notes);
Json record_of(const ArchiveDesk::Count& count);
Json record_of(const InspectedFile& file);
Json record_of(const ScannerDevice& device);

}  // namespace fonds
