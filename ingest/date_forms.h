/// date_forms finds everything on a paper that is written as a date: «15» мая 2024 г., 15.05.24,
/// 2024-05-15, май 2024, 12-14 апреля 2024 г., 28 апреля - 3 мая 2024, 2024 год. What it is the
/// date of is not asked here.
///
/// Months with a letter misread and digits read as letters (2О24, З мая) are understood and counted
/// less sure. A day that does not exist is no date. Threads: pure.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "ingest/paper_text.h"
#include "model/calendar_date.h"

namespace fonds {

struct PrintedDate {
  TextSpan span;
  DateSpan date;
  double sureness = 1;  ///< 1: as it should be written
};

/// In reading order, none over another: of those that share letters, the one that says most.
[[nodiscard]] std::vector<PrintedDate> date_forms(const PaperText& text);
/// The month a folded word names, in any case, at most one letter in five misread.
[[nodiscard]] std::optional<int> month_of(std::string_view folded);

}  // namespace fonds
