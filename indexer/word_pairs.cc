#include "indexer/word_pairs.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "indexer/fields.h"

namespace fonds {
namespace {

/// Folded, in order of their bytes. A change is one of the index's format.
constexpr std::array<std::string_view, 33> kFrequent{
    "а",   "без", "бы",  "в",  "во", "для", "до", "же",    "за",  "и",   "из",
    "или", "к",   "как", "ко", "на", "над", "не", "но",    "о",   "об",  "от",
    "по",  "под", "при", "с",  "со", "то",  "у",  "через", "что", "это", "я"};
static_assert(std::is_sorted(kFrequent.begin(), kFrequent.end()));

bool is_frequent(std::string_view word) {
  return std::binary_search(kFrequent.begin(), kFrequent.end(), word);
}

/// A part of a date, a case or a number: papers are full of them, too.
bool is_short_number(std::string_view word) {
  constexpr std::size_t kYear = 4;
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  return word.size() <= kYear && std::all_of(word.begin(), word.end(), is_digit);
}

}  // namespace

std::string pair_term(const std::string& first, const std::string& second) {
  constexpr std::size_t kLongest = 240;  // bytes of a term
  const std::string_view prefix = entry_of(FieldId::pair).prefix;
  const bool numbers = is_short_number(first) && is_short_number(second);
  if (!numbers && !is_frequent(first) && !is_frequent(second)) return {};
  if (prefix.size() + first.size() + 1 + second.size() > kLongest) return {};
  std::string term(prefix);
  term += first;
  term += ' ';
  term += second;
  return term;
}

void WordPairs::add(const std::string& word, std::uint32_t place,
                    const std::function<void(const std::string&)>& pair) {
  if (place != place_) {
    before_.swap(here_);
    if (place != place_ + 1) before_.clear();
    here_.clear();
    place_ = place;
  }
  here_.push_back(word);
  for (const std::string& first : before_) {
    const std::string term = pair_term(first, word);
    if (!term.empty()) pair(term);
  }
}

}  // namespace fonds
