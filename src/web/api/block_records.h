/// BlockRecords: records closed to use, in JSON. Stable names: only add.
///
/// Threads: pure.
#pragma once

#include "archive/blocks.h"
#include "web/api/json.h"

namespace fonds {

Json record_of(const Block& block);

}  // namespace fonds
