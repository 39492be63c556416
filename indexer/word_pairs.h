/// Word pairs: two neighbours of which one is a word that nearly every paper has («в школе»), or
/// which are short numbers («02-05»), are a term of their own.
///
/// Without them a phrase of such words costs a look at the places of both in every paper that has
/// the two; with them only papers with the very pair are looked at.
/// Threads: the functions are pure; one WordPairs a page. Faults: none.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace fonds {

/// Of two folded words, the second behind the first; empty when they are no such pair.
std::string pair_term(const std::string& first, const std::string& second);

/// Finds the pairs while the words of a page are given, in order of their places; several may
/// stand at one place.
class WordPairs {
 public:
  /// Calls `pair` with the term of each pair that ends with this word.
  void add(const std::string& word, std::uint32_t place,
           const std::function<void(const std::string&)>& pair);

 private:
  std::vector<std::string> before_;  ///< words at the place before
  std::vector<std::string> here_;
  std::uint32_t place_ = 0;
};

}  // namespace fonds
