#include "base/xml_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace fonds {
namespace {

/// Length of the character at the front of valid UTF-8.
std::size_t length_at(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  return std::min(length, text.size());
}

/// Whether XML 1.0 knows the character (production [2], Char): no controls but tab, line feed and
/// carriage return, and neither U+FFFE nor U+FFFF.
bool is_xml(std::string_view character) {
  if (character.size() == 1) {
    const auto byte = static_cast<unsigned char>(character.front());
    return byte >= 0x20 || byte == '\t' || byte == '\n' || byte == '\r';
  }
  return character != "\xEF\xBF\xBE" && character != "\xEF\xBF\xBF";
}

}  // namespace

std::string xml_escaped(std::string_view text) {
  const std::string valid = to_valid_utf8(text);
  std::string out;
  for (std::string_view rest = valid; !rest.empty();) {
    const std::string_view character = rest.substr(0, length_at(rest));
    rest.remove_prefix(character.size());
    if (!is_xml(character)) continue;
    switch (character.front()) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\t':
      case '\n':
      case '\r':  // an attribute would be read back with a space
        out += fmt::format("&#{};", static_cast<int>(character.front()));
        break;
      default:
        out += character;
    }
  }
  return out;
}

}  // namespace fonds
