/// near_terms: the terms of an index that a word may stand for, but for a few letters mistyped or
/// misread.
///
/// The sorted list of terms is walked as a tree: where no word with the letters so far can be near,
/// the walk leaps over all that begin with them, so that a vocabulary of a million words costs some
/// thousand steps.
/// Threads: any; one database a thread. Faults: those of Xapian.
#pragma once

#include <xapian.h>

#include <string>
#include <string_view>
#include <vector>

#include "registry/ocr_costs.h"

namespace fonds {

struct NearTerm {
  std::string word;  ///< without the prefix
  float cost = 0;    ///< about 1 a letter; less for letters that recognisers or fingers exchange
  Xapian::doccount documents = 0;
};

/// What one mistake costs.
class MistakeCosts {
 public:
  explicit MistakeCosts(const OcrCosts& ocr);
  /// `typed` and `held` are code points of folded letters.
  [[nodiscard]] float exchanged(unsigned typed, unsigned held) const;
  static constexpr float kAdded = 1;
  static constexpr float kLost = 1;
  static constexpr float kDoubled = 0.7F;     ///< a letter twice for once, or the reverse
  static constexpr float kSwapped = 0.8F;     ///< two neighbours
  static constexpr float kAtTheStart = 1.3F;  ///< times as dear: people know how a word begins

 private:
  const OcrCosts& ocr_;  // outlives this
};

/// How much a word of so many letters may differ from the one that was meant: short words are near
/// too many others.
float allowed_cost(std::size_t letters);

/// Terms with `prefix` whose cost is at most `limit`, nearest first, of equally near ones the most
/// frequent; `word` itself is none. At most `most`. A walk that grows too long ends early.
std::vector<NearTerm> near_terms(const Xapian::Database& database, std::string_view prefix,
                                 std::string_view word, const MistakeCosts& costs, float limit,
                                 std::size_t most);

}  // namespace fonds
