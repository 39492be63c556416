/// number_forms finds what is written as a number of a paper: № 24-0317, рег. № 147, серия АБ
/// № 004512, №К-1990/24. Whose number it is, is not asked here.
///
/// Threads: immutable; pure. Faults: usage (the table cannot be read).
#pragma once

#include <string>
#include <vector>

#include "ingest/fields.h"

namespace fonds {

struct PrintedNumber {
  TextSpan span;        ///< from the sign to the end
  TextSpan value;       ///< without the sign
  std::string text;     ///< as printed, misread digits put right: "АБ 004512", "87-од"
  bool series = false;  ///< with a series in front
  bool bare = false;    ///< without any sign, alone on its line or with its date
};

class NumberForms {
 public:
  /// `table`: [number] of paper_patterns.toml.
  explicit NumberForms(const DataTable& table);
  [[nodiscard]] std::vector<PrintedNumber> find(const PaperText& text) const;

 private:
  Pattern number_;
  Pattern bare_;
  Pattern dated_bare_;
};

/// `printed` with letters that were digits as digits, without spaces around dashes.
[[nodiscard]] std::string tidy_number(std::string_view printed);

}  // namespace fonds
