/// Numerals of strokes: I, II and III, which no engine tells from bars and letters by themselves.
///
/// Strokes are counted in the ink, and only where a word says that a numeral stands there. Frame:
/// the prepared picture. Threads: as Recogniser.
#pragma once

#include <string>
#include <vector>

#include "ingest/page_view.h"

namespace fonds {

/// How many upright strokes stand in `box`; 0 when anything else does, or more than a III has. The
/// engine's boxes may be as high as the whole line: strokes are measured by its `letters`.
std::size_t strokes_in(const Box& box, int letters, const Ink& ink);

/// Whether behind the word `at` a small word goes on, or МЕСТО, СТЕПЕНИ. Elsewhere a stroke may be
/// a rule, a bracket, an «и».
bool stands_before_word(const std::vector<Word>& words, std::size_t at);

/// Whether behind the word `at` МЕСТО or СТЕПЕНИ stands, a letter of it misread or not.
bool stands_before_place(const std::vector<Word>& words, std::size_t at);

/// Makes words read as mere strokes before a small word (| место) the numerals they are, where the
/// strokes stand apart. Before anything is compared or sifted: a stroke counts for nothing there.
void count_strokes(ReadPiece& read);

/// Reads the numerals that stand by themselves over or before a line that is nothing but «МЕСТО» or
/// «СТЕПЕНИ», in whatever size: a single stroke is writing nowhere else.
void read_lone_numerals(std::vector<ReadPiece>& read, Recogniser& recogniser,
                        const std::string& languages);

}  // namespace fonds
