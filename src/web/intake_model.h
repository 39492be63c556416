/// intake_model: what is told whoever takes papers in: what became of each file, how far the papers
/// of a delivery are, and what is wrong with them while they are still at hand.
///
/// Threads: as Archive. Faults: those of the catalogue.
#pragma once

#include "archive/deliveries.h"
#include "archive/intake.h"
#include "web/visit.h"

namespace fonds {

/// {"name", "outcome": "accepted", "duplicate" or "refused", and the same as true; "words", "hint",
///  "accession", "path"}. A duplicate of a paper the visitor does not see is not named.
Json report_model(Visit& visit, const IntakeReport& report);
/// {"id", "title", "path", "began", "own", "papers", "waiting", "recognised", "quarantined",
///  "done", "mark": changes with any of them}
Json delivery_model(const ShownDelivery& delivery);
/// Of each paper: {"accession", "path", "title", "name", "state", "waits", "quarantined",
///  "problem", "thumbnail", "check_path", "notes": [{"text", "bad", "path"}]}
Json papers_model(Visit& visit, const std::vector<Document>& papers);

}  // namespace fonds
