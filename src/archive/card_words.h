/// The words people use for values of fields, kinds of papers among them.
///
/// Threads: made once, then constant. Faults: usage (a data file is wrong, with its line).
#pragma once

#include "indexer/value_words.h"

namespace fonds {

const ValueWords& card_words();

}  // namespace fonds
