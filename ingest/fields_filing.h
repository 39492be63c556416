/// FilingFinder: what says where a paper belongs: index of the case, school year, group.
///
/// Threads: immutable. Faults: usage (a table cannot be read).
#pragma once

#include <string>

#include "ingest/fields.h"

namespace fonds {

class FilingFinder {
 public:
  /// `patterns`: paper_patterns.toml, of which [case], [school_year], [group] and [threshold].
  explicit FilingFinder(const DataTable& patterns);

  /// "02-14" behind «дело», «индекс» or «номенклатура»; anywhere else it is a date or a number.
  [[nodiscard]] Decision<std::string> find_case(const Paper& paper) const;
  [[nodiscard]] Decision<int> find_school_year(const Paper& paper) const;
  [[nodiscard]] Decision<std::string> find_group(const Paper& paper) const;

 private:
  Pattern case_;
  Pattern school_year_;
  Pattern group_;
  double case_threshold_;
  double year_threshold_;
  double group_threshold_;
};

}  // namespace fonds
