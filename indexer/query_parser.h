/// QueryParser turns what a person typed into a Xapian query, over the table of fields.
///
/// Words are joined by AND and found in all their forms; "phrases" and «phrases» word by word as
/// typed; OR / ИЛИ, AND / И, NOT / НЕ, NEAR / РЯДОМ in capitals, a leading minus, brackets, a
/// word's beginning with `*`, `field:value`. AND binds closer than OR, NEAR closer than AND. A word
/// is also looked for among the names of linked students, one with digits among the numbers of
/// papers, accession numbers, cases and days. A word no paper has is searched as the words it may
/// stand for (vocabulary.h), and `notice` says which. Invariant: every text is a query. What cannot
/// be understood is searched as words, or, beyond the limits, left out; `notice` says so. Threads:
/// one parser per thread. Faults: those of the vocabulary.
#pragma once

#include <xapian.h>

#include <string>
#include <string_view>
#include <vector>

#include "indexer/terms.h"
#include "indexer/value_words.h"
#include "indexer/vocabulary.h"

namespace fonds {

inline constexpr std::size_t kLongestQuery = 16 * 1024;  ///< bytes
inline constexpr std::size_t kMostQueryWords = 256;      ///< words, quotes and brackets together
inline constexpr int kDeepestQuery = 32;                 ///< brackets inside brackets
inline constexpr std::size_t kMostPhraseWords = 32;

/// What of a text is to be marked, and whose places are asked for pages. Folded forms; nothing of
/// what the query excludes.
struct WantedWords {
  std::vector<std::string> stems;
  std::vector<std::string> exact;  ///< words with digits, whole runs, single-word phrases
  std::vector<std::string> beginnings;
  std::vector<std::vector<std::string>> phrases;  ///< two words or more
  std::vector<std::string> terms;  ///< of other fields, with prefix: they name pages, mark nothing
};

struct ParsedQuery {
  Xapian::Query query;  ///< empty when there is nothing to look for
  /// The same words joined by OR; empty unless the query is two or more plain words.
  Xapian::Query any_word;
  WantedWords wanted;
  std::string notice;  ///< sentences for the person; empty when all was understood
  /// The words as typed, when the query is nothing but words.
  std::vector<std::string> plain_words;
};

/// Which words are searched as others that they may stand for.
enum class Tolerance { of_unknown_words, of_all_words };

class QueryParser {
 public:
  /// `words`: what people call the values of fields; outlives the parser.
  explicit QueryParser(const ValueWords& words) : words_(words) {}
  /// (Xapian's own wildcards leak memory for every word beyond their limit in 1.4.22.)
  ParsedQuery parse(std::string_view typed, Vocabulary& vocabulary,
                    Tolerance tolerance = Tolerance::of_unknown_words);
  [[nodiscard]] Stems& stems() { return stems_; }

 private:
  const ValueWords& words_;
  Stems stems_;
};

}  // namespace fonds
