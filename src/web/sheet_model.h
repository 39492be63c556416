/// sheet_model: a page of a paper as one looks at it: its picture, what is drawn on it (words that
/// were searched for, places of the card's values), its text, the way to the other pages.
///
/// Words are marked as the snippets of a search mark them (ArchiveSearch::marks), so in all their
/// forms; a student's name is marked where the paper prints it in any case.
/// Threads: as Archive. Faults: those of catalogue, store and index.
#pragma once

#include <string>
#include <string_view>

#include "archive/review.h"
#include "web/visit.h"

namespace fonds {

/// What of the paper is wanted.
struct WantedSheet {
  int page = 1;
  std::string query{};  ///< words searched for; may be empty
  std::string mark{};   ///< name of a field, or "name-3": what stands out
};
/// As the page's address says; `page` of those there are.
WantedSheet wanted_sheet(const Visit& visit, const Document& document);

/// {"page", "count", "several", what tell_picture() adds, "previous", "next",
///  "previous_hit", "next_hit", "pages": [{"number", "path", "thumbnail", "here", "hits"}],
///  "boxes": [{"left", "top", "width", "height", "kind": "hit" or "field", "now", "title"}],
///  "lines": [{"parts": [{"text", "mark"}], "corrected_by"}], "hits": on this page,
///  "found": in words}; `card`: card_model() of it.
Json sheet_model(Visit& visit, const Reviewed& reviewed, const Json& card,
                 const WantedSheet& wanted);

/// Pages there are to look at: of a paper that was not read yet one a file.
int count_pages(const Document& document);
/// "/documents/2026-000001".
std::string path_of(const Document& document);

}  // namespace fonds
