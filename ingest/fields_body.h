/// BodyFinder: the collective a learner belongs to and the body that issued the paper.
///
/// Threads: immutable. Faults: usage (a table cannot be read).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ingest/fields.h"
#include "ingest/quotes.h"

namespace fonds {

class BodyFinder {
 public:
  /// `patterns`: paper_patterns.toml, of which [collective], [issuer] and [threshold].
  explicit BodyFinder(const DataTable& patterns);
  /// The title of the collective without quotes: "Юный техник".
  [[nodiscard]] Decision<std::string> find_collective(const Paper& paper,
                                                      const Quotes& quotes) const;
  [[nodiscard]] Decision<std::string> find_issuer(const Paper& paper) const;

 private:
  [[nodiscard]] std::optional<TextSpan> title_behind(const Paper& paper, TextSpan noun,
                                                     const Quotes& quotes) const;
  /// The title in quotation marks behind «театр», «театр моды».
  [[nodiscard]] std::optional<TextSpan> quoted_behind(const PaperText& text, TextSpan noun,
                                                      const Quotes& quotes) const;
  /// Of a journal whose cover names it without a word before.
  [[nodiscard]] std::optional<Finding<std::string>> on_cover(const Paper& paper,
                                                             const Quotes& quotes) const;
  [[nodiscard]] std::optional<TextSpan> in_head(const Paper& paper) const;
  [[nodiscard]] std::optional<TextSpan> under_title(const Paper& paper) const;
  /// A body that signs: it stands below, with its name at the beginning of a line.
  [[nodiscard]] std::optional<TextSpan> at_foot(const Paper& paper) const;
  /// The body that begins in line `first`, in the lines before `end`.
  [[nodiscard]] std::optional<TextSpan> body_at(const PaperText& text, std::size_t first,
                                                std::size_t end) const;
  [[nodiscard]] bool begins(const PaperText& text, std::size_t line) const;
  [[nodiscard]] bool goes_on(const PaperText& text, TextSpan body, std::size_t line) const;

  Pattern noun_;
  Pattern member_;
  Pattern another_;
  SectionWords section_;
  std::size_t within_;
  Pattern org_;
  Pattern legal_;
  Pattern bare_;
  Pattern region_;
  Pattern stop_;
  Pattern organ_;
  Pattern pupil_;
  Pattern head_;
  double collective_threshold_;
  double issuer_threshold_;
};

}  // namespace fonds
