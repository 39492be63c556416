/// retention_page: a page of the archivist's desk: its template below the tabs that lead to the
/// other pages of retention this person may see.
///
/// The template takes in {{> retention_tabs}}. Threads: as Visit.
#pragma once

#include <string_view>

#include "web/visit.h"

namespace fonds {

Response retention_page(Visit& visit, std::string_view name, std::string_view title, Json model,
                        int status = 200);

}  // namespace fonds
