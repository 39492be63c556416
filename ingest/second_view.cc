#include "ingest/second_view.h"

#include <algorithm>
#include <iterator>

#include "base/text.h"
#include "ingest/sifting.h"

namespace fonds {
namespace {

constexpr double kReadWell = 0.85;
/// A line that stands where nothing was read must read well, or ornaments would be added.
constexpr double kNewLine = 0.6;
constexpr double kClearly = 0.03;
/// What takes the place of words must hold most of what they say.
constexpr double kMost = 0.75;
constexpr int kFewestLetters = 3;

/// A word of the first view that stands where a piece of the second does.
struct Rival {
  std::size_t piece = 0;  ///< in the list of the first view
  std::size_t word = 0;
};

bool stands_in(const Box& word, const Box& piece) {
  const int x = word.left + word.width / 2;
  const int y = word.top + word.height / 2;
  const int slack = piece.height / 4;
  return x >= piece.left - slack && x <= piece.left + piece.width + slack &&
         y >= piece.top - slack && y <= piece.top + piece.height + slack;
}

std::vector<Rival> rivals_of(const Box& box, const std::vector<ReadPiece>& read) {
  std::vector<Rival> rivals;
  for (std::size_t i = 0; i < read.size(); ++i) {
    for (std::size_t k = 0; k < read[i].words.size(); ++k) {
      if (stands_in(read[i].words[k].box, box)) rivals.push_back({i, k});
    }
  }
  return rivals;
}

std::vector<Word> words_of(const std::vector<Rival>& rivals, const std::vector<ReadPiece>& read) {
  std::vector<Word> words;
  words.reserve(rivals.size());
  for (const Rival& rival : rivals) words.push_back(read[rival.piece].words[rival.word]);
  return words;
}

/// How much the words say: characters, each counted as sure as it is.
double weight_of(const std::vector<Word>& words) {
  double characters = 0;
  for (const Word& word : words) characters += static_cast<double>(count_characters(word.text));
  return characters * worth_of(words);
}

/// The widest stretch of `box` along its line over which no word stands that was read at all.
int widest_gap(const Box& box, const std::vector<Word>& words) {
  constexpr double kRead = 0.4;
  std::vector<Box> boxes;
  for (const Word& word : words) {
    if (word.confidence >= kRead) boxes.push_back(word.box);
  }
  std::sort(boxes.begin(), boxes.end(), [](const Box& a, const Box& b) { return a.left < b.left; });
  int end = box.left;
  int widest = 0;
  for (const Box& word : boxes) {
    widest = std::max(widest, word.left - end);
    end = std::max(end, word.left + word.width);
  }
  return std::max(widest, box.left + box.width - end);
}

/// The piece whose words, read well, stand on both sides or on one of `box`, in its row; null when
/// none do.
ReadPiece* line_around(const Box& box, const std::vector<Rival>& rivals,
                       std::vector<ReadPiece>& read) {
  for (const Rival& rival : rivals) {
    ReadPiece& line = read[rival.piece];
    const Box shared = intersection(line.piece.box, box);
    const int height = std::min(line.piece.box.height, box.height);
    if (worth_of(line.words) >= kReadWell && 10 * shared.height >= 7 * height) return &line;
  }
  return nullptr;
}

/// Takes the rivals out, and what is left beside them of a line that was disturbed there: what
/// reads no better than an ornament is the stamp's own.
void take_out(const std::vector<Rival>& rivals, std::vector<ReadPiece>& read) {
  // From the last to the first, so that the places before stay what they are.
  for (auto rival = rivals.rbegin(); rival != rivals.rend(); ++rival) {
    auto& words = read[rival->piece].words;
    words.erase(words.begin() + static_cast<std::ptrdiff_t>(rival->word));
  }
  for (const Rival& rival : rivals) {
    std::erase_if(read[rival.piece].words,
                  [](const Word& word) { return word.confidence < kNewLine; });
  }
}

/// Words found inside a line go where they stand in it.
void join(std::vector<Word>& line, std::vector<Word> found) {
  std::move(found.begin(), found.end(), std::back_inserter(line));
  std::stable_sort(line.begin(), line.end(),
                   [](const Word& a, const Word& b) { return a.box.left < b.box.left; });
}

bool is_better(const std::vector<Word>& words, const std::vector<Word>& rivals) {
  if (words.empty()) return false;
  if (rivals.empty()) return worth_of(words) >= kNewLine;
  constexpr double kMore = 1.15;  // a word more than the rivals say, read as well
  if (worth_of(words) >= std::max(kReadWell, worth_of(rivals) - kClearly) &&
      weight_of(words) >= kMore * weight_of(rivals)) {
    return true;
  }
  return worth_of(words) >= std::max(kNewLine, worth_of(rivals) + kClearly) &&
         weight_of(words) >= kMost * weight_of(rivals);
}

/// Stamps and seals are 15 to 60 mm across and not long strips: letters that touch one become part
/// of it, and no line is found there at all.
bool is_stamp_sized(const Box& box, int dpi) {
  const double least = 25.4 * std::min(box.width, box.height) / dpi;  // millimetres
  const double most = 25.4 * std::max(box.width, box.height) / dpi;
  return least >= 15 && most <= 60 && most <= 3 * least;
}

}  // namespace

bool is_disturbed(const std::vector<ReadPiece>& read, int usual_height,
                  const std::vector<Box>& pictures, int dpi) {
  const auto stamp = [&](const Box& box) { return is_stamp_sized(box, dpi); };
  if (std::any_of(pictures.begin(), pictures.end(), stamp)) return true;
  return std::any_of(read.begin(), read.end(), [&](const ReadPiece& each) {
    const bool text_sized =
        each.piece.letters >= kFewestLetters && 100 * each.piece.height >= 45 * usual_height;
    return text_sized && worth_of(each.words) < kReadWell;
  });
}

bool add_black_ink(std::vector<ReadPiece>& read, const PageView& black,
                   const std::function<void(ReadPiece&)>& read_words) {
  std::vector<ReadPiece> added;
  bool joined = false;
  for (const Piece& piece : black.pieces) {
    if (piece.letters < kFewestLetters || !worth_reading(piece, black.usual)) continue;
    const std::vector<Rival> rivals = rivals_of(piece.box, read);
    const std::vector<Word> known = words_of(rivals, read);
    // A gap wider than a space may hold a word that the first view does not show.
    constexpr int kSpace = 2;  // heights of letters
    const bool whole = widest_gap(piece.box, known) <= kSpace * piece.height;
    if (worth_of(known) >= kReadWell && whole) continue;
    ReadPiece found{piece, {}, &black};
    read_words(found);
    sift(found.words, piece, black.usual);
    if (!is_better(found.words, known)) continue;
    take_out(rivals, read);
    if (ReadPiece* line = line_around(piece.box, rivals, read)) {
      join(line->words, std::move(found.words));
      joined = true;
    } else {
      added.push_back(std::move(found));
    }
  }
  read.insert(read.end(), added.begin(), added.end());
  return joined || !added.empty();
}

}  // namespace fonds
