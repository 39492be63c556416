/// PaperText: the words of a recognised document as one running text for rules, and the way back
/// from any piece of it to the letters as printed and to the place on the page.
///
/// folded() is lower case with ё as е, in which every dash is '-', every double quote '"', and
/// Latin letters inside Cyrillic words are the Cyrillic ones they look like. Words are parted by
/// one space, lines by '\n', pages by '\f'. Every TextSpan counts bytes of folded(). Boxes of lines
/// and words are in the upright frame: pixels of the page after its turn by PageGeometry::rotation,
/// origin top left; place() gives the frame of the original image (page.h). Threads: immutable.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/pattern.h"
#include "model/decision.h"
#include "model/page.h"

namespace fonds {

struct PaperWord {
  TextSpan span;
  std::size_t line = 0;  ///< index in lines()
  Box box;               ///< upright
  double confidence = 0;
};

struct PaperLine {
  TextSpan span;
  std::size_t page = 0;        ///< index in pages()
  std::size_t first_word = 0;  ///< index in words()
  std::size_t end_word = 0;
  Box box;         ///< upright
  int height = 0;  ///< of its words, median: tells large type
};

struct PaperPage {
  int number = 1;
  int width = 0;  ///< upright
  int height = 0;
  double dpi = 300;
  std::size_t first_line = 0;
  std::size_t end_line = 0;
  int line_height = 0;  ///< median of its lines': the size of ordinary type
};

class PaperText {
 public:
  explicit PaperText(const std::vector<RecognisedPage>& pages);

  [[nodiscard]] const std::string& folded() const { return folded_; }
  /// folded() made ready for patterns.
  [[nodiscard]] const PatternText& ready() const { return ready_; }
  [[nodiscard]] const std::vector<PaperLine>& lines() const { return lines_; }
  [[nodiscard]] const std::vector<PaperWord>& words() const { return words_; }
  [[nodiscard]] const std::vector<PaperPage>& pages() const { return pages_; }

  [[nodiscard]] std::string_view folded(TextSpan span) const { return span.of(folded_); }
  /// As recognised, in one line: parted by single spaces.
  [[nodiscard]] std::string printed(TextSpan span) const;
  /// Index in lines() of the line that holds the byte (a line break belongs to the line it ends).
  [[nodiscard]] std::size_t line_at(std::size_t byte) const;
  /// Indices in words() of the words that `span` touches: first and one past the last.
  [[nodiscard]] std::pair<std::size_t, std::size_t> words_in(TextSpan span) const;
  /// Where the words that `span` touches stand: those on the page of the first.
  [[nodiscard]] PlaceOnPage place(TextSpan span) const;
  /// Lowest and mean confidence of the words that `span` touches; 0 when there is none.
  [[nodiscard]] double least_confidence(TextSpan span) const;
  [[nodiscard]] double mean_confidence(TextSpan span) const;

 private:
  void append(const Word& word, const PageGeometry& geometry);
  void append_folded(std::string_view printed);
  void close_line(std::size_t first_word);

  std::string folded_;
  std::string printed_;
  std::vector<std::uint32_t> printed_at_;  ///< offset in printed_ of each byte of folded_, and end
  std::vector<PaperWord> words_;
  std::vector<Box> original_boxes_;  ///< by word
  std::vector<PaperLine> lines_;
  std::vector<PaperPage> pages_;
  PatternText ready_{""};
};

}  // namespace fonds
