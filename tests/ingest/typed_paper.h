/// typed_paper: a paper as a typewriter would leave it, for tests of what is read out of words:
/// every letter 20 × 40 px, lines 60 px apart, so that columns typed under each other stand under
/// each other. '\n' ends a line, '\f' a page.
///
/// Threads: one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/paper_text.h"
#include "registry/letters.h"

namespace fonds {

inline std::vector<RecognisedPage> typed_pages(std::string_view text) {
  std::vector<RecognisedPage> pages;
  const auto begin_page = [&] {
    RecognisedPage page;
    page.number = static_cast<int>(pages.size()) + 1;
    page.geometry.width = 2480;
    page.geometry.height = 3508;
    pages.push_back(page);
  };
  begin_page();
  int row = 0;
  for (std::size_t at = 0; at <= text.size();) {
    std::size_t end = text.find_first_of("\n\f", at);
    if (end == std::string_view::npos) end = text.size();
    Line line;
    int column = 0;
    for (std::size_t from = at; from < end;) {
      if (text[from] == ' ') {
        ++from;
        ++column;
        continue;
      }
      const std::size_t stop = std::min(text.find(' ', from), end);
      const std::string_view word = text.substr(from, stop - from);
      const int letters = static_cast<int>(count_letters(word));
      line.words.push_back(
          {std::string(word), {100 + 20 * column, 100 + 60 * row, 20 * letters - 2, 40}, 0.9});
      column += letters;
      from = stop;
    }
    if (!line.words.empty()) pages.back().lines.push_back(line);
    ++row;
    if (end < text.size() && text[end] == '\f') {
      begin_page();
      row = 0;
    }
    at = end + 1;
  }
  return pages;
}

inline PaperText typed_paper(std::string_view text) { return PaperText(typed_pages(text)); }

}  // namespace fonds
