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
#include "registry/pair_index.h"

namespace fonds {

using LetterClasses = std::array<LetterCode, CodedWord::kCodes>;

/// Letters to change, add or leave out between two words (at most CodedWord::kMost of them).
class LetterDistance {
 public:
  explicit LetterDistance(const CodedWord& word);
  /// Letters of one class count as the same.
  LetterDistance(const CodedWord& word, const LetterClasses& classes);
  [[nodiscard]] int to(std::span<const LetterCode> other) const;

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
  /// code_word(word(number)), without its cost.
  [[nodiscard]] std::span<const LetterCode> code(WordNumber number) const;
  [[nodiscard]] std::uint32_t count(WordNumber number) const { return counts_[number]; }
  /// Of all added words, one for each add().
  [[nodiscard]] std::uint64_t total() const { return total_; }
  /// The words that share much with the spelling, each once.
  [[nodiscard]] std::vector<Found> alike(const CodedWord& spelling) const;
  /// Of what alike() found for several spellings the nearest, at most `most`: the nearest first,
  /// of equally near ones the most frequent.
  [[nodiscard]] std::vector<Found> nearest(std::span<const std::vector<Found>* const> alike,
                                           std::size_t most) const;
  /// The words that begin with `letter`.
  [[nodiscard]] Range beginning_with(LetterCode letter) const;
  /// The natural logarithm of how likely a word not in the list is spelt so, by its pairs of
  /// letters.
  [[nodiscard]] float spelling(const CodedWord& word) const;
  /// The share of words not seen yet among words still to come (Good-Turing, by words seen once).
  [[nodiscard]] double unseen_share() const { return unseen_share_; }
  [[nodiscard]] std::size_t memory_bytes() const;

  /// Distances from the spelling, as alike() and nearest() tell them.
  [[nodiscard]] LetterDistance distance_from(const CodedWord& spelling) const {
    return {spelling, classes_};
  }
  /// `word` with every letter as its class.
  [[nodiscard]] CodedWord key_of(const CodedWord& word) const;

 private:
  void add(std::string_view word, const CodedWord& code, std::uint32_t count);
  void index();
  void count_spelling();

  LetterClasses classes_{};
  std::string letters_;                 ///< all words, end to end
  std::vector<std::uint32_t> offsets_;  ///< where each begins, and the end
  std::vector<LetterCode> codes_;       ///< all words as codes, end to end
  std::vector<std::uint32_t> code_offsets_;
  std::vector<std::uint32_t> counts_;
  std::uint64_t total_ = 0;
  double unseen_share_ = 1;
  std::array<WordNumber, CodedWord::kCodes + 1> first_letters_{};
  PairIndex pairs_;
  std::vector<float> spelling_;  ///< logarithm of a letter after another
};

}  // namespace fonds
