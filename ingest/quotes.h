/// Quotes: what stands in quotes on a paper, nested ones and ones that go over a line included.
///
/// Threads: immutable.
#pragma once

#include <optional>
#include <vector>

#include "ingest/paper_text.h"

namespace fonds {

class Quotes {
 public:
  explicit Quotes(const PaperText& text);
  /// Outermost quoted pieces in order, their quotes included.
  [[nodiscard]] const std::vector<TextSpan>& outermost() const { return spans_; }
  /// The quoted piece that holds `byte`.
  [[nodiscard]] std::optional<TextSpan> around(std::size_t byte) const;
  /// The first quoted piece that begins at `from` or later, before `until`.
  [[nodiscard]] std::optional<TextSpan> next(std::size_t from, std::size_t until) const;

 private:
  std::vector<TextSpan> spans_;
};

/// `span` of Quotes without its quotes.
[[nodiscard]] TextSpan inside_quotes(TextSpan span);

}  // namespace fonds
