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

double worth(const Word& word) { return word.confidence * plausibility(word.text); }

}  // namespace

const Word* same_place(const Word& word, const std::vector<Word>& others) {
  constexpr int kPercent = 80;
  for (const Word& other : others) {
    const int shared = intersection(word.box, other.box).width;
    if (100 * shared >= kPercent * std::max(word.box.width, other.box.width)) return &other;
  }
  return nullptr;
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
