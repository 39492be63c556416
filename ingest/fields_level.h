/// LevelFinder: how far the contest of a paper reaches.
///
/// A stage outweighs the contest it leads to («муниципальный этап Всероссийского конкурса» is
/// municipal); a level word counts only before the name of a contest, so that «Краевой центр» and
/// «муниципальное учреждение» say nothing. Threads: immutable. Faults: usage.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "ingest/fields.h"
#include "model/award.h"

namespace fonds {

class LevelFinder {
 public:
  /// `table`: [level], `event`: [event] of paper_patterns.toml.
  LevelFinder(const DataTable& table, const DataTable& event, double threshold);
  /// `issuer`: who gives the paper, where that was told.
  [[nodiscard]] Decision<Level> find(const Paper& paper, const Decision<std::string>& issuer) const;

 private:
  /// From the strongest.
  enum class Evidence { stage, contest, phrase, area };
  static constexpr std::size_t kEvidences = 4;
  struct Scale {
    std::optional<Level> level;  ///< nothing: no level is for these words
    std::array<std::optional<Pattern>, kEvidences> patterns;
    std::optional<Pattern> issuers;
  };
  /// The level word, if known.
  using Found = Finding<std::optional<Level>>;

  void add_scale(const DataTable& entry, const DataTable& event);
  /// The first place on the paper with evidence of this sort.
  [[nodiscard]] std::optional<Found> first(const Paper& paper, const PatternText& mended_text,
                                           Evidence evidence, const std::vector<TextSpan>& later,
                                           const std::vector<TextSpan>& honour) const;

  /// Whether the contest at `span` is said to have a stage whose name is no word known here.
  [[nodiscard]] bool has_unread_stage(const PaperText& text, TextSpan span) const;
  /// Of a paper that says nothing of its level.
  [[nodiscard]] Decision<Level> by_issuer(const Decision<std::string>& issuer) const;

  std::vector<Scale> scales_;
  Pattern later_;
  Pattern honour_;
  Pattern neutral_;
  std::size_t within_;
  double threshold_;
  std::vector<std::string> stems_;
};

}  // namespace fonds
