/// PeriodWords: periods of retention as a nomenclature writes them («5 лет ЭПК», «ДМН (не менее
/// 1 года)», «3 года после выбытия»), read and printed.
///
/// The wording is data: config/retention_words.toml. Reading leaves nothing out: what of a period
/// is not understood is named. Threads: immutable, use from all. Faults: usage (data that are
/// none).
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/data_file.h"
#include "base/pattern.h"
#include "model/retention_rule.h"

namespace fonds {

/// What a period says.
struct ReadPeriod {
  /// Kind, years, trigger, mark and condition; nothing: no kind of period was found.
  std::optional<RetentionRule> rule;
  std::string not_understood;  ///< words of it that are none of these; empty: there are none
};

/// What the column of notes says of the cases themselves.
struct NoteSigns {
  bool ongoing = false;      ///< переходящее: open over the end of the year
  bool electronic = false;   ///< ЭД
  bool school_year = false;  ///< closed on 31 August
  bool reserve = false;      ///< an index that is kept free
};

class PeriodWords {
 public:
  /// config/retention_words.toml as compiled in; read once.
  static const PeriodWords& shipped();
  explicit PeriodWords(const DataTable& data);

  /// `note` may say from what the period is counted, its condition and the least of «ДМН».
  [[nodiscard]] ReadPeriod read(std::string_view period, std::string_view note) const;
  [[nodiscard]] NoteSigns signs_in(std::string_view note) const;
  /// The note of an ongoing case that is open since a year, «переходящее с 2024 г.», in place of
  /// what the note said of that: parts of a note stand between commas and semicolons.
  [[nodiscard]] std::string with_ongoing(std::string_view note, int since) const;
  /// «5 лет ЭПК», «До минования надобности (не менее 1 года)», «3 года после выбытия».
  [[nodiscard]] std::string printed(const RetentionRule& rule) const;
  /// What stands behind «На основании» for periods of `act` (Authority::act): «Перечня …».
  [[nodiscard]] std::string grounds(std::string_view act) const;
  /// Whether the instruction to the list knows periods of so many years.
  [[nodiscard]] bool is_allowed(int years) const { return allowed_.count(years) == 1; }

 private:
  struct Phrase {
    std::string name;
    Pattern pattern;
  };
  static std::vector<Phrase> phrases(const DataTable& table,
                                     std::initializer_list<std::string_view> names);
  struct Reading;

  std::set<int> allowed_;
  std::vector<Phrase> kinds_, events_, marks_, conditions_, signs_;
  std::map<std::string, std::string, std::less<>> print_;  ///< by name of the value
  std::map<std::string, std::string, std::less<>> lists_;  ///< by Authority::act
};

/// "5 лет", "1 год", "22 года": the nominative.
std::string years_in_russian(int years);

}  // namespace fonds
