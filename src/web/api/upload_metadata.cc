#include "web/api/upload_metadata.h"

#include <algorithm>

#include "archive/field_input.h"
#include "base/base64.h"
#include "base/error.h"
#include "base/messages.h"

namespace fonds {
namespace {

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(' ');
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

}  // namespace

std::map<std::string, std::string, std::less<>> upload_metadata(std::string_view header) {
  std::map<std::string, std::string, std::less<>> said;
  while (!header.empty()) {
    const std::size_t comma = std::min(header.find(','), header.size());
    const std::string_view pair = trimmed(header.substr(0, comma));
    header.remove_prefix(std::min(comma + 1, header.size()));
    if (pair.empty()) continue;
    const std::size_t blank = std::min(pair.find(' '), pair.size());
    const auto text = base64_decoded(trimmed(pair.substr(blank)));
    if (!text) {
      throw Error(Fault::usage, tr("the header Upload-Metadata is not well written"),
                  tr("send pairs of a name and a text in base64, as tus 1.0.0 says"));
    }
    said.emplace(std::string(pair.substr(0, blank)), line_typed(*text));
  }
  return said;
}

}  // namespace fonds
