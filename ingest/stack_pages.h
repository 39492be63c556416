/// StackPages: where in a scan of many pages without separator sheets new papers seem to begin.
///
/// Proposed for a person to confirm, never done: precision is worth more than completeness, and of
/// a page on which nothing is to be said nothing is proposed. Blank pages belong to the paper
/// before. Threads: pure. Faults: none.
#pragma once

#include <vector>

#include "ingest/page_look.h"
#include "ingest/page_signs.h"
#include "model/decision.h"

namespace fonds {

class Extractor;

struct ProposedPart {
  int first_page = 1;           ///< from 1: the place in the scan
  double confidence = 0;        ///< that a paper begins here; of the first page 1
  std::vector<Reason> reasons;  ///< none for the first page
};

struct ProposedParts {
  /// In their order, the first on page 1; empty when the scan seems to be one paper or when nothing
  /// can be said.
  std::vector<ProposedPart> parts;
  /// That all is parted rightly: of the least sure page, also of one that is not proposed.
  double confidence = 0;

  [[nodiscard]] std::vector<int> first_pages() const;
};

/// `pages` in the order of the scan, whatever their numbers say.
ProposedParts propose_parts(const Extractor& extractor, const std::vector<RecognisedPage>& pages);
/// The same of what the pages show.
ProposedParts propose_parts(const std::vector<PageLook>& pages);
/// What speaks for or against a paper beginning with the page `at` (not blank, not the first) when
/// the last one began with the page `open`.
PageSigns signs_of(const std::vector<PageLook>& pages, std::size_t open, std::size_t at);

}  // namespace fonds
