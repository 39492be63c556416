/// hit_model: papers that were found, as pages list them: what paper it is, whose, and the piece of
/// text with the words searched for marked.
///
/// Threads: as Archive. Faults: those of the catalogue.
#pragma once

#include <string>
#include <vector>

#include "archive/review.h"
#include "indexer/search.h"
#include "web/visit.h"

namespace fonds {

/// [{"id", "accession", "path", "title", "date", "students", "event", "thumbnail", "pages",
///   "snippet": [{"text", "mark"}]}]; papers that went away meanwhile are left out.
Json hits_model(Visit& visit, const std::vector<SearchHit>& hits);
/// "Диплом № А-12": of what kind a paper is, and its number; its accession number when nothing is
/// known.
std::string title_of_paper(const Reviewed& reviewed);

}  // namespace fonds
