/// OcrCosts: how dear it is to believe that one word was printed and another was read.
///
/// Costs are natural logarithms of improbability: 0 for a letter read right, about 6 for a
/// confusion recognisers make, 9 for one they do not. The counts come from
/// config/ocr_confusions.toml. Threads: immutable after loading. Faults:  usage (a count that
/// cannot be read, with its line).
#pragma once

#include <array>
#include <vector>

#include "registry/coded_word.h"

namespace fonds {

class DataTable;

class OcrCosts {
 public:
  static OcrCosts shipped();
  explicit OcrCosts(const DataTable& data);

  /// The least cost of reading `read` where `printed` stood; any value above `limit` once it is
  /// sure to be above.
  [[nodiscard]] float distance(const CodedWord& printed, const CodedWord& read, float limit) const;
  [[nodiscard]] float substitution(LetterCode printed, LetterCode read) const {
    return substitution_[printed][read];
  }
  /// By letter: the one that stands for all that are often taken for each other (search keys).
  [[nodiscard]] const std::array<LetterCode, CodedWord::kCodes>& classes() const {
    return classes_;
  }

 private:
  /// Two letters taken for one, or one for two.
  struct Pair {
    LetterCode first;
    LetterCode second;
    LetterCode one;
    float joined;  ///< printed two, read one
    float parted;  ///< printed one, read two
  };
  struct Counts;
  void read_groups(const DataTable& data, Counts& counts);
  void read_measured(const DataTable& data, Counts& counts);
  void read_pairs(const DataTable& data);
  [[nodiscard]] const Pair* pair_at(LetterCode first, LetterCode second) const;

  std::array<std::array<float, CodedWord::kCodes>, CodedWord::kCodes> substitution_{};
  std::array<float, CodedWord::kCodes> missed_{};
  std::array<float, CodedWord::kCodes> added_{};
  std::array<LetterCode, CodedWord::kCodes> classes_{};
  std::vector<Pair> pairs_;
  std::array<std::array<std::uint8_t, CodedWord::kCodes>, CodedWord::kCodes> pair_number_{};
};

}  // namespace fonds
