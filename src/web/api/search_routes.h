/// The API's search, in a file beside the documents' own: a part of api_document_routes().
#pragma once

#include <vector>

#include "web/routes.h"

namespace fonds {

std::vector<Route> api_search_routes();  ///< search, papers alike, completions, kept searches

}  // namespace fonds
