#include "web/routes.h"

namespace fonds {

std::vector<Route> journal_routes() { return {}; }

}  // namespace fonds
