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
  /// Of a journal whose cover names it without a word before.
  [[nodiscard]] std::optional<Finding<std::string>> on_cover(const Paper& paper,
                                                             const Quotes& quotes) const;
  [[nodiscard]] std::optional<TextSpan> in_head(const Paper& paper) const;

  Pattern noun_;
  Pattern member_;
  std::size_t within_;
  Pattern org_;
  Pattern head_;
  double collective_threshold_;
  double issuer_threshold_;
};

}  // namespace fonds
