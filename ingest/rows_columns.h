/// The columns of a list: where they stand, and what they hold by their headings.
///
/// Columns lie between gutters: upright strips in which (nearly) no row has a word. Unit: pixels of
/// the level page (rows_layout.h). Threads: pure functions.
#pragma once

#include <string>
#include <vector>

#include "ingest/persons_wording.h"
#include "ingest/rows_layout.h"

namespace fonds {

struct TableColumn {
  ColumnHolds holds = ColumnHolds::unknown;
  double weight = 0;  ///< of several results the greatest is the result
  int left = 0;       ///< of its words in the rows
  int right = 0;
  std::string heading;  ///< as printed; empty when it has none
  /// Headings of different things stand over it: columns whose gutters were not seen.
  bool merged = false;
  double last_heading = 0;      ///< where its rightmost heading ends
  bool ends_in_result = false;  ///< and that is a result
  bool has_births = false;      ///< one of its headings asks for dates of birth
};

struct ColumnHeading {
  ColumnMeaning meaning;
  std::size_t line = 0;
  double left = 0;
  double right = 0;
  std::string text;
};

/// The headings of columns in the lines above the line of word `first`, the nearest line first.
std::vector<ColumnHeading> headings_above(const RowLayout& layout, const PersonWording& wording,
                                          std::size_t first);
/// Whether the line names a column of names and another column.
bool is_heading_line(const RowLayout& layout, const PersonWording& wording, std::size_t line);
/// The same of headings found.
bool has_names(const std::vector<ColumnHeading>& headings);

/// At least one; `rows` holds the words of each row, `line` is the line of the first.
std::vector<TableColumn> find_columns(const RowLayout& layout,
                                      const std::vector<std::vector<std::size_t>>& rows,
                                      std::size_t line);
/// Tells the columns what they hold.
void name_columns(const std::vector<ColumnHeading>& headings, double height,
                  std::vector<TableColumn>& columns);
/// A table that goes on over the page without its heading has the columns of the page before.
void copy_meanings(const std::vector<TableColumn>& from, std::vector<TableColumn>& to);
/// Index of the column that holds `x` or is nearest to it.
std::size_t nearest_column(const std::vector<TableColumn>& columns, double x);

}  // namespace fonds
