#include "registry/ocr_costs.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string_view>

#include "base/data_file.h"
#include "base/messages.h"
#include "registry/letters.h"

namespace fonds {
namespace {

constexpr float kFar = 1e6F;

/// "а:12" or "и>н:3": what stands before the colon, and the number after it.
struct Count {
  std::string_view what;
  double times = 0;
};

Count count_of(std::string_view word, const DataTable& data) {
  const std::size_t colon = word.rfind(':');
  Count count{word.substr(0, colon)};
  const std::string_view digits =
      colon == std::string_view::npos ? std::string_view() : word.substr(colon + 1);
  unsigned times = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), times);
  if (digits.empty() || read.ec != std::errc() || read.ptr != digits.data() + digits.size()) {
    data.refuse(say(tr("'{}' is no count"), word), tr("write the letter, a colon and the number"));
  }
  count.times = times;
  return count;
}

/// "_" stands for a space, which parts the entries.
LetterCode letter_of(std::string_view letter) {
  return letter == "_" ? CodedWord::kSpace : code_letter(letter);
}

std::vector<LetterCode> letters_of(std::string_view word) {
  const CodedWord coded = code_word(word);
  return {coded.begin(), coded.end()};
}

std::pair<std::string_view, std::string_view> sides_of(std::string_view word,
                                                       const DataTable& data) {
  const std::size_t arrow = word.find('>');
  if (arrow == std::string_view::npos) {
    data.refuse(say(tr("'{}' is no confusion"), word),
                tr("write what is printed, > and what is read"));
  }
  return {word.substr(0, arrow), word.substr(arrow + 1)};
}

}  // namespace

struct OcrCosts::Counts {
  using Row = std::array<double, CodedWord::kCodes>;
  std::array<Row, CodedWord::kCodes> prior{};  ///< rate of reading the second for the first
  std::array<Row, CodedWord::kCodes> read{};
  Row printed{};
  Row missed{};
  Row added{};
};

OcrCosts OcrCosts::shipped() {
  return OcrCosts(DataTable::parse(shipped_data("ocr_confusions.toml"), "ocr_confusions.toml"));
}

OcrCosts::OcrCosts(const DataTable& data) {
  data.expect_only({"prior", "alike", "pairs", "measured"});
  const DataTable& prior = data.table("prior");
  prior.expect_only({"alike", "other", "missed", "added", "split", "strength"});
  Counts counts;
  for (auto& row : counts.prior) row.fill(prior.number("other"));
  read_groups(data, counts);
  if (data.has("measured")) read_measured(data.table("measured"), counts);

  const double strength = prior.number("strength");
  double all = 0;
  for (const double printed : counts.printed) all += printed;
  for (std::size_t i = 0; i < CodedWord::kCodes; ++i) {
    const bool gap = i == CodedWord::kSpace || i == CodedWord::kHyphen;
    const double letters = counts.printed[i] + strength;
    for (std::size_t j = 0; j < CodedWord::kCodes; ++j) {
      const double rate = (counts.read[i][j] + strength * counts.prior[i][j]) / letters;
      substitution_[i][j] = i == j ? 0 : static_cast<float>(-std::log(rate));
    }
    const double missed = gap ? prior.number("split") : prior.number("missed");
    missed_[i] = static_cast<float>(-std::log((counts.missed[i] + strength * missed) / letters));
    // Added letters stand between letters: their rate is a share of all letters.
    const double added = gap ? prior.number("split") : prior.number("added");
    const double weight = strength * 10;
    added_[i] = static_cast<float>(-std::log((counts.added[i] + weight * added) / (all + weight)));
  }
  read_pairs(data.table("pairs"));
}

void OcrCosts::read_groups(const DataTable& data, Counts& counts) {
  const DataTable& alike = data.table("alike");
  alike.expect_only({"groups", "folded"});
  const double rate = data.table("prior").number("alike");
  for (const std::string_view group : split_letters(alike.text("groups"), " \n")) {
    const auto letters = letters_of(group);
    for (const LetterCode printed : letters) {
      for (const LetterCode read : letters) counts.prior[printed][read] = rate;
    }
  }
  for (std::size_t i = 0; i < classes_.size(); ++i) classes_[i] = static_cast<LetterCode>(i);
  const std::string folded = alike.text_or("folded", "");
  for (const std::string_view group : split_letters(folded, " \n")) {
    const auto letters = letters_of(group);
    for (const LetterCode each : letters) classes_[each] = letters.front();
  }
}

