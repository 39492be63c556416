/// What a program tells of a file it begins to send: the header Upload-Metadata of tus 1.0.0, pairs
/// of a name and a text in base64 ("filename ZG9jLnBkZg==,label").
///
/// Threads: pure. Faults: usage.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace fonds {

/// Each text made one printable line.
std::map<std::string, std::string, std::less<>> upload_metadata(std::string_view header);

}  // namespace fonds
