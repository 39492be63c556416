#include "web/routes.h"

namespace fonds {

std::vector<Route> people_routes() { return {}; }

}  // namespace fonds
