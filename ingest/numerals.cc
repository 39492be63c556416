#include "ingest/numerals.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "ingest/fuzzy.h"
#include "ingest/sifting.h"
#include "ingest/strokes.h"
#include "registry/letters.h"

namespace fonds {
namespace {

/// As sure as a numeral is that stands where one must.
constexpr double kInItsPlace = 0.85;

int bottom(const Box& box) { return box.top + box.height; }
int right(const Box& box) { return box.left + box.width; }
int centre(const Box& box) { return box.left + box.width / 2; }

constexpr std::array<std::string_view, 5> kPlaceWords{"место", "степени", "степень", "премии",
                                                      "премия"};

bool is_place_word(std::string_view word) {
  return std::find(kPlaceWords.begin(), kPlaceWords.end(), fold(word)) != kPlaceWords.end();
}

/// The same with a letter misread: етепени.
bool is_nearly_place_word(std::string_view word) {
  const auto characters = characters_of(fold(word));
  return std::any_of(kPlaceWords.begin(), kPlaceWords.end(), [&](std::string_view known) {
    const auto letters = characters_of(known);
    return letters.size() == characters.size() && edit_distance(letters, characters, 1) <= 1;
  });
}

/// Whether `word` says by itself which numeral it is.
bool is_numeral(std::string_view word) {
  const bool figures = !word.empty() && word.find_first_not_of("0123456789") == std::string::npos;
  return figures || is_roman(word) || !roman_of(word).empty();
}

/// The room of the word `at` a letter's height to both sides, but not into its neighbours: the
/// engine's boxes may cut off outer strokes.
Box room_of(const ReadPiece& read, std::size_t at) {
  const std::vector<Word>& words = read.words;
  Box room = words[at].box;
  int from = room.left - read.piece.height;
  if (at > 0) from = std::max(from, right(words[at - 1].box) + 1);
  const int end = std::min(right(room) + read.piece.height, words[at + 1].box.left);
  const int left = std::min(room.left, from);
  room.width = std::max(end, right(room)) - left;
  room.left = left;
  return room;
}

bool is_place_word(const ReadPiece& read) {
  return read.words.size() == 1 && is_place_word(read.words[0].text);
}

/// Whether `numeral` is as large as a numeral may be beside `word`, and as narrow.
bool may_be_numeral(const Piece& numeral, const Piece& word) {
  constexpr int kMostLetters = 3;
  constexpr int kLargest = 8;  // heights of the word
  // The frame of a sheet and the rules under its blanks look like a cell, too.
  const bool same_cell = !numeral.in_table || (word.in_table && numeral.cell == word.cell);
  return same_cell && numeral.letters <= kMostLetters && 10 * numeral.height >= 7 * word.height &&
         numeral.height <= kLargest * word.height && numeral.box.width <= 3 * numeral.box.height;
}

/// Over the word, in the middle of it or where it begins.
bool stands_over(const Piece& numeral, const Piece& word) {
  constexpr double kFarthest = 2.5;  // heights of the larger
  const int gap = word.box.top - bottom(numeral.box);
  const int height = std::max(numeral.height, word.height);
  const int at = centre(numeral.box);
  return gap > -word.height / 2 && gap <= kFarthest * height &&
         at >= word.box.left - word.height / 2 && at <= right(word.box) + word.height / 2;
}

/// To the left in the same row, however wide the space.
bool stands_before(const Piece& numeral, const Piece& word) {
  constexpr int kFarthest = 4;  // heights of the larger
  const int gap = word.box.left - right(numeral.box);
  const int middle = word.box.top + word.box.height / 2;
  return gap > -word.height / 2 && gap <= kFarthest * std::max(numeral.height, word.height) &&
         middle >= numeral.box.top && middle <= bottom(numeral.box);
}

/// 1 … 3 in figures, from the engine that knows them.
bool is_figure(const std::vector<Word>& words) {
  constexpr double kSure = 0.6;
  return words.size() == 1 && words[0].confidence >= kSure && words[0].text.size() == 1 &&
         words[0].text[0] >= '1' && words[0].text[0] <= '3';
}

/// What `piece` says, read as a numeral; empty when it is none.
std::string numeral_of(const ReadPiece& read, Recogniser& recogniser,
                       const std::string& languages) {
  const Piece& piece = read.piece;
  if (const std::size_t strokes = strokes_in(piece.box, piece.height, read.view->ink)) {
    return std::string(strokes, 'I');
  }
  std::vector<Word> words = read.words;
  if (words.empty()) words = read_piece(*read.view, piece, recogniser, languages);
  if (is_figure(words)) return words[0].text;
  return words.size() == 1 ? roman_of(words[0].text) : std::string();
}

/// The strokes of the word `at`, whatever it was read as, where «место» or «степени» follows: no
/// other word of up to three letters there is nothing but straight strokes.
std::size_t numeral_strokes(const ReadPiece& read, std::size_t at) {
  constexpr std::size_t kMostLetters = 3;
  if (!stands_before_place(read.words, at)) return 0;
  const Word& word = read.words[at];
  if (is_numeral(word.text) || characters_of(word.text).size() > kMostLetters) return 0;
  const std::size_t strokes = straight_strokes(room_of(read, at), read.piece.height,
                                               read.view->flat, read.view->levels.any);
  // A mark of exclamation has one stroke, too.
  return strokes == 1 && word.text == "!" ? 0 : strokes;
}

}  // namespace

std::size_t strokes_in(const Box& box, int letters, const Ink& ink) {
  constexpr std::size_t kMost = 3;
  const int height = std::min(box.height, letters);
  std::size_t strokes = 0;
  for (const Box& part : ink.parts) {
    // The engine's boxes may cut through the outer strokes.
    const Box shared = intersection(part, {box.left - 2, box.top, box.width + 4, box.height});
    if (shared.width == 0 || 10 * shared.height < 6 * height) continue;
    if (10 * part.width > 6 * part.height) return 0;
    ++strokes;
  }
  return strokes <= kMost ? strokes : 0;
}

bool stands_before_word(const std::vector<Word>& words, std::size_t at) {
  if (at + 1 >= words.size()) return false;
  const std::string& next = words[at + 1].text;
  // «Место» with one capital is the label of a column.
  return begins_small(next) || (is_all_capitals(next) && is_place_word(next));
}

bool stands_before_place(const std::vector<Word>& words, std::size_t at) {
  if (at + 1 >= words.size()) return false;
  const std::string& next = words[at + 1].text;
  // «Место» with one capital is the label of a column.
  return (begins_small(next) || is_all_capitals(next)) && is_nearly_place_word(next);
}

void count_strokes(ReadPiece& read) {
  constexpr double kUnsure = 0.6;
  if (read.piece.in_table) return;
  for (std::size_t i = 0; i < read.words.size(); ++i) {
    Word& word = read.words[i];
    if (const std::size_t straight = numeral_strokes(read, i)) {
      word.text = std::string(straight, 'I');
      word.confidence = std::max(word.confidence, kUnsure);
      continue;
    }
    if (!is_strokes(word.text) && word.text != "!") continue;
    if (is_roman(word.text)) continue;
    if (!stands_before_word(read.words, i)) continue;
    const std::size_t ones = strokes_in(word.box, read.piece.height, read.view->ink);
    // A mark of exclamation has one stroke, too.
    if (ones < (word.text == "!" ? 2U : 1U)) continue;
    word.text = std::string(ones, 'I');
    word.confidence = std::max(word.confidence, kUnsure);
  }
}

void read_lone_numerals(std::vector<ReadPiece>& read, Recogniser& recogniser,
                        const std::string& languages) {
  for (const ReadPiece& word : read) {
    if (!is_place_word(word)) continue;
    for (ReadPiece& other : read) {
      if (&other == &word || other.words.size() > 1) continue;
      const Piece& piece = other.piece;
      if (!may_be_numeral(piece, word.piece)) continue;
      if (!stands_over(piece, word.piece) && !stands_before(piece, word.piece)) continue;
      std::string numeral = numeral_of(other, recogniser, languages);
      if (numeral.empty()) continue;
      other.words = {{std::move(numeral), piece.box, kInItsPlace}};
    }
  }
}

}  // namespace fonds
