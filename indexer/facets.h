/// Facets: how many of the hits have each value of a field: what the search can be narrowed to.
///
/// Counted over what the reader may see, like the hits. Exact up to kExactTotal matches; beyond, of
/// some of them (evenly spread, see matching.h), and raised to the whole: estimated, and marked so.
/// Threads: one search. Faults: those of Xapian.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/fields.h"

namespace fonds {

struct FacetField {
  std::string_view name;  ///< of the field to narrow by, as queries name it
  Slot slot;
};
inline constexpr FacetField kFacetFields[] = {
    {"kind", Slot::kind},
    {"year", Slot::year},
    {"level", Slot::level},
    {"place", Slot::place},
    {"collective", Slot::collective},
    {"case", Slot::case_index},
    {"status", Slot::status},
};

struct FacetValue {
  std::string value;  ///< as the catalogue keeps it
  std::int64_t count = 0;
};
struct Facet {
  std::string_view field;
  std::vector<FacetValue> values;  ///< the most frequent first, at most kMostFacetValues
  bool more = false;               ///< there are others
  bool is_exact = true;
};
inline constexpr std::size_t kMostFacetValues = 20;

}  // namespace fonds
