#include "support/paper_match.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include "base/text.h"
#include "registry/letters.h"

namespace fonds {
namespace {

/// Code points of a folded word, as comparable pieces.
std::vector<std::string_view> letters_of(std::string_view word) {
  std::vector<std::string_view> letters;
  while (!word.empty()) {
    const std::size_t bytes = std::min(letter_bytes(word.front()), word.size());
    letters.push_back(word.substr(0, bytes));
    word.remove_prefix(bytes);
  }
  return letters;
}

std::size_t edits_between(std::string_view a, std::string_view b) {
  const auto from = letters_of(a);
  const auto to = letters_of(b);
  std::vector<std::size_t> row(to.size() + 1);
  for (std::size_t j = 0; j <= to.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= from.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= to.size(); ++j) {
      const std::size_t change = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({change, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row.back();
}

/// What stands between the first and the last quote; empty without quotes.
std::string_view quoted(std::string_view text) {
  static constexpr std::string_view kOpen = "«";
  static constexpr std::string_view kClose = "»";
  const auto from = text.find(kOpen);
  const auto to = text.rfind(kClose);
  if (from == std::string_view::npos || to == std::string_view::npos || to < from) return {};
  return text.substr(from + kOpen.size(), to - from - kOpen.size());
}

bool begins_alike(std::string_view a, std::string_view b, std::size_t letters) {
  const auto x = letters_of(a);
  const auto y = letters_of(b);
  const std::size_t wanted = std::min({letters, x.size(), y.size()});
  return std::equal(x.begin(), x.begin() + static_cast<std::ptrdiff_t>(wanted), y.begin());
}

bool is_digit_like(std::string_view letter, char& digit) {
  static constexpr struct {
    std::string_view letter;
    char digit;
  } kLike[]{{"о", '0'}, {"o", '0'}, {"l", '1'}, {"i", '1'}, {"і", '1'}, {"з", '3'}};
  for (const auto& like : kLike) {
    if (like.letter != letter) continue;
    digit = like.digit;
    return true;
  }
  return false;
}

}  // namespace

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  const std::string folded = fold(fold_lookalikes(text));
  for (const std::string_view letter : letters_of(folded)) {
    const bool ascii = letter.size() == 1;
    const bool kept =
        ascii ? std::isalnum(static_cast<unsigned char>(letter[0])) != 0 : has_cyrillic(letter);
    if (kept) {
      word += letter;
    } else if (!word.empty()) {
      words.push_back(std::exchange(word, {}));
    }
  }
  if (!word.empty()) words.push_back(word);
  return words;
}

bool is_same_word(std::string_view a, std::string_view b, bool noisy) {
  if (a == b) return true;
  if (!noisy) return false;
  const std::size_t longer = std::max(count_letters(a), count_letters(b));
  return longer >= 3 && edits_between(a, b) <= 1 + longer / 6;
}

double likeness(const std::vector<std::string>& a, const std::vector<std::string>& b, bool noisy) {
  if (a.empty() || b.empty()) return 0;
  std::vector<std::string> left = b;
  std::size_t shared = 0;
  for (const std::string& word : a) {
    const auto found = std::find_if(left.begin(), left.end(), [&](const std::string& other) {
      return is_same_word(word, other, noisy);
    });
    if (found == left.end()) continue;
    left.erase(found);
    ++shared;
  }
  return 2.0 * static_cast<double>(shared) / static_cast<double>(a.size() + b.size());
}

bool is_same_title(std::string_view answer, std::string_view truth, bool noisy) {
  static constexpr double kEnough = 0.8;
  for (const std::string_view a : {answer, quoted(answer)}) {
    for (const std::string_view t : {truth, quoted(truth)}) {
      if (likeness(words_of(a), words_of(t), noisy) >= kEnough) return true;
    }
  }
  return false;
}

bool is_same_number(std::string_view answer, std::string_view truth, bool noisy) {
  const auto key = [noisy](std::string_view text) {
    std::string joined;
    for (const std::string& word : words_of(text)) {
      for (const std::string_view letter : letters_of(word)) {
        char digit = 0;
        if (noisy && is_digit_like(letter, digit)) {
          joined += digit;
        } else {
          joined += letter;
        }
      }
    }
    return joined;
  };
  return key(answer) == key(truth);
}

bool is_same_name(std::string_view answer, std::string_view truth, bool noisy) {
  const auto a = words_of(answer);
  const auto t = words_of(truth);
  return a.size() == t.size() && likeness(a, t, noisy) == 1.0;
}

bool may_be_same_person(std::string_view answer, std::string_view nominative, bool noisy) {
  static constexpr std::size_t kBeginning = 4;
  std::vector<std::string> left = words_of(nominative);
  std::size_t alike = 0;
  bool whole_word = false;
  for (const std::string& word : words_of(answer)) {
    const auto found = std::find_if(left.begin(), left.end(), [&](const std::string& other) {
      return begins_alike(word, other, kBeginning) || is_same_word(word, other, noisy);
    });
    if (found == left.end()) continue;
    whole_word = whole_word || std::min(count_letters(word), count_letters(*found)) > 1;
    left.erase(found);
    ++alike;
  }
  return whole_word && alike >= 2;
}

}  // namespace fonds
