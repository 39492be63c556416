/// The files of templates/ and static/, compiled in, so that the program needs none beside it.
///
/// Threads: pure. Faults: not_found.
#pragma once

#include <string_view>

namespace fonds {

/// The text of a template or of a file for the browser, by its name alone.
std::string_view web_file(std::string_view name);

}  // namespace fonds
