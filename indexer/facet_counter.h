/// FacetCounter counts the values of facets while Xapian matches.
///
/// Threads: one search. Faults: those of Xapian.
#pragma once

#include <xapian.h>

#include <list>
#include <vector>

#include "indexer/facets.h"

namespace fonds {

class FacetCounter {
 public:
  FacetCounter();
  /// Must outlive the match.
  void watch(Xapian::Enquire& enquire);
  /// `total`: documents that match; `is_exact`: whether that is not estimated.
  std::vector<Facet> facets(std::int64_t total, bool is_exact);

 private:
  std::list<Xapian::ValueCountMatchSpy> spies_;  ///< in the order of kFacetFields
};

}  // namespace fonds
