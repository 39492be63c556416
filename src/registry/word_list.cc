#include "registry/word_list.h"

#include <algorithm>
#include <cmath>
#include <compare>
#include <numeric>

#include "registry/letters.h"

namespace fonds {
namespace {

/// Of words that share pairs with a spelling, so many are compared letter by letter.
constexpr std::size_t kScreened = 800;
/// A share of the weight of both words' pairs (of 256) below which nothing is compared.
constexpr unsigned kLeastAlike = 48;

}  // namespace

// Myers' bit-parallel edit distance: one step a letter of `other`.
LetterDistance::LetterDistance(const CodedWord& word) : size_(word.size) {
  for (std::size_t i = 0; i < size_; ++i) places_[word.codes[i]] |= std::uint64_t{1} << i;
}

int LetterDistance::to(const CodedWord& other) const {
  if (size_ == 0) return other.size;
  std::uint64_t more = ~std::uint64_t{0};
  std::uint64_t less = 0;
  auto distance = static_cast<int>(size_);
  const std::uint64_t last = std::uint64_t{1} << (size_ - 1);
  for (const LetterCode letter : other) {
    const std::uint64_t equal = places_[letter];
    const std::uint64_t vertical = equal | less;
    const std::uint64_t across = (((equal & more) + more) ^ more) | equal;
    std::uint64_t plus = less | ~(across | more);
    std::uint64_t minus = more & across;
    if ((plus & last) != 0) ++distance;
    if ((minus & last) != 0) --distance;
    plus = (plus << 1) | 1;
    minus <<= 1;
    more = minus | ~(vertical | plus);
    less = plus & vertical;
  }
  return distance;
}

WordNumber WordList::Builder::add(std::string_view word) {
  const auto [at, added] =
      numbers_.try_emplace(fold_letters(word), static_cast<WordNumber>(counts_.size()));
  if (added) counts_.push_back(0);
  ++counts_[at->second];
  return at->second;
}

WordList WordList::Builder::build(const LetterClasses& classes,
                                  std::vector<WordNumber>& places) && {
  struct Entry {
    std::string_view word;
    CodedWord code;
    WordNumber number;
  };
  std::vector<Entry> entries;
  entries.reserve(numbers_.size());
  for (const auto& [word, number] : numbers_) entries.push_back({word, code_word(word), number});
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    const auto order = std::lexicographical_compare_three_way(a.code.begin(), a.code.end(),
                                                              b.code.begin(), b.code.end());
    return std::is_eq(order) ? a.word < b.word : std::is_lt(order);
  });
  WordList list;
  list.classes_ = classes;
  places.resize(entries.size());
  std::size_t bytes = 0;
  for (const Entry& each : entries) bytes += each.word.size();
  list.letters_.reserve(bytes);
  list.offsets_.reserve(entries.size() + 1);
  list.counts_.reserve(entries.size());
  for (const Entry& each : entries) {
    places[each.number] = static_cast<WordNumber>(list.size());
    list.add(each.word, counts_[each.number]);
  }
  list.offsets_.push_back(static_cast<std::uint32_t>(list.letters_.size()));
  list.index();
  list.count_spelling();
  return list;
}

void WordList::add(std::string_view word, std::uint32_t count) {
  offsets_.push_back(static_cast<std::uint32_t>(letters_.size()));
  letters_ += word;
  counts_.push_back(count);
  total_ += count;
}

std::string_view WordList::word(WordNumber number) const {
  return std::string_view(letters_).substr(offsets_[number],
                                           offsets_[number + 1] - offsets_[number]);
}

CodedWord WordList::key_of(const CodedWord& word) const {
  CodedWord key = word;
  for (std::size_t i = 0; i < key.size; ++i) key.codes[i] = classes_[key.codes[i]];
  return key;
}

namespace {

/// Calls `visit` for each pair of neighbours, the mark before the word and after it included.
template <class Visit>
void each_pair(const CodedWord& word, Visit visit) {
  LetterCode before = 0;
  for (const LetterCode letter : word) {
    visit(before, letter);
    before = letter;
  }
  visit(before, CodedWord::kEnd);
}

}  // namespace

void WordList::index() {
  posting_offsets_.assign(kPairs + 1, 0);
  std::vector<CodedWord> keys;
  keys.reserve(size());
  first_letters_.fill(static_cast<WordNumber>(size()));
  for (WordNumber number = 0; number < size(); ++number) {
    const CodedWord code = code_word(word(number));
    const LetterCode first = code.empty() ? 0 : code[0];
    for (std::size_t i = 0; i <= first; ++i) {
      first_letters_.at(i) = std::min(first_letters_.at(i), number);
    }
    keys.push_back(key_of(code));
    each_pair(keys.back(),
              [&](LetterCode a, LetterCode b) { ++posting_offsets_[pair_of(a, b) + 1]; });
  }
  // The rarer a pair, the more it tells.
  pair_weights_.assign(kPairs, 0);
  for (std::size_t pair = 0; pair < kPairs; ++pair) {
    const double share = (posting_offsets_[pair + 1] + 1.0) / (static_cast<double>(size()) + 2);
    pair_weights_[pair] = static_cast<std::uint8_t>(std::clamp(8 - 8 * std::log(share), 4.0, 96.0));
  }
  std::partial_sum(posting_offsets_.begin(), posting_offsets_.end(), posting_offsets_.begin());
  postings_.resize(posting_offsets_.back());
  weights_.resize(size());
  std::vector<std::uint32_t> fill(posting_offsets_.begin(), posting_offsets_.end() - 1);
  for (WordNumber number = 0; number < size(); ++number) {
    unsigned weight = 0;
    each_pair(keys[number], [&](LetterCode a, LetterCode b) {
      postings_[fill[pair_of(a, b)]++] = number;
      weight += pair_weights_[pair_of(a, b)];
    });
    weights_[number] = static_cast<std::uint16_t>(std::min(weight, 4096U));
  }
}

