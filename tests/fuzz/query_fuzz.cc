// Any bytes are a query: it parses, within bounds, and its words can be marked in any text.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/text.h"
#include "indexer/query_parser.h"
#include "indexer/snippet.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fonds;
  const std::string_view typed(reinterpret_cast<const char*>(data), size);
  static const ValueWords words = ValueWords::shipped();
  QueryParser parser(words);
  const ParsedQuery parsed = parser.parse(typed, [](const std::string& beginning) {
    return Expansion{{beginning + "а"}, false};
  });
  if (!is_valid_utf8(parsed.notice)) std::abort();
  if (parsed.query.get_length() > 40 * kMostQueryWords) std::abort();
  parsed.query.serialise();

  const Snippet snippet = Snippets(parsed.wanted).of(std::string(typed), {1, 2}, 120);
  if (!is_valid_utf8(snippet.text)) std::abort();
  std::size_t last = 0;
  for (const Snippet::Mark& mark : snippet.marks) {
    if (mark.begin < last || mark.end <= mark.begin || mark.end > snippet.text.size()) std::abort();
    last = mark.end;
  }
  return 0;
}
