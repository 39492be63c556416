/// Tables of printed forms, as Russian records forms have them: a heading, a row that numbers the
/// columns, and the rows, ruled with thin lines; heading and numbers stand again on every page.
///
/// A row stays on one page unless it is higher than a page has room for; then it goes on on the
/// next ones. Nothing of a cell is left out. Threads: one, that of the form. Faults: bug (no
/// column, or a row with more cells than columns).
#pragma once

#include <span>
#include <string>
#include <vector>

#include "forms/form_flow.h"
#include "model/table.h"

namespace fonds {

struct FormColumn {
  std::string title;  ///< at most eight lines of it are printed
  double width = 1;   ///< share of the whole, against the other columns
  TextAlign align = TextAlign::left;
};

struct FormTableStyle {
  double size = 9;       ///< of letters, in points; at most 24
  double least_row = 0;  ///< mm; room for what is written by hand
  /// A row of one cell is the title of a section: it stands over all columns, with the next row;
  /// at most eight lines of it are printed.
  bool sections = false;
  /// mm that stay free below the last row, on its page: what will stand there is not alone.
  double below = 0;
};

/// Draws below what `flow` holds, over its whole width, and keeps the table beside the sheets
/// (FormPdf::keep); `flow` goes on below the table. Cells of
/// `rows` are valid UTF-8 and may hold new lines; cells that a row lacks are empty. Returns where
/// the table ends on the page that is open then, in millimetres.
double draw_table(FormFlow& flow, std::span<const FormColumn> columns,
                  std::span<const TableRow> rows, const FormTableStyle& style = {});

}  // namespace fonds
