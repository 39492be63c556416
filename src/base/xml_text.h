/// Text as it stands in XML.
///
/// Threads: pure.
#pragma once

#include <string>
#include <string_view>

namespace fonds {

/// `text` as content of an element or of a quoted attribute: `& < > "` as entities; tab, line feed
/// and carriage return as references, since an attribute would be read back with a space. What XML
/// 1.0 forbids (production [2], Char) is left out, ill-formed UTF-8 becomes U+FFFD.
std::string xml_escaped(std::string_view text);

}  // namespace fonds
