/// Files for the browser: the stylesheet, the scripts. Each is known by a path that changes with
/// the program, so that browsers keep them for ever and still never use an old one.
///
/// Threads: immutable after the first call.
#pragma once

#include <string>
#include <string_view>

#include "web/http.h"

namespace fonds {

/// "/static/<version>/desk.css".
std::string static_path(std::string_view name);
/// Packed when the browser takes that. Fault not_found.
Response static_file(const Request& request, std::string_view name);
/// The library that shows a page large (OpenSeadragon, from npm); empty in a program built without:
/// static/sheet_view.js does without it then.
std::string page_viewer_path();

}  // namespace fonds
