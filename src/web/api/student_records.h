/// StudentRecords: a student's card and the report of an import into the register, in JSON. Stable
/// names: only add.
///
/// Threads: pure.
#pragma once

#include "archive/students.h"
#include "web/api/json.h"

namespace fonds {

/// The student with "merges" and "history".
Json record_of(const StudentCard& card);
Json record_of(const ImportReport& report);

}  // namespace fonds
