/// RosterCells reads what single cells of a list of students say: dates, school years, names,
/// guardians, gender. A cell says a value, says nothing, or is wrong: then the text says why.
///
/// Threads: immutable; use one from all threads.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/calendar_date.h"
#include "model/student.h"
#include "registry/name_grammar.h"
#include "registry/roster_profiles.h"

namespace fonds {

/// What is wrong with a cell, in the user's language.
struct CellProblem {
  std::string what;
  std::string hint;
};

template <class Value>
struct CellValue {
  std::optional<Value> value;  ///< nothing: the cell is empty, or wrong
  std::optional<CellProblem> problem;
};

/// What a name lacks for the register, where it is written out: no initials, no surname alone.
std::optional<CellProblem> incompleteness_of(const PersonName& name);

class RosterCells {
 public:
  /// All must outlive the object.
  RosterCells(const RosterWords& words, const NameGrammar& grammar, const CalendarDate& today)
      : words_(words), grammar_(grammar), today_(today) {}

  /// Without what stands for nothing ("-", "нет").
  [[nodiscard]] std::string text(std::string_view cell) const;
  /// "2012-03-12", "12.03.2012", with a time of day or "г." behind it.
  [[nodiscard]] CellValue<CalendarDate> date(std::string_view cell) const;
  /// A date of birth: from 1900 to today.
  [[nodiscard]] CellValue<CalendarDate> birth_date(std::string_view cell) const;
  /// The first calendar year of "2023/2024", "2023-24", "2023".
  [[nodiscard]] CellValue<int> school_year(std::string_view cell) const;
  [[nodiscard]] CellValue<Gender> gender(std::string_view cell) const;
  /// One part of a name: letters, a hyphen, an apostrophe.
  [[nodiscard]] CellValue<std::string> name_part(std::string_view cell) const;
  /// A whole ФИО in any order.
  [[nodiscard]] CellValue<PersonName> full_name(std::string_view cell) const;
  /// "ФИО (мать); ФИО (отец)"; `relation` where the cell gives none.
  [[nodiscard]] std::vector<Guardian> guardians(std::string_view cell,
                                                std::string_view relation) const;
  /// Whether letters were lost before the cell came here (U+FFFD).
  [[nodiscard]] static std::optional<CellProblem> damage_of(std::string_view cell);
  [[nodiscard]] bool refused(std::string_view status) const;

 private:
  const RosterWords& words_;
  const NameGrammar& grammar_;
  const CalendarDate& today_;
};

}  // namespace fonds
