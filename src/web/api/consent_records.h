/// ConsentRecords: consents on record, and papers that seem to give or withdraw one, in JSON.
/// Stable names: only add.
///
/// Threads: pure.
#pragma once

#include "archive/consents.h"
#include "web/api/json.h"

namespace fonds {

Json record_of(const ListedConsent& listed);
Json record_of(const ConsentOffer& offer);

}  // namespace fonds
