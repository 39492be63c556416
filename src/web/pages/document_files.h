/// Pictures of a paper's pages and its files to take away, as the desk's pages and the API give
/// them: of the {document}, {page} and {part} of the route.
///
/// Threads: as Visit. Faults: not_found (also: no such page, no such part), those of ArchivePages
/// and ArchiveDocuments.
#pragma once

#include "web/visit.h"

namespace fonds {

/// Longest side of a picture, pixels, when nobody says how large.
inline constexpr int kPictureSide = 1600;

/// From 1. Fault not_found when the route names none.
int page_in_path(const Visit& visit);
Response picture_of_page(Visit& visit, int longest_side);
/// `which` of several originals: from 1; 0: there is but one.
Response file_of_document(Visit& visit, int which);

}  // namespace fonds
