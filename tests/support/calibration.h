/// Calibration: how often the matcher's best candidate is right, by the probability it gives, over
/// synthetic noisy names.
///
/// Threads: one.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

#include "registry/matcher_settings.h"
#include "registry/name_grammar.h"

namespace fonds {

struct Calibration {
  /// Probabilities from which the bins reach: [0] is everything from 0.5.
  static constexpr std::array<double, 10> kFrom{0.5,  0.6,  0.7,  0.8,   0.9,
                                                0.95, 0.98, 0.99, 0.995, 0.999};
  struct Bin {
    std::size_t given = 0;  ///< best candidates of at least this probability
    std::size_t right = 0;
    [[nodiscard]] double share() const {
      return given == 0 ? 1 : static_cast<double>(right) / static_cast<double>(given);
    }
  };
  std::array<Bin, 10> at_least;
  std::size_t names = 0;
  std::size_t of_students = 0;
  std::size_t linked = 0;
  std::size_t linked_right = 0;
  std::size_t outsiders = 0;
  std::size_t outsiders_linked = 0;
  std::size_t offered_right = 0;  ///< the student is among the candidates

  [[nodiscard]] double precision() const {
    return static_cast<double>(linked_right) / static_cast<double>(linked == 0 ? 1 : linked);
  }
  [[nodiscard]] double recall() const {
    return static_cast<double>(linked_right) /
           static_cast<double>(of_students == 0 ? 1 : of_students);
  }
  [[nodiscard]] double offered() const {
    return static_cast<double>(offered_right) /
           static_cast<double>(of_students == 0 ? 1 : of_students);
  }
};

/// Matches at least `names` noisy names against a register of so many students. `wrong`: a line for
/// each wrong link, to be read.
Calibration calibrate(std::size_t students, std::size_t names, std::uint64_t seed,
                      const NameGrammar& grammar, const MatcherSettings& settings,
                      std::string* wrong = nullptr);
/// As a table for people.
std::string to_text(const Calibration& calibration);

}  // namespace fonds
