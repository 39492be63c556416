/// read_ods: the sheets of an OpenDocument spreadsheet as rows of text.
///
/// Dates are ISO 8601, numbers have the digits needed, anything else is what the cell shows. A
/// merged cell stands in its first one; rows and cells the file says are repeated are repeated.
/// Threads: pure. Runs in the sandboxed worker.
/// Faults: corrupt (damaged), usage (over a limit, protected by a password).
#pragma once

#include "ingest/office_package.h"
#include "ingest/table_reader.h"

namespace fonds {

void read_ods(const OfficePackage& package, TableBuilder& builder);

}  // namespace fonds
