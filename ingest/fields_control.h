/// ControlFinder: whether a list of results records current, interim or final control, as its title
/// or its text says («итоговая аттестация»).
///
/// A form that names several («промежуточная/итоговая») says nothing. Threads: immutable.
/// Faults: usage (a table cannot be read).
#pragma once

#include <vector>

#include "ingest/fields.h"
#include "model/control.h"

namespace fonds {

class ControlFinder {
 public:
  /// `table`: [control] of paper_patterns.toml.
  ControlFinder(const DataTable& table, double threshold);
  [[nodiscard]] Decision<Control> find(const Paper& paper) const;

 private:
  struct Word {
    Control control;
    Pattern pattern;
  };
  std::vector<Word> words_;
  double threshold_;
};

}  // namespace fonds
