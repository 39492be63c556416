// Any bytes are a query: it parses, within bounds, and its words can be marked in any text.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/text.h"
#include "indexer/query_parser.h"
#include "indexer/snippet.h"

namespace {

/// Every word has another it may stand for.
class Known : public fonds::Vocabulary {
 public:
  fonds::Expansion beginning_with(const std::string& beginning) override {
    return {{beginning + "а"}, false};
  }
  bool holds(const std::string& word, fonds::WordsOf /*where*/) override {
    return word.size() % 2 == 0;
  }
  bool holds_exactly(const std::string& word) override { return word.size() % 3 == 0; }
  std::vector<fonds::OtherWord> others(const std::string& word, fonds::WordsOf /*where*/) override {
    return {{word + "а", 1}};
  }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fonds;
  const std::string_view typed(reinterpret_cast<const char*>(data), size);
  static const ValueWords words = ValueWords::shipped();
  QueryParser parser(words);
  Known vocabulary;
  const ParsedQuery parsed = parser.parse(typed, vocabulary, Tolerance::of_all_words);
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
