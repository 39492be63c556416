/// TextGenerator invents Russian texts: words that papers of schools are full of first, then a
/// vocabulary from tables of syllables and endings, used as often as Zipf's law says, with invented
/// names, numbers and dates between.
///
/// Invariant: the same seed and number give the same text, on every machine.
/// Threads: immutable after construction.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace fonds {

class TextGenerator {
 public:
  explicit TextGenerator(std::uint64_t seed = 1, std::size_t stems = 60'000);
  /// The text of document `number`: words parted by single spaces, lines and full stops.
  [[nodiscard]] std::string text(std::uint64_t number, std::size_t words) const;

 private:
  class Dice;
  [[nodiscard]] const std::string& stem(Dice& dice) const;

  std::uint64_t seed_;
  std::vector<std::string> stems_;
  std::vector<double> cumulative_;  ///< of Zipf's law, by rank
};

}  // namespace fonds
