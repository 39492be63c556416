/// Table: the cells of one sheet of a spreadsheet or of a CSV file, as text.
///
/// Rows stand where the sheet has them, the first at index 0, so `index + 1` is the row a person
/// sees; empty rows and cells between full ones are kept, those at the end are not. A cell is one
/// line: line breaks inside are spaces. Dates are ISO 8601 ("2012-03-12"), numbers have the digits
/// needed ("5", "0.25"). Threads: a value type.
#pragma once

#include <string>
#include <vector>

namespace fonds {

using TableRow = std::vector<std::string>;

struct Table {
  std::string name;  ///< of the sheet; empty for CSV
  std::vector<TableRow> rows;
};

}  // namespace fonds
