/// EventFinder: the contest a paper is about, and the nomination, as printed.
///
/// Threads: immutable. Faults: usage (a table cannot be read).
#pragma once

#include <string>

#include "ingest/fields.h"
#include "ingest/quotes.h"

namespace fonds {

class EventFinder {
 public:
  /// `patterns`: paper_patterns.toml, of which [event], [level], [nomination] and [threshold].
  explicit EventFinder(const DataTable& patterns);
  /// "краевой олимпиаде «Юный изобретатель»".
  [[nodiscard]] Decision<std::string> find(const Paper& paper, const Quotes& quotes) const;
  [[nodiscard]] Decision<std::string> find_nomination(const Paper& paper,
                                                      const Quotes& quotes) const;

 private:
  [[nodiscard]] Finding<std::string> weigh(const Paper& paper, TextSpan noun,
                                           const Quotes& quotes) const;
  [[nodiscard]] TextSpan whole(const Paper& paper, TextSpan noun, const Quotes& quotes) const;

  Pattern event_;
  Pattern lead_;
  Pattern tail_;
  Pattern stop_;
  Pattern nomination_;
  SectionWords section_;
  Pattern nomination_stop_;
  double threshold_;
  double nomination_threshold_;
};

}  // namespace fonds
