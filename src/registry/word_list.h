/// WordList: the distinct words of one part of the register's names, how often each stands there,
/// and which of them a misread word may be.
///
/// Words are kept folded (fold_letters) and in the order of their letters, so that those which
/// begin with the same letter stand together. The fuzzy search screens by shared pairs of letters
/// (letters that look alike count as one, see build()) and orders what passes by edit distance.
/// Threads: immutable once built.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "registry/coded_word.h"

namespace fonds {

using LetterClasses = std::array<LetterCode, CodedWord::kCodes>;
using WordNumber = std::uint32_t;

/// Letters to change, add or leave out between two words (at most CodedWord::kMost of them).
class LetterDistance {
 public:
  explicit LetterDistance(const CodedWord& word);
  [[nodiscard]] int to(const CodedWord& other) const;

 private:
  std::array<std::uint64_t, CodedWord::kCodes> places_{};  ///< where each letter stands
  std::size_t size_;
};

class WordList {
 public:
  /// Collects words; each gets a number that build() maps to its place.
  class Builder {
   public:
    WordNumber add(std::string_view word);
    /// `places[number of add()]` becomes the word's number in the list. `classes`: by letter, the
    /// letter that stands for all that look like it.
    WordList build(const LetterClasses& classes, std::vector<WordNumber>& places) &&;

   private:
    std::unordered_map<std::string, WordNumber> numbers_;
    std::vector<std::uint32_t> counts_;
  };

  struct Found {
    WordNumber word = 0;
    int distance = 0;  ///< letters that differ, look-alikes counted as the same
  };
  struct Range {
    WordNumber begin = 0;
    WordNumber end = 0;
  };

  WordList() = default;
  [[nodiscard]] std::size_t size() const { return counts_.size(); }
  [[nodiscard]] std::string_view word(WordNumber number) const;
  [[nodiscard]] std::uint32_t count(WordNumber number) const { return counts_[number]; }
  /// Of all added words, one for each add().
  [[nodiscard]] std::uint64_t total() const { return total_; }
  /// The words nearest to any of `spellings`, nearest first, at most `most`.
  [[nodiscard]] std::vector<Found> find(std::span<const CodedWord> spellings,
                                        std::size_t most) const;
  /// The words that begin with `letter`.
  [[nodiscard]] Range beginning_with(LetterCode letter) const;
  /// The natural logarithm of how likely a word not in the list is spelt so, by its pairs of
  /// letters.
  [[nodiscard]] float spelling(const CodedWord& word) const;
  /// The share of words not seen yet among words still to come (Good-Turing, by words seen once).
  [[nodiscard]] double unseen_share() const { return unseen_share_; }
  [[nodiscard]] std::size_t memory_bytes() const;

  /// `word` with every letter as its class.
  [[nodiscard]] CodedWord key_of(const CodedWord& word) const;

 private:
  static constexpr std::size_t kPairs = CodedWord::kCodes * CodedWord::kCodes;
  static std::size_t pair_of(LetterCode first, LetterCode second) {
    return first * CodedWord::kCodes + second;
  }
  void add(std::string_view word, std::uint32_t count);
  void index();
  void count_spelling();
  void screen(const CodedWord& key, std::vector<std::uint16_t>& shared) const;

  LetterClasses classes_{};
  std::string letters_;                 ///< all words, end to end
  std::vector<std::uint32_t> offsets_;  ///< where each begins, and the end
  std::vector<std::uint32_t> counts_;
  std::vector<std::uint16_t> weights_;  ///< of the pairs of each word
  std::uint64_t total_ = 0;
  double unseen_share_ = 1;
  std::array<WordNumber, CodedWord::kCodes + 1> first_letters_{};
  std::vector<WordNumber> postings_;  ///< words that hold a pair, pair by pair
  std::vector<std::uint32_t> posting_offsets_;
  std::vector<std::uint8_t> pair_weights_;
  std::vector<float> spelling_;  ///< logarithm of a letter after another
};

}  // namespace fonds
