/// TextPages lays text that has no picture out as recognised pages, so that what reads papers reads
/// electronic documents too: words with boxes, lines, the columns of tables one below another.
///
/// Paragraphs are wrapped on sheets of A4; a table is as wide as it needs, each of its rows one
/// line. Hostile input: words and pages are limited. Threads: one. Faults: usage (over a limit).
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "model/page.h"
#include "model/table.h"

namespace fonds {

class TextPages {
 public:
  using Give = std::function<void(RecognisedPage&&)>;

  /// `give` gets each page when it is full, numbered from 1; at most `most_pages`.
  TextPages(int most_pages, Give give);

  void paragraph(std::string_view text);
  /// A row of one cell is a paragraph, the others stand in columns.
  void table(const std::vector<TableRow>& rows);
  /// What follows begins a page: a slide, a sheet.
  void new_page();
  /// At the end. A document without a word is one empty page.
  void finish();

 private:
  void place(Line& line, std::string_view text, int left);
  void end_line(Line&& line);
  void end_page();

  int most_pages_;
  Give give_;
  RecognisedPage page_;
  int pages_ = 0;
  int top_ = 0;    ///< of the next line
  int right_ = 0;  ///< of the widest line
  std::size_t page_words_ = 0;
  std::size_t words_ = 0;
};

}  // namespace fonds
