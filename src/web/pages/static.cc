// The stylesheet and the scripts; whether the server is well.
#include "archive/people.h"
#include "web/routes.h"
#include "web/static_files.h"

namespace fonds {
namespace {

Response show_file(Visit& visit) { return static_file(visit.request, visit.captured("name")); }

/// For whoever watches over the machine: says that the catalogue answers, and nothing else.
Response show_health(Visit& visit) {
  (void)ArchivePeople(visit.archive()).has_accounts();
  return plain_text(200, "ok\n");
}

}  // namespace

std::vector<Route> static_routes() {
  return {
      {Method::get, "/static/{version}/{name}", Door::open, {}, &show_file},
      {Method::get, "/healthz", Door::open, {}, &show_health},
  };
}

}  // namespace fonds
