/// DisclosureRecords: applications for results, what would be given, and restrictions of guardians,
/// in JSON. Stable names: only add.
///
/// Threads: pure.
#pragma once

#include "archive/disclosures.h"
#include "web/api/json.h"

namespace fonds {

Json record_of(const ListedDisclosure& listed);
/// The same with "content".
Json record_of(const CheckedDisclosure& checked);
Json record_of(const GuardianRestriction& restriction);

}  // namespace fonds
