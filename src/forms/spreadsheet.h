/// Spreadsheet files (XLSX) of tables.
///
/// Every cell is written as text, so nothing in it is ever computed. The first row of a sheet is
/// its heading: bold, in sight while one scrolls, with a filter. Threads: pure. Faults: usage (more
/// rows than a sheet can hold), io (no room for the file while it is made).
#pragma once

#include <span>
#include <string>

#include "base/clock.h"
#include "model/table.h"

namespace fonds {

/// The bytes of a workbook with one sheet a table, named as it, in order. `made` is written into
/// its properties.
std::string xlsx_of(std::span<const Table> sheets, Moment made);

}  // namespace fonds
