// Words of any kind in any place: every mention is made of words of the paper, and the time is
// bounded.
#include <string>
#include <vector>

#include "base/text.h"
#include "fuzz_input.h"
#include "ingest/persons.h"
#include "registry/letters.h"

namespace {

constexpr std::size_t kMostBytes = 32U << 10;

/// The bytes as words; their boxes come from the bytes, too.
std::vector<fonds::RecognisedPage> pages_of(std::string_view bytes) {
  using namespace fonds;
  std::vector<RecognisedPage> pages(1);
  pages[0].geometry.width = 2480;
  pages[0].geometry.height = 3508;
  const std::string text = normalise(to_valid_utf8(bytes.substr(0, kMostBytes)));
  int row = 0;
  for (const std::string_view line : split_letters(text, "\n")) {
    Line words;
    int column = static_cast<unsigned char>(line[0]) % 16;
    for (const std::string_view word : split_letters(line, " \t\r\f\v")) {
      const int width = static_cast<int>(count_letters(word)) * 20;
      words.words.push_back({std::string(word), {column * 20, row * 60, width, 40}, 0.5});
      column += width / 20 + 1 + static_cast<unsigned char>(word.back()) % 3;
    }
    if (words.words.empty()) continue;
    pages.back().lines.push_back(std::move(words));
    if (++row % 50 == 0) {
      pages.push_back(pages[0]);
      pages.back().number = static_cast<int>(pages.size());
      pages.back().lines.clear();
    }
  }
  return pages;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fonds;
  static const NameGrammar grammar = NameGrammar::shipped();
  static const PersonFinder finder(grammar);
  const auto pages = pages_of(input_of(data, size));
  const std::string text = text_of(pages);
  for (const char* kind : {"", "application"}) {
    for (const PersonMention& each : finder.find(PaperText(pages), kind)) {
      require(!each.printed.empty() && !each.reasons.empty());
      require(each.confidence >= 0 && each.confidence <= 1);
      require(each.source.page >= 1 && each.source.page <= static_cast<int>(pages.size()));
      for (const std::string_view word : split_letters(each.printed, " ")) {
        require(text.find(word) != std::string::npos);
      }
    }
  }
  return 0;
}
