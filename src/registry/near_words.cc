#include "registry/near_words.h"

#include "registry/letters.h"

namespace fonds {
namespace {

constexpr std::size_t kLeastLetters = 5;
constexpr std::size_t kMostLetters = 40;

/// FNV-1a of `word` without the bytes from `from` to `to`.
std::uint64_t hash_without(std::string_view word, std::size_t from, std::size_t to) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (std::size_t at = 0; at < word.size(); ++at) {
    if (at >= from && at < to) continue;
    hash = (hash ^ static_cast<unsigned char>(word[at])) * 1099511628211ULL;
  }
  return hash;
}
std::uint64_t hash_of(std::string_view word) { return hash_without(word, 0, 0); }

/// Calls `visit` with the hash of the word without each letter but the first, until it says true.
template <class Visit>
bool each_shortened(std::string_view word, Visit visit) {
  if (word.empty()) return false;
  for (std::size_t at = letter_bytes(word[0]); at < word.size(); at += letter_bytes(word[at])) {
    if (visit(hash_without(word, at, at + letter_bytes(word[at])))) return true;
  }
  return false;
}

}  // namespace

void NearWords::add(std::string_view folded) {
  words_.insert(hash_of(folded));
  if (count_letters(folded) < kLeastLetters) return;
  each_shortened(folded, [&](std::uint64_t hash) {
    shortened_.insert(hash);
    return false;
  });
}

bool NearWords::has_near(std::string_view folded) const {
  const std::uint64_t hash = hash_of(folded);
  if (words_.count(hash) != 0) return true;
  const std::size_t letters = count_letters(folded);
  if (letters < kLeastLetters || letters > kMostLetters) return false;
  if (shortened_.count(hash) != 0) return true;  // a letter lost
  return each_shortened(folded, [&](std::uint64_t shortened) {
    return words_.count(shortened) != 0 || shortened_.count(shortened) != 0;
  });
}

}  // namespace fonds
