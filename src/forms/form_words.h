/// What printed forms say again and again: blanks for what is not known, days and numbers of other
/// papers, names of volumes, places in an archive.
///
/// Texts are valid UTF-8, in the language of the user. Threads: any.
#pragma once

#include <optional>
#include <string>

#include "model/calendar_date.h"

namespace fonds {

/// Another paper, or the form itself, by its day and number; what is not known is left to write.
struct FormPaper {
  std::optional<CalendarDate> day;
  std::string number;
};

/// A volume of a case by the nomenclature.
struct FormVolume {
  std::string index;
  int year = 0;    ///< 0: not known
  int volume = 0;  ///< 0: the case has no volumes
};

/// The years papers come from; 0: not known.
struct FormYears {
  int first = 0;
  int last = 0;
};

/// Where a unit stands in an archive (архивный шифр); what is not given yet is empty.
struct FormPlace {
  std::string fonds;
  std::string inventory;
  std::string unit;
};

/// `text`, or a line to write on.
[[nodiscard]] std::string or_blank(const std::string& text);
[[nodiscard]] std::string or_blank(const std::optional<CalendarDate>& day);
/// The same, with a longer line.
[[nodiscard]] std::string or_long_blank(const std::string& text);
/// A year, 0 being none known.
[[nodiscard]] std::string year_or_blank(int year);
/// "за 2018 год", "за 2015–2018 годы".
[[nodiscard]] std::string for_years(const FormYears& years);
/// "от 25.12.2026 № 12".
[[nodiscard]] std::string of_paper(const FormPaper& paper);
/// "25.12.2026 № 12".
[[nodiscard]] std::string day_and_number(const FormPaper& paper);
/// "02-05 за 2024 год, том 1".
[[nodiscard]] std::string name_of(const FormVolume& volume);
/// "12.01.2024–28.12.2024" (крайние даты); empty when neither is known.
[[nodiscard]] std::string extreme_dates(const std::optional<CalendarDate>& first,
                                        const std::optional<CalendarDate>& last);

}  // namespace fonds
