/// read_xlsx: the sheets of an Office Open XML spreadsheet as rows of text (ECMA-376 part 1, 18).
///
/// Dates are ISO 8601, numbers have the digits needed, a formula is its stored result. A merged
/// cell stands in its first one. Strict and transitional files alike. Threads: pure. Runs in the
/// sandboxed worker. Faults: corrupt (damaged), usage (over a limit).
#pragma once

#include "ingest/office_package.h"
#include "ingest/table_reader.h"

namespace fonds {

void read_xlsx(const OfficePackage& package, TableBuilder& builder);

}  // namespace fonds
