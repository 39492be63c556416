/// Snippets: the piece of a document's text that shows best why it was found.
///
/// The window with the most different words of the query wins, then the one with the most of them,
/// then the earliest. White space and control characters become single spaces; marks are bytes of
/// the resulting plain text (whoever shows it escapes it).
/// Threads: one Snippets per thread. Faults: none.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/query_parser.h"
#include "indexer/search.h"

namespace fonds {

/// The pages of a text: views into it.
std::vector<std::string_view> pages_of(std::string_view text);

class Snippets {
 public:
  explicit Snippets(const WantedWords& wanted);
  /// `text` has its pages parted by form feeds; `pages` are those with hits, ascending. About
  /// `length` characters (at least 20, at most 10 000). Without a hit: how the text begins.
  Snippet of(const std::string& text, const std::vector<int>& pages, int length);
  /// All that a page (valid UTF-8) has of the wanted, in order, not overlapping: bytes of `page`.
  std::vector<Snippet::Mark> marks_in(std::string_view page);

 private:
  struct Match {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t word = 0;  ///< which of the wanted
  };
  struct Window {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t distinct = 0;
    std::size_t count = 0;
  };
  std::vector<Match> matches_in(std::string_view page);
  /// Number of the wanted word this is; npos when none.
  std::size_t find(const Token& token);
  [[nodiscard]] Window best_window(std::string_view page, const std::vector<Match>& matches,
                                   std::size_t length) const;

  const WantedWords& wanted_;
  Stems stems_;
  std::vector<std::size_t> seen_;
};

}  // namespace fonds
