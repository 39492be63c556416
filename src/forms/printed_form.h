/// PrintedForm: a form as it is given out: the sheets to be signed and kept, and its tables.
///
/// Threads: a value type.
#pragma once

#include <string>
#include <vector>

#include "model/table.h"

namespace fonds {

struct PrintedForm {
  std::string pdf;  ///< PDF/A-1b
  /// As they stand on the sheets, without the row that numbers the columns: titles of the columns
  /// first; a row of one cell is the title of a section. Empty for a form that has no table.
  std::vector<Table> tables;
};

}  // namespace fonds
