/// RowLayout: where the words of a paper stand when its pages lie level, and which words a line
/// has.
///
/// The small slope that is left after a page was turned upright is measured on its long lines and
/// taken out, so that words of one column have about the same left edge. Unit: pixels.
/// Threads: immutable.
#pragma once

#include <utility>
#include <vector>

#include "ingest/paper_text.h"
#include "ingest/persons_words.h"

namespace fonds {

class RowLayout {
 public:
  struct Place {
    double left = 0;
    double right = 0;
    double middle = 0;  ///< of its height
  };

  /// Both must outlive the layout.
  RowLayout(const PaperText& paper, const std::vector<NameWord>& words);

  [[nodiscard]] const PaperText& paper() const { return paper_; }
  [[nodiscard]] const std::vector<NameWord>& words() const { return words_; }
  [[nodiscard]] const Place& place(std::size_t word) const { return places_[word]; }
  [[nodiscard]] std::size_t line_count() const { return lines_.size(); }
  /// Indices of its words: first and one past the last; the same twice when it has none.
  [[nodiscard]] std::pair<std::size_t, std::size_t> line(std::size_t index) const {
    return lines_[index];
  }
  [[nodiscard]] std::size_t page_of(std::size_t line) const { return paper_.lines()[line].page; }
  /// Of an ordinary line of the page.
  [[nodiscard]] double height_at(std::size_t line) const;
  /// Whether two lines, `next` under `line`, overlap: their cells are of one row, set at
  /// mid-height.
  [[nodiscard]] bool overlaps_next(std::size_t line, std::size_t next) const;
  /// The first line of the row whose number stands in line `lower`: lines above it are the row's
  /// when its cells are set at mid-height, which overlapping lines show; a wide gap parts them from
  /// the row before, whose number stands in line `upper` of the same page.
  [[nodiscard]] std::size_t begin_of_row(std::size_t upper, std::size_t lower) const;
  /// The same of a row that has none before it.
  [[nodiscard]] std::size_t begin_of_first_row(std::size_t line) const;

 private:
  [[nodiscard]] double slope_of(std::size_t page) const;
  [[nodiscard]] double middle_of(std::size_t line) const;
  void level();

  const PaperText& paper_;
  const std::vector<NameWord>& words_;
  std::vector<Place> places_;
  std::vector<std::pair<std::size_t, std::size_t>> lines_;
};

}  // namespace fonds
