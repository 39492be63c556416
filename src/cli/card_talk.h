/// Cards on the command line: as lines, and explained.
///
/// Threads: pure.
#pragma once

#include <string>
#include <vector>

#include "archive/review.h"

namespace fonds {

/// One line a field and a student: what counts, how sure, by whom; what waits begins with "?".
std::vector<std::string> card_lines(const Reviewed& reviewed);
/// Every decision with its reasons and its place on the page, every name with its candidates.
std::vector<std::string> explained(const Reviewed& reviewed);

}  // namespace fonds