void WordList::count_spelling() {
  std::vector<float> counts(kPairs, 0.02F);
  std::uint64_t once = 0;
  for (WordNumber number = 0; number < size(); ++number) {
    each_pair(code_word(word(number)),
              [&](LetterCode a, LetterCode b) { counts[pair_of(a, b)] += 1; });
    if (count(number) == 1) ++once;
  }
  spelling_.resize(kPairs);
  for (std::size_t a = 0; a < CodedWord::kCodes; ++a) {
    float sum = 0;
    for (std::size_t b = 0; b < CodedWord::kCodes; ++b) sum += counts[a * CodedWord::kCodes + b];
    for (std::size_t b = 0; b < CodedWord::kCodes; ++b) {
      const std::size_t pair = a * CodedWord::kCodes + b;
      spelling_[pair] = std::log(counts[pair] / sum);
    }
  }
  unseen_share_ = (static_cast<double>(once) + 1) / (static_cast<double>(total_) + 2);
}

float WordList::spelling(const CodedWord& word) const {
  float sum = 0;
  if (spelling_.empty()) return sum;
  each_pair(word, [&](LetterCode a, LetterCode b) { sum += spelling_[pair_of(a, b)]; });
  return sum;
}

WordList::Range WordList::beginning_with(LetterCode letter) const {
  return {first_letters_.at(letter), first_letters_.at(letter + 1U)};
}

/// Adds to `shared` the weight of the pairs each word shares with `key`.
void WordList::screen(const CodedWord& key, std::vector<std::uint16_t>& shared) const {
  std::array<std::size_t, CodedWord::kMost + 1> seen{};
  std::size_t count = 0;
  each_pair(key, [&](LetterCode a, LetterCode b) {
    const std::size_t pair = pair_of(a, b);
    if (std::find(seen.begin(), seen.begin() + count, pair) != seen.begin() + count) return;
    seen.at(count++) = pair;
    const std::uint16_t weight = pair_weights_[pair];
    for (std::uint32_t at = posting_offsets_[pair]; at < posting_offsets_[pair + 1]; ++at) {
      shared[postings_[at]] = static_cast<std::uint16_t>(shared[postings_[at]] + weight);
    }
  });
}

std::vector<WordList::Found> WordList::find(std::span<const CodedWord> spellings,
                                            std::size_t most) const {
  std::vector<Found> found;
  std::vector<std::uint16_t> shared;
  for (const CodedWord& spelling : spellings) {
    if (spelling.empty()) continue;
    const CodedWord key = key_of(spelling);
    shared.assign(size(), 0);
    screen(key, shared);
    unsigned own = 0;
    each_pair(key, [&](LetterCode a, LetterCode b) { own += pair_weights_[pair_of(a, b)]; });
    // How alike, of 256; a count of each tells where the best kScreened begin. Most words share too
    // little to be worth the division.
    std::array<std::uint32_t, 257> with{};
    const auto is_as_alike = [&](WordNumber number, unsigned least) {
      return 512U * shared[number] >= least * (own + weights_[number]);
    };
    for (WordNumber number = 0; number < size(); ++number) {
      if (!is_as_alike(number, kLeastAlike)) continue;
      ++with.at(std::min(512U * shared[number] / (own + weights_[number]), 256U));
    }
    unsigned least = 256;
    for (std::size_t sum = with[256]; least > kLeastAlike; --least) {
      sum += with.at(least - 1);
      if (sum > kScreened) break;
    }
    const LetterDistance distance(key);
    for (WordNumber number = 0; number < size(); ++number) {
      if (!is_as_alike(number, least)) continue;
      found.push_back({number, distance.to(key_of(code_word(word(number))))});
    }
  }
  std::sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
    return a.word != b.word ? a.word < b.word : a.distance < b.distance;
  });
  found.erase(std::unique(found.begin(), found.end(),
                          [](const Found& a, const Found& b) { return a.word == b.word; }),
              found.end());
  std::stable_sort(found.begin(), found.end(), [&](const Found& a, const Found& b) {
    return a.distance != b.distance ? a.distance < b.distance : count(a.word) > count(b.word);
  });
  if (found.size() > most) found.resize(most);
  return found;
}

std::size_t WordList::memory_bytes() const {
  return letters_.capacity() + offsets_.capacity() * sizeof(offsets_[0]) +
         counts_.capacity() * sizeof(counts_[0]) + weights_.capacity() * sizeof(weights_[0]) +
         postings_.capacity() * sizeof(postings_[0]) +
         posting_offsets_.capacity() * sizeof(posting_offsets_[0]) + pair_weights_.capacity() +
         spelling_.capacity() * sizeof(spelling_[0]) + sizeof(*this);
}

}  // namespace fonds
