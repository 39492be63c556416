/// CaseRecords: volumes of cases, what is filed in them and waits to be, loans and holds, in JSON.
/// Stable names: only add.
///
/// Threads: pure.
#pragma once

#include "archive/cases.h"
#include "archive/filing.h"
#include "archive/holds.h"
#include "archive/loans.h"
#include "web/api/json.h"

namespace fonds {

Json record_of(const ShownVolume& shown);
Json record_of(const ShownFiling& shown);
Json record_of(const FiledPaper& filed);
Json record_of(const InboxPaper& paper);
Json record_of(const ShownLoan& shown);
Json record_of(const ShownHold& shown);

}  // namespace fonds
