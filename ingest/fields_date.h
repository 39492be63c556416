/// DateFinder: the date of a paper itself, out of all the dates printed on it.
///
/// Dates of birth, of orders, of study, of the blank form, of laws are told by the words around
/// them and left aside; of what remains, a date near a signature or a place, alone on its line, or
/// next under the title of minutes, wins. Only a month or a year printed stays a month or a year.
/// Threads: immutable. Faults: usage (the table cannot be read).
#pragma once

#include <optional>
#include <vector>

#include "ingest/date_forms.h"
#include "ingest/fields.h"
#include "model/calendar_date.h"

namespace fonds {

class DateFinder {
 public:
  /// `table`: [date] of paper_patterns.toml.
  DateFinder(const DataTable& table, double threshold);
  [[nodiscard]] Decision<DateSpan> find(const Paper& paper,
                                        const std::vector<PrintedDate>& dates) const;

 private:
  enum class Role {
    none,
    issued,
    event,
    order,
    stamp,
    study,
    birth,
    print,
    law,
    validity,
    identity
  };
  struct Context {
    Role role;
    std::optional<Pattern> before;
    std::optional<Pattern> after;
    std::size_t within;
    std::size_t lines;
  };
  struct Surroundings;

  static Role role_of(const DataTable& entry);
  [[nodiscard]] Role role_at(const Surroundings& around, const std::vector<PrintedDate>& dates,
                             std::size_t index) const;
  [[nodiscard]] Finding<DateSpan> weigh(const Surroundings& around,
                                        const std::vector<PrintedDate>& dates,
                                        std::size_t index) const;

  std::vector<Context> contexts_;
  Pattern sign_;
  Pattern place_;
  double threshold_;
};

}  // namespace fonds
