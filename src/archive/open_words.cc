#include "archive/open_words.h"

#include <fmt/format.h>

#include <vector>

#include "archive/card_words.h"
#include "base/messages.h"

namespace fonds {

std::string open_in_words(const Reviewed& reviewed) {
  std::vector<std::string> parts;
  if (reviewed.open.parts) parts.emplace_back(tr("several papers in one"));
  for (const std::string& field : reviewed.open.fields) parts.push_back(field_title(field));
  if (const int names = reviewed.open.mentions; names > 0) {
    parts.push_back(
        fmt::format("{} {}", names, trn("name", "names", static_cast<unsigned long>(names))));
  }
  return fmt::format("{}", fmt::join(parts, ", "));
}

}  // namespace fonds
