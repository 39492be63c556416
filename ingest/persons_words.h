/// NameWord: the words of a paper as the finders of names, roles and table rows look at them.
///
/// Initials glued together or to a surname ("И.И.Петров") are words of their own, letters set apart
/// for show ("К р а в е ц") and a word divided at the end of a line are one word, Latin letters
/// that look Cyrillic are Cyrillic. Invariant: words stand in reading order and none overlaps
/// another; every span lies in folded() of the PaperText. Threads: value types; pure functions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/paper_text.h"

namespace fonds {

struct NameWord {
  enum class Kind {
    word,
    initial,  ///< "И" of "И.": a capital letter with its full stop, or between such
    number,   ///< digits, or digits and letters mixed
  };
  Kind kind = Kind::word;
  std::string text;    ///< as printed, the letters only: "Кравец", "КРАВЕЦ", "И"
  std::string folded;  ///< lower case, ё as е
  TextSpan span;       ///< in PaperText::folded()
  std::size_t paper_word = 0;  ///< index in PaperText::words() of the first it is in
  std::size_t line = 0;        ///< index in PaperText::lines()
  TextSpan before;             ///< the marks, spaces and line breaks since the word before
  bool capital = false;        ///< begins with a capital letter
  bool all_capitals = false;   ///< of two letters or more
  bool quoted = false;         ///< inside quotation marks
};

std::vector<NameWord> name_words(const PaperText& paper);

}  // namespace fonds
