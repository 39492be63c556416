/// FieldInput: what a person writes into a field of a card, as the catalogue keeps it.
///
/// Threads: immutable after construction. Faults: usage, saying what is allowed.
#pragma once

#include <string>
#include <string_view>

#include "archive/review_rules.h"
#include "indexer/value_words.h"
#include "model/card.h"

namespace fonds {

class FieldInput {
 public:
  /// Both outlive this object.
  FieldInput(const ValueWords& words, const ReviewRules& rules) : words_(words), rules_(rules) {}

  /// The field of this name, or of this title in the chosen language.
  static const CardField& field(std::string_view typed);
  /// `typed` as the canonical value of the field; empty when it says that there is none ("нет",
  /// "none", "-").
  [[nodiscard]] std::string canonical(const CardField& field, std::string_view typed) const;

 private:
  [[nodiscard]] std::string named_value(const CardField& field, const std::string& typed) const;
  [[nodiscard]] std::string case_index(const std::string& typed) const;
  const ValueWords& words_;
  const ReviewRules& rules_;
};

/// "15.05.2024", "12.04.2024-14.04.2024", "05.2024", "2024-05-15", "2024", "2023/2024"; nothing
/// when it is no date.
std::optional<DateSpan> date_typed(std::string_view typed);
/// The same of one day. Fault usage when it is none.
CalendarDate day_typed(std::string_view typed);
/// Nothing for an empty text.
std::optional<CalendarDate> day_if_typed(std::string_view typed);

/// A person's own words as they are kept: one printable line of valid UTF-8, blanks squeezed.
std::string line_typed(std::string_view typed);

}  // namespace fonds
