/// PeopleRecords: accounts and tokens in JSON; nothing that proves who somebody is. Stable names:
/// only add.
///
/// Threads: pure.
#pragma once

#include "model/user.h"
#include "web/api/json.h"

namespace fonds {

Json record_of(const User& user);
Json record_of(const ApiToken& token);

}  // namespace fonds
