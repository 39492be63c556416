/// Sifting: what is worth reading, and what of the read is writing at all.
///
/// Ornaments, stamps and signatures are read as text by any recogniser. They are told by size and
/// place before, and by confidence and the look of the words after. Threads: pure.
#pragma once

#include <string_view>
#include <vector>

#include "ingest/text_lines.h"
#include "model/page.h"

namespace fonds {

/// The letter height most of the writing has, pixels; 0 without pieces.
int usual_height(const std::vector<Piece>& pieces);

/// False for specks, single marks outside tables and shapes no line of writing has.
bool worth_reading(const Piece& piece, int usual_height);

/// How much `word` looks like a word, a number or a mark of a Russian or Latin text: 0 … 1.
double plausibility(std::string_view word);

/// Whether Latin and Cyrillic letters stand in one word: a sign of text recognised in the wrong
/// language or of a damaged encoding.
bool mixes_scripts(std::string_view word);

/// Confidence of the words weighted by length and plausibility, 0 … 1.
double worth_of(const std::vector<Word>& words);

/// Whether a word of the Russian engine may be a Roman numeral spelt with look-alikes: Ш, ХУП, И!.
bool may_be_roman(std::string_view word);
/// The numeral such a word stands for, letter by letter (П is II, Ш is III); empty when it is none.
std::string roman_of(std::string_view word);
/// Whether `word` is upright strokes only, as I, II and III are read: [, |, |[, ||.
bool is_strokes(std::string_view word);
/// Whether `word` begins with a small Cyrillic letter.
bool begins_small(std::string_view word);
/// Whether `word` is a Roman numeral below forty-nine, as series and ordinals use them.
bool is_roman(std::string_view word);

/// Takes out of the words read from `piece` what is no writing; all of them when the piece is none.
void sift(std::vector<Word>& words, const Piece& piece, int usual_height);

}  // namespace fonds
