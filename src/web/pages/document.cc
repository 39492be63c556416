#include "web/routes.h"

namespace fonds {

std::vector<Route> document_routes() { return {}; }

}  // namespace fonds
