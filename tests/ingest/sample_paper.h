/// Papers of the tests: recognised pages made from lines of text.
///
/// Threads: pure.
#pragma once

#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "model/page.h"

namespace fonds {

/// A line of `text` is a line of the page, "\f" on a line of its own begins a page; a line that
/// begins with "# " is set in type twice as large. Words are read with `confidence`.
inline std::vector<RecognisedPage> paper_of(std::string_view text, double confidence = 0.95) {
  std::vector<RecognisedPage> pages;
  int top = 0;
  const auto begin_page = [&] {
    RecognisedPage page;
    page.number = static_cast<int>(pages.size()) + 1;
    page.geometry.width = 2000;
    page.geometry.height = 2800;
    page.source = TextSource::recognised;
    pages.push_back(page);
    top = 100;
  };
  begin_page();
  std::istringstream lines{std::string(text)};
  for (std::string printed; std::getline(lines, printed); top += 80) {
    if (printed == "\f") {
      begin_page();
      continue;
    }
    int height = 30;
    if (printed.starts_with("# ")) {
      height = 60;
      printed.erase(0, 2);
    }
    Line line;
    int left = 100;
    std::istringstream words(printed);
    for (std::string word; words >> word;) {
      const int width = height / 4 * static_cast<int>(word.size());
      line.words.push_back({word, {left, top, width, height}, confidence});
      left += width + 10;
    }
    if (line.words.empty()) continue;
    line.box = {100, top, left - 100, height};
    pages.back().lines.push_back(line);
  }
  return pages;
}

}  // namespace fonds
