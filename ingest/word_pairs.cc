#include "ingest/word_pairs.h"

#include <algorithm>

#include "ingest/geometry.h"
#include "ingest/sifting.h"

namespace fonds {
namespace {

constexpr double kDoubtful = 0.6;
/// Two engines are not equally sure of the same: the other must be much surer.
constexpr double kMuch = 0.2;

bool has_figures(const Word& word) {
  return word.text.find_first_of("0123456789") != std::string::npos;
}

bool are_as_long(const Box& a, const Box& b) {
  constexpr int kPercent = 80;
  return 100 * intersection(a, b).width >= kPercent * std::max(a.width, b.width);
}

/// Less strictly: the engine's boxes often reach over the space before a word.
bool are_at_one_place(const Box& a, const Box& b) {
  constexpr int kOfShorter = 80;
  constexpr int kOfLonger = 75;
  const int shared = 100 * intersection(a, b).width;
  return shared >= kOfShorter * std::min(a.width, b.width) &&
         shared >= kOfLonger * std::max(a.width, b.width);
}

double worth(const Word& word) { return word.confidence * plausibility(word.text); }

}  // namespace

const Word* same_place(const Word& word, const std::vector<Word>& others) {
  const auto found = std::find_if(others.begin(), others.end(), [&](const Word& other) {
    return are_as_long(word.box, other.box);
  });
  return found == others.end() ? nullptr : &*found;
}

std::optional<Word> read_at_place(const Word& word, const std::vector<Word>& others) {
  std::optional<Word> whole;
  for (const Word& other : others) {
    if (2 * intersection(word.box, other.box).width <= other.box.width) continue;
    if (!whole) {
      whole = other;
      continue;
    }
    whole->text += other.text;
    whole->box = hull(whole->box, other.box);
    whole->confidence = std::min(whole->confidence, other.confidence);
  }
  if (whole && !are_at_one_place(word.box, whole->box)) return std::nullopt;
  return whole;
}

bool take_surer_words(std::vector<Word>& words, const std::vector<Word>& others) {
  bool changed = false;
  for (Word& word : words) {
    if (word.confidence >= kDoubtful || has_figures(word)) continue;
    const Word* other = same_place(word, others);
    if (other == nullptr || worth(*other) < worth(word) + kMuch) continue;
    word.text = other->text;
    word.confidence = other->confidence;
    changed = true;
  }
  return changed;
}

}  // namespace fonds
