#include "registry/word_list.h"

#include <algorithm>
#include <cmath>
#include <compare>
#include <numeric>

#include "registry/letters.h"

namespace fonds {

// Myers' bit-parallel edit distance: one step a letter of `other`.
LetterDistance::LetterDistance(const CodedWord& word) : size_(word.size) {
  for (std::size_t i = 0; i < size_; ++i) places_[word.codes[i]] |= std::uint64_t{1} << i;
}

LetterDistance::LetterDistance(const CodedWord& word, const LetterClasses& classes)
    : size_(word.size) {
  for (std::size_t letter = 0; letter < places_.size(); ++letter) {
    for (std::size_t i = 0; i < size_; ++i) {
      if (classes.at(letter) == classes.at(word[i])) places_.at(letter) |= std::uint64_t{1} << i;
    }
  }
}

int LetterDistance::to(std::span<const LetterCode> other) const {
  if (size_ == 0) return static_cast<int>(other.size());
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
  list.code_offsets_.reserve(entries.size() + 1);
  list.counts_.reserve(entries.size());
  for (const Entry& each : entries) {
    places[each.number] = static_cast<WordNumber>(list.size());
    list.add(each.word, each.code, counts_[each.number]);
  }
  list.offsets_.push_back(static_cast<std::uint32_t>(list.letters_.size()));
  list.code_offsets_.push_back(static_cast<std::uint32_t>(list.codes_.size()));
  list.codes_.shrink_to_fit();
  list.index();
  list.count_spelling();
  return list;
}

void WordList::add(std::string_view word, const CodedWord& code, std::uint32_t count) {
  offsets_.push_back(static_cast<std::uint32_t>(letters_.size()));
  letters_ += word;
  code_offsets_.push_back(static_cast<std::uint32_t>(codes_.size()));
  codes_.insert(codes_.end(), code.begin(), code.end());
  counts_.push_back(count);
  total_ += count;
}

std::string_view WordList::word(WordNumber number) const {
  return std::string_view(letters_).substr(offsets_[number],
                                           offsets_[number + 1] - offsets_[number]);
}

std::span<const LetterCode> WordList::code(WordNumber number) const {
  const std::uint32_t begin = code_offsets_[number];
  return {codes_.data() + begin, code_offsets_[number + 1] - begin};
}

CodedWord WordList::key_of(const CodedWord& word) const {
  CodedWord key = word;
  for (std::size_t i = 0; i < key.size; ++i) key.codes[i] = classes_[key.codes[i]];
  return key;
}

void WordList::index() {
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
  }
  pairs_ = PairIndex(keys);
}

void WordList::count_spelling() {
  std::vector<float> counts(kLetterPairs, 0.02F);
  std::uint64_t once = 0;
  for (WordNumber number = 0; number < size(); ++number) {
    each_pair(code_word(word(number)),
              [&](LetterCode a, LetterCode b) { counts[pair_of(a, b)] += 1; });
    if (count(number) == 1) ++once;
  }
  spelling_.resize(kLetterPairs);
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

std::vector<WordList::Found> WordList::alike(const CodedWord& spelling) const {
  std::vector<Found> found;
  if (spelling.empty()) return found;
  const LetterDistance distance = distance_from(spelling);
  for (const WordNumber number : pairs_.alike(key_of(spelling))) {
    found.push_back({number, distance.to(code(number))});
  }
  return found;
}

std::vector<WordList::Found> WordList::nearest(std::span<const std::vector<Found>* const> alike,
                                               std::size_t most) const {
  std::vector<Found> all;
  for (const auto* each : alike) all.insert(all.end(), each->begin(), each->end());
  // A word may be there once for each spelling.
  const std::size_t enough = std::min(all.size(), most * alike.size());
  std::partial_sort(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(enough), all.end(),
                    [&](const Found& a, const Found& b) {
                      if (a.distance != b.distance) return a.distance < b.distance;
                      if (count(a.word) != count(b.word)) return count(a.word) > count(b.word);
                      return a.word < b.word;
                    });
  all.resize(enough);
  std::vector<Found> nearest;
  for (const Found& each : all) {
    if (nearest.size() == most) break;
    const bool known = std::any_of(nearest.begin(), nearest.end(),
                                   [&](const Found& other) { return other.word == each.word; });
    if (!known) nearest.push_back(each);
  }
  return nearest;
}

std::size_t WordList::memory_bytes() const {
  return letters_.capacity() + offsets_.capacity() * sizeof(offsets_[0]) + codes_.capacity() +
         code_offsets_.capacity() * sizeof(code_offsets_[0]) +
         counts_.capacity() * sizeof(counts_[0]) + pairs_.memory_bytes() +
         spelling_.capacity() * sizeof(spelling_[0]) + sizeof(*this);
}

}  // namespace fonds
