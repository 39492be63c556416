/// ReviewRules: which of the machine's values count by themselves and what waits for a person
/// (config/review.toml).
///
/// Invariant: a person's word always counts. Threads: immutable; use one from all threads. Faults:
/// usage (the data file is wrong, with its line).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/pattern.h"
#include "model/card.h"

namespace fonds {

class DataTable;

/// What of a card waits for a person.
struct OpenDecisions {
  std::vector<std::string> fields;  ///< names, in the order of kCardFields
  /// Places in Card::links of offered students whose mention has no student yet.
  std::vector<std::size_t> links;
  int mentions = 0;    ///< names on the paper those links are about
  bool parts = false;  ///< whether it is one paper or several
  [[nodiscard]] bool any() const { return parts || !fields.empty() || !links.empty(); }
  /// How urgently it waits, 0: not at all: what may be several papers first, then children's
  /// papers, then what has most to decide.
  [[nodiscard]] int urgency() const;
};

class ReviewRules {
 public:
  /// config/review.toml as compiled in; read once.
  static const ReviewRules& shipped();
  explicit ReviewRules(const DataTable& data);

  [[nodiscard]] double threshold(std::string_view field) const;
  /// Whether the value is a fact of the archive: a person's, or one the machine is sure enough of.
  [[nodiscard]] bool counts(const FieldValue& value) const;
  /// The value that counts as text; empty when none does.
  [[nodiscard]] std::string fact(const Card& card, std::string_view field) const;
  [[nodiscard]] OpenDecisions open(const Card& card) const;

  /// Whether `text` is written as an index of the nomenclature of files.
  [[nodiscard]] bool is_case_index(std::string_view text) const {
    return case_pattern_->matches(text);
  }
  [[nodiscard]] const std::string& case_example() const { return case_example_; }

 private:
  std::map<std::string, double, std::less<>> thresholds_;
  std::optional<Pattern> case_pattern_;  ///< always there once made
  std::string case_example_;
};

}  // namespace fonds
