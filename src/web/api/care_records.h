/// CareRecords: whether the archive, its journal and its index are whole, in JSON. Stable names:
/// only add.
///
/// Threads: pure.
#pragma once

#include "archive/checks.h"
#include "archive/index_care.h"
#include "web/api/json.h"

namespace fonds {

Json record_of(const CheckResult& result);
Json record_of(const Journal::Verification& chain);
Json record_of(const IndexStatus& status);

}  // namespace fonds
