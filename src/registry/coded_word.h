/// CodedWord: a word of a name as small numbers, one a letter: what the fuzzy search compares.
///
/// Folded: lower case, ё = е, Latin look-alikes as Cyrillic. Whatever is no letter, digit, hyphen,
/// space or apostrophe is one code ("other"). Words longer than kMost letters are cut.
/// Threads: value type.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace fonds {

using LetterCode = std::uint8_t;

struct CodedWord {
  static constexpr std::size_t kMost = 40;
  /// а … я are 1 … 32; 0 stands before a word, kEnd after it.
  static constexpr LetterCode kHyphen = 33;
  static constexpr LetterCode kSpace = 34;
  static constexpr LetterCode kApostrophe = 35;
  static constexpr LetterCode kDigit0 = 36;  ///< to kDigit0 + 9
  static constexpr LetterCode kOther = 46;
  static constexpr LetterCode kEnd = 47;
  static constexpr std::size_t kCodes = 48;

  std::array<LetterCode, kMost> codes{};
  std::uint8_t size = 0;

  [[nodiscard]] bool empty() const { return size == 0; }
  [[nodiscard]] const LetterCode* begin() const { return codes.data(); }
  [[nodiscard]] const LetterCode* end() const { return codes.data() + size; }
  [[nodiscard]] LetterCode operator[](std::size_t at) const { return codes.at(at); }
  bool operator==(const CodedWord& other) const {
    return size == other.size && std::equal(begin(), end(), other.begin());
  }
};

[[nodiscard]] CodedWord code_word(std::string_view text);
/// The code of a text of one letter; kOther when it is no such.
[[nodiscard]] LetterCode code_letter(std::string_view letter);

}  // namespace fonds
