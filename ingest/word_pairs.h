/// word_pairs: one line read by two engines, word by word.
///
/// Threads: pure.
#pragma once

#include <optional>
#include <vector>

#include "model/page.h"

namespace fonds {

/// The word of `others` that stands where `word` does and is as long; null when none is. Boxes in
/// one frame.
const Word* same_place(const Word& word, const std::vector<Word>& others);

/// All that `others` read where `word` stands, as one word: what is «№12» to one engine is «№» and
/// «12» to another. Null when that is not about as long. Boxes in one frame.
std::optional<Word> read_at_place(const Word& word, const std::vector<Word>& others);

/// Puts into `words` those of `others` at the same place that are much surer of what they say than
/// a doubtful word there; words with figures are left (figures.h). Whether anything changed.
bool take_surer_words(std::vector<Word>& words, const std::vector<Word>& others);

}  // namespace fonds
