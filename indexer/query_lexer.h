/// Lexemes of a query as it was typed: words, phrases, operators, brackets.
///
/// Threads: pure. Faults: none; any text is a query.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fonds {

struct Lexeme {
  enum class Kind {
    word,
    phrase,
    both,
    either,
    none,
    minus,
    near,    ///< what stands on both sides stands within `distance` words
    person,  ///< a surname with initials (joined_lexemes.h)
    series,  ///< a series with its number (joined_lexemes.h)
    open,
    close,
    end
  };
  Kind kind = Kind::end;
  std::string text{};    ///< of a word or phrase without quotes and field; of an operator as typed
  std::string field{};   ///< name before ':', as typed, when it is one of a field; else empty
  bool loosely = false;  ///< the field was said without a colon: text that has it so is found, too
  int distance = 0;      ///< of near
};

/// Lexemes of valid UTF-8; the last is `end`, and there are at most `most` before it (`cut` says
/// whether there were more). Quotes are "…", «…», „…“, “…”; one never closed is reported by
/// `open_quote` and taken as if it were not there.
struct Lexemes {
  std::vector<Lexeme> list;
  bool cut = false;
  bool open_quote = false;
};
Lexemes lexemes_of(std::string_view query, std::size_t most);

}  // namespace fonds
