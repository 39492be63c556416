#include "indexer/facet_counter.h"

#include <cmath>
#include <iterator>

namespace fonds {

FacetCounter::FacetCounter() {
  for (const FacetField& field : kFacetFields) {
    spies_.emplace_back(static_cast<Xapian::valueno>(field.slot));
  }
}

void FacetCounter::watch(Xapian::Enquire& enquire) {
  for (Xapian::ValueCountMatchSpy& spy : spies_) enquire.add_matchspy(&spy);
}

std::vector<Facet> FacetCounter::facets(std::int64_t total, bool is_exact) {
  std::vector<Facet> facets;
  const FacetField* field = std::begin(kFacetFields);
  for (const Xapian::ValueCountMatchSpy& spy : spies_) {
    Facet facet;
    facet.field = (field++)->name;
    const auto seen = static_cast<double>(spy.get_total());
    facet.is_exact = is_exact && static_cast<std::int64_t>(spy.get_total()) == total;
    const double scale = facet.is_exact || seen == 0 ? 1 : static_cast<double>(total) / seen;
    const auto end = spy.top_values_end(kMostFacetValues + 1);
    for (auto value = spy.top_values_begin(kMostFacetValues + 1); value != end; ++value) {
      if (facet.values.size() == kMostFacetValues) {
        facet.more = true;
        break;
      }
      facet.values.push_back({*value, std::llround(value.get_termfreq() * scale)});
    }
    facets.push_back(std::move(facet));
  }
  return facets;
}

}  // namespace fonds
