/// Figures: what two engines read of one number, brought together.
///
/// The Russian engine has З, Э and Л to tell from figures, too: it takes a 3 for a 5, an 8 or two
/// figures, and loses one of two ones and the stops of a date; the Latin engine, over the whole
/// line, knows figures better and letters not at all. Measured on 570 numbers of 187 worn papers in
/// forty types, read by both: as many figures in both but not the same: the Latin one right 29
/// times, the Russian once, neither 5 times; figures more or fewer: see `kSurer` in figures.cc.
/// Threads: pure.
#pragma once

#include <string>
#include <vector>

#include "model/page.h"

namespace fonds {

/// Whether a line of the Russian engine has numbers worth a second opinion.
bool has_numbers(const std::vector<Word>& words);

/// Puts into `words` the figures that `latin`, the same line read by the Latin engine, knows
/// better. Boxes in one frame. Whether anything changed.
bool take_figures(std::vector<Word>& words, const std::vector<Word>& latin);

}  // namespace fonds
