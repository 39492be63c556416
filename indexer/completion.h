/// Completions of what a person types into a field: the values of papers the reader may see.
///
/// Threads: any; one database a thread. Faults: those of Xapian.
#pragma once

#include <xapian.h>

#include <string_view>
#include <vector>

#include "indexer/search.h"
#include "indexer/terms.h"
#include "indexer/visible_set.h"

namespace fonds {

/// `typed`: any bytes; its last word may be a beginning.
std::vector<Completion> completions(const Xapian::Database& database, CompletionField field,
                                    std::string_view typed, int limit, const Visible& visible,
                                    VisibleSets& sets, Stems& stems);

}  // namespace fonds
