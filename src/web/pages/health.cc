#include "web/routes.h"

namespace fonds {

std::vector<Route> health_routes() { return {}; }

}  // namespace fonds
