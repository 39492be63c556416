/// Cards on the command line: as JSON records (stable names: only add), as lines, and explained.
///
/// Threads: pure.
#pragma once

#include <string>
#include <vector>

#include "archive/review.h"
#include "cli/session.h"

namespace fonds {

/// The card alone: revision, fields, mentions, students, what is open.
Json record_of(const Reviewed& reviewed);
/// One line a field and a student: what counts, how sure, by whom; what waits begins with "?".
std::vector<std::string> card_lines(const Reviewed& reviewed);
/// Every decision with its reasons and its place on the page, every name with its candidates.
std::vector<std::string> explained(const Reviewed& reviewed);

}  // namespace fonds
