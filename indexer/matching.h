/// Matching: the documents a query finds, in order, how many there are, and their facets.
///
/// Xapian scores every document that has all words. For words that very many have this takes longer
/// the more papers there are, and tells next to nothing: their weights hardly differ. So beyond
/// MatchLimits::broad matches the newest of them are put in order and come first, the older ones
/// behind them in an order of their own; total and facets are counted of document numbers evenly
/// spread over the archive, and marked as estimated. Time is bounded then, whatever the archive.
///
/// Threads: one search. Faults: those of Xapian.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <vector>

#include "indexer/facets.h"
#include "indexer/search.h"

namespace fonds {

struct Match {
  Xapian::docid document = 0;
  double weight = 0;
};

/// What is done with a query that very many documents answer.
enum class WhenBroad {
  newest_first,  ///< all words are wanted: any of them will do, the newest are the likeliest
  best_of_all,   ///< some words are wanted: the one that has the rare ones may be old
};

struct MatchWanted {
  Xapian::doccount offset = 0;
  Xapian::doccount limit = 0;
  HitOrder order = HitOrder::relevance;
  bool descending = false;
  bool facets = false;
  WhenBroad when_broad = WhenBroad::newest_first;
};

/// In documents.
struct MatchLimits {
  std::int64_t exact = kExactTotal;  ///< matches that are counted one by one
  std::int64_t broad = 15'000;  ///< that are all put in order; an estimate may be a third too large
  std::int64_t newest = 10'000;  ///< put in order where there are more, about
  std::int64_t sample = 5'000;   ///< counted then for total and facets, about
};

struct Matched {
  std::vector<Match> hits;
  double best = 0;  ///< the largest weight of all matches that were looked at
  std::int64_t total = 0;
  bool total_is_exact = true;
  bool newest_first = false;  ///< whether there were too many to put all of them in order
  std::vector<Facet> facets;  ///< in the order of kFacetFields, when wanted
};

/// Runs `query`, which is filtered by what the reader may see.
Matched matches(const Xapian::Database& database, const Xapian::Query& query,
                const MatchWanted& wanted, const MatchLimits& limits = {});

}  // namespace fonds
