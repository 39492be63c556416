#include "web/routes.h"

namespace fonds {

std::vector<Route> retention_routes() { return {}; }

}  // namespace fonds
