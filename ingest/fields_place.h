/// PlaceFinder: what was won: a place, a degree, лауреат, призёр, участник … (model/award.h).
///
/// Roman numerals survive what the recogniser makes of them: П, 11, Ш, ПI before «место» and
/// «степени» are II and III. Results that are not the holder's (a teacher thanked for a winner, an
/// order of merit of II degree) do not count. Threads: immutable. Faults: usage.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "ingest/fields.h"
#include "ingest/quotes.h"
#include "model/award.h"

namespace fonds {

class PlaceFinder {
 public:
  /// `table`: [place] of paper_patterns.toml.
  PlaceFinder(const DataTable& table, double threshold);
  [[nodiscard]] Decision<AwardPlace> find(const Paper& paper, const Quotes& quotes) const;

 private:
  /// A number before or behind «место» or «степени».
  struct Numbered {
    int number = 0;
    TextSpan span;
    bool sure = true;  ///< written as it should be
  };
  enum class Source { words, place, degree };
  struct Result {
    Source source;
    Rank rank;
    bool with_degree;
    std::optional<Pattern> words;
  };
  struct Marks {
    PatternText mended;  ///< long words of results put right
    std::vector<TextSpan> not_holder;
    std::vector<Numbered> places;
    std::vector<Numbered> degrees;
  };
  using Found = Finding<AwardPlace>;

  static Result result_of(const DataTable& entry);
  [[nodiscard]] std::vector<Numbered> numbered(const PaperText& text, const PatternText& mended,
                                               const Pattern& pattern) const;
  [[nodiscard]] std::optional<Found> by_number(const Paper& paper, const Marks& marks,
                                               Source source) const;
  /// Whether the quotes hold the words of a result and nothing else: звание «Лауреат II степени».
  /// In others they are part of a title.
  static bool is_whole(TextSpan quoted, TextSpan words, const Marks& marks);
  [[nodiscard]] std::optional<Found> by_words(const Paper& paper, const Result& result,
                                              const Marks& marks, const Quotes& quotes) const;

  Pattern place_;
  Pattern degree_;
  Pattern not_degree_;
  Pattern not_holder_;
  std::size_t within_;
  std::vector<std::string> stems_;
  std::vector<Result> results_;
  double threshold_;
};

/// 1, 2 or 3 for a folded numeral as the recogniser may have left it: "ii", "п", "11", "ш",
/// "второе", "2-е"; more when it is more; nothing when it is no numeral.
[[nodiscard]] std::optional<int> place_number(std::string_view folded);

}  // namespace fonds
