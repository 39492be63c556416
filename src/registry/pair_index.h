/// PairIndex: which words of a list share the most pairs of neighbouring letters with a spelling:
/// the screen before words are compared letter by letter.
///
/// A pair weighs the more the rarer it is; the begin and the end of a word count as letters. Words
/// are given as keys: letters that look alike as one (WordList::key_of). Threads: immutable once
/// built.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "registry/coded_word.h"

namespace fonds {

using WordNumber = std::uint32_t;

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

inline constexpr std::size_t kLetterPairs = CodedWord::kCodes * CodedWord::kCodes;
constexpr std::size_t pair_of(LetterCode first, LetterCode second) {
  return first * CodedWord::kCodes + second;
}

class PairIndex {
 public:
  PairIndex() = default;
  /// A word's number is its place in `keys`.
  explicit PairIndex(std::span<const CodedWord> keys);

  /// The words most like `key`, in the order of their numbers: so many that the least like are
  /// hardly worth comparing.
  [[nodiscard]] std::vector<WordNumber> alike(const CodedWord& key) const;
  [[nodiscard]] std::size_t memory_bytes() const;

 private:
  struct Alike {
    WordNumber word;
    std::uint32_t share;  ///< of the weight of both words' pairs, of 256
  };
  void screen(const CodedWord& key, std::vector<std::int16_t>& shared) const;
  [[nodiscard]] std::vector<Alike> sieve(int own, const std::vector<std::int16_t>& shared) const;

  std::vector<WordNumber> postings_;  ///< words that hold a pair, pair by pair
  std::vector<std::uint32_t> posting_offsets_;
  std::vector<std::uint8_t> pair_weights_;
  std::vector<std::int16_t> weights_;  ///< of the pairs of each word; filled up to whole blocks
};

}  // namespace fonds
