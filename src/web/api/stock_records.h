/// StockRecords: volumes that are not in their place, and checks of presence and state, in JSON.
/// Stable names: only add.
///
/// Threads: pure.
#pragma once

#include "archive/stock.h"
#include "archive/stock_checks.h"
#include "web/api/json.h"

namespace fonds {

Json record_of(const MissingVolume& missing);
Json record_of(const StockCheckState& state);

}  // namespace fonds
