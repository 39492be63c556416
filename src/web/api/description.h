/// The API described in OpenAPI 3.1, for programs and whoever writes them: put together from the
/// parts in api/openapi/, an area each, at the first call.
///
/// Threads: any, after the first call.
#pragma once

#include "web/api/json.h"

namespace fonds {

const Json& api_description();

}  // namespace fonds
