/// Figures: what several engines read of one number, brought together.
///
/// The Russian engine has З, Э and Л to tell from figures, too: it takes a 3 for a 5, an 8 or two
/// figures, and loses one of two ones and the stops of a date. The display model (display_model.h)
/// and the Latin engine, over the whole line, know figures better and letters worse. What two of
/// the three read is taken. Measured for the Latin engine alone on 570 numbers of 187 worn papers
/// in forty types, read by both: as many figures in both but not the same: the Latin one right 29
/// times, the Russian once, neither 5 times; figures more or fewer: see `kSurer` in figures.cc.
/// Threads: pure.
#pragma once

#include <string>
#include <vector>

#include "model/page.h"

namespace fonds {

/// Whether a line of the Russian engine has numbers worth a second opinion.
bool has_numbers(const std::vector<Word>& words);

/// Whether the numbers of `words` have the same figures in `others`, the same line read by another
/// engine: no third opinion is needed. Boxes in one frame.
bool same_figures(const std::vector<Word>& words, const std::vector<Word>& others);

/// Puts into `words` the figures that `display` and `latin`, the same line read by those two, know
/// better; one of them may be empty. Boxes in one frame. Whether anything changed.
bool take_figures(std::vector<Word>& words, const std::vector<Word>& display,
                  const std::vector<Word>& latin);

/// Of a line that is already the display model's: puts into `words` the figures that `russian` and
/// `latin` read alike and otherwise than it. Boxes in one frame. Whether anything changed.
bool take_figures_of_two(std::vector<Word>& words, const std::vector<Word>& russian,
                         const std::vector<Word>& latin);

/// Puts into `word`, read as a single figure above three where a place stands, the 1, 2 or 3 that
/// the display model reads: the Russian engine takes a 3 for a 5. Without the Latin engine's word
/// for it only when it is sure, and then it is told as doubtful. Whether anything changed.
bool take_place_figure(Word& word, const std::vector<Word>& display,
                       const std::vector<Word>& latin);

}  // namespace fonds