void OcrCosts::read_measured(const DataTable& data, Counts& counts) {
  data.expect_only({"printed", "read", "missed", "added"});
  const auto each = [&](const char* key, const auto& take) {
    const std::string text = data.text_or(key, "");
    for (const std::string_view word : split_letters(text, " \n")) take(count_of(word, data));
  };
  each("printed",
       [&](const Count& count) { counts.printed[letter_of(count.what)] += count.times; });
  each("missed", [&](const Count& count) { counts.missed[letter_of(count.what)] += count.times; });
  each("added", [&](const Count& count) { counts.added[letter_of(count.what)] += count.times; });
  each("read", [&](const Count& count) {
    const auto [printed, read] = sides_of(count.what, data);
    counts.read[letter_of(printed)][letter_of(read)] += count.times;
  });
}

void OcrCosts::read_pairs(const DataTable& data) {
  data.expect_only({"rate", "both"});
  const auto cost = static_cast<float>(-std::log(data.number("rate")));
  for (const std::string_view word : split_letters(data.text("both"), " \n")) {
    const auto [two, one] = sides_of(word, data);
    const auto letters = letters_of(two);
    if (letters.size() != 2 || code_word(one).size != 1 || pairs_.size() == 254) {
      data.refuse(say(tr("'{}' is no confusion"), word), tr("write two letters, > and one letter"));
    }
    pairs_.push_back({letters[0], letters[1], code_letter(one), cost, cost});
    // Several pairs of the same two letters: the last counts; one is enough for what is read.
    pair_number_[letters[0]][letters[1]] = static_cast<std::uint8_t>(pairs_.size());
  }
}

const OcrCosts::Pair* OcrCosts::pair_at(LetterCode first, LetterCode second) const {
  const std::uint8_t number = pair_number_[first][second];
  return number == 0 ? nullptr : &pairs_[number - 1U];
}

float OcrCosts::distance(const CodedWord& printed, const CodedWord& read, float limit) const {
  if (printed == read) return 0;
  using Row = std::array<float, CodedWord::kMost + 1>;
  // Row by row of `printed`: [i % 3][j] is the cost of reading j letters where i stood.
  std::array<Row, 3> rows;
  rows[0][0] = 0;
  for (std::size_t j = 0; j < read.size; ++j) rows[0][j + 1] = rows[0][j] + added_[read.codes[j]];
  std::array<const Pair*, CodedWord::kMost + 1>
      parted{};  // read as the j-th letter and the one before
  for (std::size_t j = 2; j <= read.size; ++j) {
    parted[j] = pair_at(read.codes[j - 2], read.codes[j - 1]);
  }
  float last_least = 0;
  for (std::size_t i = 1; i <= printed.size; ++i) {
    Row& row = rows[i % 3];
    const Row& above = rows[(i - 1) % 3];
    const Row& higher = rows[(i + 1) % 3];  // i - 2
    const LetterCode letter = printed.codes[i - 1];
    const Pair* joined = i >= 2 ? pair_at(printed.codes[i - 2], letter) : nullptr;
    row[0] = above[0] + missed_[letter];
    float least = row[0];
    for (std::size_t j = 1; j <= read.size; ++j) {
      const LetterCode other = read.codes[j - 1];
      float best = above[j - 1] + substitution_[letter][other];
      best = std::min(best, above[j] + missed_[letter]);
      best = std::min(best, row[j - 1] + added_[other]);
      if (joined != nullptr && joined->one == other) {
        best = std::min(best, higher[j - 1] + joined->joined);
      }
      if (parted[j] != nullptr && parted[j]->one == letter) {
        best = std::min(best, above[j - 2] + parted[j]->parted);
      }
      row[j] = best;
      least = std::min(least, best);
    }
    // A pair reaches over one row: only two rows above the limit settle it.
    if (least > limit && last_least > limit) return kFar;
    last_least = least;
  }
  return rows[printed.size % 3][read.size];
}

}  // namespace fonds
