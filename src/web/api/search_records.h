/// SearchRecords: what searches find, what can be completed while it is typed, and searches that
/// are kept, in JSON. Stable names: only add.
///
/// Threads: pure.
#pragma once

#include "archive/saved_searches.h"
#include "archive/search.h"
#include "web/api/json.h"

namespace fonds {

Json record_of(const SearchHit& hit);
Json record_of(const Facet& facet, const ValueWords& words);
/// `offset`: of the first hit; `lag`: journal entries the index is behind; `with_facets`: they were
/// asked for, so "facets" is there even when there are none.
Json record_of(const FoundPapers& found, int offset, EntryNumber lag, bool with_facets,
               const ValueWords& words);
Json record_of(const Completion& completion);
/// A student's name alone does not tell namesakes apart: the day of birth goes with it.
Json completion_of(const Student& student);
Json record_of(const SavedSearch& saved);

}  // namespace fonds
