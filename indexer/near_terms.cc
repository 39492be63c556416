#include "indexer/near_terms.h"

#include <algorithm>
#include <array>
#include <utility>

#include "registry/coded_word.h"

namespace fonds {
namespace {

constexpr std::size_t kMostSteps = 40'000;  ///< terms looked at or leapt to
constexpr std::size_t kLongestWord = 40;    ///< letters

using Letters = std::vector<unsigned>;

Letters letters_of(std::string_view text) {
  const std::string bytes(text);
  return {Xapian::Utf8Iterator(bytes), Xapian::Utf8Iterator()};
}

/// Rows of the keyboard, ЙЦУКЕН: neighbours are exchanged by a slip of the finger.
constexpr std::array<std::u32string_view, 3> kKeyRows{U"йцукенгшщзхъ", U"фывапролджэ",
                                                      U"ячсмитьбю"};

bool are_neighbours(unsigned a, unsigned b) {
  for (const std::u32string_view row : kKeyRows) {
    const std::size_t at = row.find(static_cast<char32_t>(a));
    if (at == std::u32string_view::npos) continue;
    const std::size_t other = row.find(static_cast<char32_t>(b));
    return other != std::u32string_view::npos && (at > other ? at - other : other - at) == 1;
  }
  return false;
}

LetterCode code_of(unsigned letter) {
  std::string text;
  Xapian::Unicode::append_utf8(text, letter);
  return code_letter(text);
}

/// Costs of making the letters of a term, one row a letter, out of all beginnings of a word.
class Table {
 public:
  Table(const Letters& word, const MistakeCosts& costs) : word_(word), costs_(costs) {
    std::vector<float> first(word.size() + 1, 0);
    for (std::size_t j = 1; j < first.size(); ++j) first[j] = first[j - 1] + added(j);
    rows_.push_back(std::move(first));
  }

  /// Keeps the rows of the first `letters` letters.
  void keep(std::size_t letters) {
    term_.resize(letters);
    rows_.resize(letters + 1);
  }

  void append(unsigned letter) {
    term_.push_back(letter);
    const std::size_t i = term_.size();
    const std::vector<float>& above = rows_[i - 1];
    std::vector<float> row(word_.size() + 1);
    row[0] = above[0] + lost(i, 0);
    for (std::size_t j = 1; j < row.size(); ++j) {
      const float start = i == 1 && j == 1 ? MistakeCosts::kAtTheStart : 1;
      row[j] = above[j - 1] + start * costs_.exchanged(word_[j - 1], letter);
      row[j] = std::min({row[j], above[j] + lost(i, j), row[j - 1] + added(j)});
      if (i > 1 && j > 1 && word_[j - 1] == term_[i - 2] && word_[j - 2] == term_[i - 1]) {
        row[j] = std::min(row[j], rows_[i - 2][j - 2] + MistakeCosts::kSwapped);
      }
    }
    rows_.push_back(std::move(row));
  }

  [[nodiscard]] std::size_t size() const { return term_.size(); }
  [[nodiscard]] const Letters& term() const { return term_; }
  [[nodiscard]] float cost() const { return rows_.back().back(); }
  /// The least that any term with these letters first can cost.
  [[nodiscard]] float least() const {
    float least = *std::min_element(rows_.back().begin(), rows_.back().end());
    if (rows_.size() > 1) {  // two letters may still be exchanged
      const std::vector<float>& above = rows_[rows_.size() - 2];
      least =
          std::min(least, *std::min_element(above.begin(), above.end()) + MistakeCosts::kSwapped);
    }
    return least;
  }

 private:
  /// The word has a letter more than the term.
  [[nodiscard]] float added(std::size_t j) const {
    if (j == 1) return MistakeCosts::kAdded * MistakeCosts::kAtTheStart;
    return word_[j - 1] == word_[j - 2] ? MistakeCosts::kDoubled : MistakeCosts::kAdded;
  }
  /// The term has a letter more.
  [[nodiscard]] float lost(std::size_t i, std::size_t j) const {
    if (i == 1 && j == 0) return MistakeCosts::kLost * MistakeCosts::kAtTheStart;
    const bool doubled = i > 1 && term_[i - 1] == term_[i - 2];
    return doubled ? MistakeCosts::kDoubled : MistakeCosts::kLost;
  }

  const Letters& word_;
  const MistakeCosts& costs_;
  Letters term_;
  std::vector<std::vector<float>> rows_;
};

/// The first text after all those that begin with the letters.
std::string behind(std::string_view prefix, const Letters& letters) {
  std::string text(prefix);
  for (std::size_t i = 0; i < letters.size(); ++i) {
    Xapian::Unicode::append_utf8(text, letters[i] + (i + 1 == letters.size() ? 1 : 0));
  }
  return text;
}

bool nearer(const NearTerm& a, const NearTerm& b) {
  if (a.cost != b.cost) return a.cost < b.cost;
  return a.documents != b.documents ? a.documents > b.documents : a.word < b.word;
}

}  // namespace

MistakeCosts::MistakeCosts(const OcrCosts& ocr) : ocr_(ocr) {}

float MistakeCosts::exchanged(unsigned typed, unsigned held) const {
  if (typed == held) return 0;
  constexpr float kNoConfusion = 9.9F;  // of OcrCosts: recognisers do not make it
  constexpr float kLeast = 0.5F;
  constexpr float kNeighbours = 0.8F;
  const float read = ocr_.substitution(code_of(typed), code_of(held)) / kNoConfusion;
  const float slip = are_neighbours(typed, held) ? kNeighbours : 1;
  return std::clamp(std::min(read, slip), kLeast, 1.0F);
}

float allowed_cost(std::size_t letters) {
  constexpr std::size_t kShort = 4;
  constexpr std::size_t kLong = 8;
  if (letters < kShort) return 0;
  return letters < kLong ? 1.0F : 1.8F;
}

std::vector<NearTerm> near_terms(const Xapian::Database& database, std::string_view prefix,
                                 std::string_view word, const MistakeCosts& costs, float limit,
                                 std::size_t most) {
  const Letters wanted = letters_of(word);
  std::vector<NearTerm> found;
  if (wanted.empty() || wanted.size() > kLongestWord || limit <= 0) return found;
  Table table(wanted, costs);
  const std::string start(prefix);
  auto term = database.allterms_begin(start);
  const auto end = database.allterms_end(start);
  for (std::size_t steps = 0; term != end && steps < kMostSteps; ++steps) {
    const std::string held = (*term).substr(prefix.size());
    if (prefix.empty() && held.front() >= 'A' && held.front() <= 'Z') {
      term.skip_to("[");  // terms of fields: their prefixes are capitals
      continue;
    }
    const Letters letters = letters_of(held);
    const auto same =
        std::mismatch(table.term().begin(), table.term().end(), letters.begin(), letters.end());
    table.keep(static_cast<std::size_t>(same.first - table.term().begin()));
    bool near = table.least() <= limit;
    while (near && table.size() < letters.size()) {
      table.append(letters[table.size()]);
      near = table.least() <= limit;
    }
    if (!near) {
      term.skip_to(behind(prefix, table.term()));
      continue;
    }
    if (table.cost() <= limit && held != word) {
      found.push_back({held, table.cost(), term.get_termfreq()});
    }
    ++term;
  }
  std::sort(found.begin(), found.end(), nearer);
  if (found.size() > most) found.resize(most);
  return found;
}

}  // namespace fonds
