/// open_words: what of a card waits for a person, in the language of all texts, for every
/// interface.
///
/// Threads: pure.
#pragma once

#include <string>

#include "archive/review.h"

namespace fonds {

/// "number, 1 name"; empty when nothing waits.
std::string open_in_words(const Reviewed& reviewed);

}  // namespace fonds
