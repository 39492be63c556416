/// Terms: how running text becomes words, the same way for the index, for queries and for marking
/// hits.
///
/// A word is a run of letters, marks and digits; it is compared folded (lower case, ё = е, stress
/// marks and soft hyphens dropped). Words joined by one of - / . , ' without spaces form a run; a
/// run with a digit in it («А-1312/99», «02-14», «12.05.2019») is also one token of its own. A word
/// divided at the end of a line ("дип-" "лом") is one word, its halves stand at the same place.
/// Threads: one Tokeniser or Stems per thread. Faults: none; any bytes are text.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace fonds {

/// Terms longer than this many bytes are cut (Xapian refuses more than 245).
inline constexpr std::size_t kLongestTerm = 120;

struct Token {
  enum class Form {
    word,    ///< no digit: has a stem
    number,  ///< a word with a digit
    run,     ///< a whole run with a digit and a joint
    part,    ///< half of a word divided at the end of a line
  };
  std::string text;       ///< folded
  std::size_t begin = 0;  ///< bytes of the source
  std::size_t end = 0;
  std::uint32_t place = 0;  ///< number of the word in the text, from 1
  Form form = Form::word;
};

class Tokeniser {
 public:
  /// `text` is valid UTF-8 and outlives the tokeniser.
  explicit Tokeniser(std::string_view text) : text_(text) {}
  /// The next token or null; valid until the next call. In order of `place`; a run comes before
  /// its words.
  const Token* next();

 private:
  struct Character {
    unsigned code = 0;
    std::size_t end = 0;
  };
  [[nodiscard]] Character at(std::size_t offset) const;
  bool read_run();
  void read_word();
  [[nodiscard]] std::size_t after_line_break(std::size_t offset) const;
  [[nodiscard]] std::size_t after_joint(std::size_t offset) const;
  Token& append(Token::Form form, std::size_t begin, std::size_t end);

  std::string_view text_;
  std::size_t at_ = 0;
  std::uint32_t place_ = 0;
  std::vector<Token> run_;  ///< its strings are reused: no allocation per word
  std::size_t run_size_ = 0;
  std::size_t given_ = 0;
};

/// All tokens of `text`.
std::vector<Token> tokens_of(std::string_view text);

/// Russian stems (Snowball), with a bounded memory of words already seen.
///
/// The algorithm is applied until nothing changes any more: once would take the end of «диплом» for
/// a case ending (дипл) but not that of «диплома» (диплом), and likewise «Иванов» and «Иванова».
class Stems {
 public:
  /// The stem of a folded word: always its beginning. Valid until the next call.
  const std::string& of(const std::string& word);

 private:
  Xapian::Stem stem_{"russian"};
  std::unordered_map<std::string, std::string> known_;
};

/// Where a word stands: page << 16 | word. Both from 1; what does not fit is put at the last place,
/// so that a phrase never reaches from one page into the next.
constexpr std::uint32_t position_of(std::size_t page, std::uint32_t word) {
  constexpr std::uint32_t kMost = 0xFFFF;
  const auto safe_page = page > kMost ? kMost : static_cast<std::uint32_t>(page);
  return safe_page << 16U | (word >= kMost ? kMost - 1 : word);
}
constexpr int page_of(std::uint32_t position) { return static_cast<int>(position >> 16U); }

}  // namespace fonds
