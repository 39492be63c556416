/// review_model: a paper on the desk of whoever checks it: its card, what may be done with each
/// value, whom it may be of, the page with the places of all that.
///
/// Threads: as Archive. Faults: those of catalogue and store.
#pragma once

#include <string>

#include "archive/review.h"
#include "web/visit.h"

namespace fonds {

/// card_model() and beside it:
/// {"accession", "title", "paper_path", "here", "urgency", "page", what tell_picture() adds,
///  "sheets": [{"number", "path", "here"}], "several",
///  "boxes": [{"left", "top", "width", "height", "target", "title"}]; "target": of what it is,
///  "decide": fields that are asked or known, "more": the others; as in "fields", and "input",
///    "list", "completions", "can_accept", "sheet" (the page it is on when that is not shown),
///  "lists": [{"id", "values": [{"value"}]}],
///  "persons", "rows": mentions in or outside of a list; "by_hand": students no name led to; each
///    student with "birth", "collectives", "key", "can_link", "can_refuse",
///  "lines": [{"number", "text", "corrected_by"}], "volume", "may_file"}
/// `page`: which is shown.
Json review_model(Visit& visit, const Reviewed& reviewed, int page);

/// "/review/2026-000001".
std::string review_path(const Document& document);

}  // namespace fonds
