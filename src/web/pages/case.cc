#include "web/routes.h"

namespace fonds {

std::vector<Route> case_routes() { return {}; }

}  // namespace fonds
