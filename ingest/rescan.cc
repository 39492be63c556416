#include "ingest/rescan.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "base/text.h"

namespace fonds {
namespace {

/// Shorter ones are too often noise.
constexpr std::size_t kLeastLetters = 3;
/// Words compared; longer papers are judged by their beginning.
constexpr std::size_t kMostWords = 600;
/// A text with fewer words says too little.
constexpr std::size_t kFewWords = 8;
constexpr double kLeastShared = 0.7;
/// Share of exchanged words that misreading alone explains.
constexpr double kMisread = 0.01;

using Letters = std::u32string;

/// Folded UTF-8 as code points.
Letters letters_of(std::string_view word) {
  Letters letters;
  for (std::size_t i = 0; i < word.size();) {
    const auto first = static_cast<unsigned char>(word[i]);
    const std::size_t size = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    char32_t letter = size == 1 ? first : first & (0xFFU >> (size + 1));
    for (std::size_t k = 1; k < size && i + k < word.size(); ++k) {
      letter = letter << 6U | (static_cast<unsigned char>(word[i + k]) & 0x3FU);
    }
    letters += letter;
    i += size;
  }
  return letters;
}

bool is_letter(char32_t c) {
  return (c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'z') || (c >= U'а' && c <= U'я');
}

bool is_number(const Letters& word) {
  return std::all_of(word.begin(), word.end(), [](char32_t c) { return c >= U'0' && c <= U'9'; });
}

std::vector<Letters> words_of(std::string_view text) {
  std::vector<Letters> words;
  Letters word;
  const auto end_word = [&] {
    if (word.size() >= kLeastLetters || (word.size() == 2 && is_number(word)))
      words.push_back(word);
    word.clear();
  };
  for (const char32_t c : letters_of(fold(text))) {
    if (is_letter(c)) {
      word += c;
    } else {
      end_word();
    }
    if (words.size() == kMostWords) return words;
  }
  end_word();
  return words;
}

std::size_t edit_distance(const Letters& a, const Letters& b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t k = 0; k <= b.size(); ++k) row[k] = k;
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t k = 0; k < b.size(); ++k) {
      const std::size_t change = diagonal + (a[i] == b[k] ? 0 : 1);
      diagonal = row[k + 1];
      row[k + 1] = std::min({change, row[k] + 1, row[k + 1] + 1});
    }
  }
  return row[b.size()];
}

/// Whether one may be the other misread. Digits are seldom misread, and one of them makes another
/// number.
bool may_be_misread(const Letters& a, const Letters& b) {
  const std::size_t longer = std::max(a.size(), b.size());
  if (is_number(a) && is_number(b)) return false;
  return 3 * edit_distance(a, b) <= longer;
}

/// Spreads the bits of a number (the finish of SplitMix64).
std::uint64_t mixed(std::uint64_t bits) {
  bits = (bits ^ (bits >> 30U)) * 0xBF58476D1CE4E5B9ULL;
  bits = (bits ^ (bits >> 27U)) * 0x94D049BB133111EBULL;
  return bits ^ (bits >> 31U);
}

std::uint64_t number_of(const Letters& word) {
  std::uint64_t number = 0;
  for (const char32_t letter : word) number = mixed(number + letter + 0x9E3779B97F4A7C15ULL);
  return number;
}

/// The least of all words in the order of draw `draw`.
std::uint64_t least_of(const std::vector<Letters>& words, std::uint64_t draw) {
  std::uint64_t least = ~0ULL;
  for (const Letters& word : words) {
    least = std::min(least, mixed(number_of(word) ^ mixed(draw + 1)));
  }
  return least;
}

/// Lengths of the longest common sequences of the tails of both, misread words counted as common.
class Alignment {
 public:
  Alignment(const std::vector<Letters>& a, const std::vector<Letters>& b)
      : a_(a), b_(b), width_(b.size() + 1), best_((a.size() + 1) * width_) {
    for (std::size_t i = a.size(); i-- > 0;) {
      for (std::size_t k = b.size(); k-- > 0;) {
        const auto skip = std::max(at(i + 1, k), at(i, k + 1));
        at(i, k) = equal(i, k) ? static_cast<std::uint16_t>(at(i + 1, k + 1) + 1) : skip;
      }
    }
  }

  Likeness judge() {
    std::size_t common = 0;
    std::vector<std::size_t> left;  // words of the present gap
    std::vector<std::size_t> right;
    const auto end_gap = [&] {
      close_gap(left, right, common);
      left.clear();
      right.clear();
    };
    std::size_t i = 0;
    std::size_t k = 0;
    while (i < a_.size() || k < b_.size()) {
      const bool both = i < a_.size() && k < b_.size();
      if (both && equal(i, k)) {
        end_gap();
        ++common, ++i, ++k;
      } else if (k == b_.size() || (both && at(i + 1, k) >= at(i, k + 1))) {
        left.push_back(i++);
      } else {
        right.push_back(k++);
      }
    }
    end_gap();
    Likeness result;
    result.exchanged = exchanged_;
    result.shared = 2.0 * static_cast<double>(common) / static_cast<double>(a_.size() + b_.size());
    return result;
  }

 private:
  std::uint16_t& at(std::size_t i, std::size_t k) { return best_[i * width_ + k]; }
  [[nodiscard]] bool equal(std::size_t i, std::size_t k) const { return a_[i] == b_[k]; }

  /// Between two common words: pairs that may be misread are common too, in whatever order; whole
  /// other words on both sides are exchanged.
  void close_gap(const std::vector<std::size_t>& left, std::vector<std::size_t> right,
                 std::size_t& common) {
    std::size_t other_left = 0;
    for (const std::size_t i : left) {
      const auto twin = std::find_if(right.begin(), right.end(),
                                     [&](std::size_t k) { return may_be_misread(a_[i], b_[k]); });
      if (twin == right.end()) {
        ++other_left;
        continue;
      }
      ++common;
      right.erase(twin);
    }
    exchanged_ += static_cast<int>(std::min(other_left, right.size()));
  }

  const std::vector<Letters>& a_;
  const std::vector<Letters>& b_;
  std::size_t width_;
  std::vector<std::uint16_t> best_;
  int exchanged_ = 0;
};

}  // namespace

Likeness compare_texts(std::string_view a, std::string_view b) {
  const std::vector<Letters> first = words_of(a);
  const std::vector<Letters> second = words_of(b);
  if (first.size() + second.size() == 0) return {};
  Likeness likeness = Alignment(first, second).judge();
  const std::size_t shorter = std::min(first.size(), second.size());
  const double borne = 1 + kMisread * static_cast<double>(shorter);
  likeness.same_paper =
      shorter >= kFewWords && likeness.shared >= kLeastShared && likeness.exchanged <= borne;
  return likeness;
}

std::vector<int> marks_of(std::string_view text) {
  const std::vector<Letters> words = words_of(text);
  if (words.size() < kFewWords) return {};
  std::vector<int> marks;
  for (std::uint64_t draw = 0; draw < kMarks; ++draw) {
    // Two words together: one alone ("diploma") stands on too many papers.
    const std::uint64_t pair = least_of(words, 2 * draw) ^ (least_of(words, 2 * draw + 1) << 1U);
    marks.push_back(static_cast<int>(draw << 16U | (mixed(pair) & 0xFFFFU)));
  }
  return marks;
}

}  // namespace fonds
