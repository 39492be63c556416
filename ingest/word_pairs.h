/// word_pairs: one line read by two engines, word by word.
///
/// Threads: pure.
#pragma once

#include <vector>

#include "model/page.h"

namespace fonds {

/// The word of `others` that stands where `word` does and is as long; null when none is. Boxes in
/// one frame.
const Word* same_place(const Word& word, const std::vector<Word>& others);

/// Puts into `words` those of `others` at the same place that are much surer of what they say than
/// a doubtful word there; words with figures are left (figures.h). Whether anything changed.
bool take_surer_words(std::vector<Word>& words, const std::vector<Word>& others);

}  // namespace fonds
