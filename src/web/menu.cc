#include "web/menu.h"

#include <algorithm>
#include <array>

#include "base/messages.h"
#include "web/routes.h"

namespace fonds {
namespace {

struct Area {
  std::string_view path;
  const char* title;
  bool of_all = false;  ///< for those alone who see the papers of all collectives
};

constexpr std::array<Area, 13> kAreas{{
    {"/", tr_later("Today")},
    {"/scan", tr_later("Scan")},
    {"/review", tr_later("Check papers")},
    {"/find", tr_later("Find")},
    {"/students", tr_later("Students")},
    {"/cases", tr_later("Cases")},
    {"/retention", tr_later("Retention")},
    {"/retention/nomenclature", tr_later("Nomenclature")},
    {"/disclosures", tr_later("Applications")},
    {"/institution", tr_later("Overview"), true},
    {"/journal", tr_later("Journal")},
    {"/people", tr_later("People")},
    {"/health", tr_later("Health")},
}};

/// "/retention": what leads to an area whose first page the person may not see leads into it, too.
std::string_view area_of(std::string_view path) {
  return path.substr(0, path.find('/', std::min<std::size_t>(1, path.size())));
}

/// An area stands in the menu once, when it has a page whose operation the person may.
const Route* route_of(std::string_view path) {
  const auto& all = routes();
  const auto found = std::find_if(all.begin(), all.end(), [&](const Route& route) {
    return route.method == Method::get && route.pattern == path;
  });
  return found == all.end() ? nullptr : &*found;
}

bool sees_all(const Visit& visit) {
  return visit.archive().policy().sight(visit.actor().role) == Sight::all;
}

}  // namespace

Json menu_of(const Visit& visit) {
  Json menu = Json::array();
  const std::string here = visit.request.path.empty() ? "/" : '/' + visit.request.path.front();
  std::string_view last;
  for (const Area& area : kAreas) {
    const std::string_view whole = area_of(area.path);
    const Route* route = route_of(area.path);
    const bool may = route != nullptr && (!route->operation || visit.may(*route->operation));
    if (area.of_all && !sees_all(visit)) continue;
    if (!may || whole == last) continue;
    menu.push_back({{"title", tr(area.title)}, {"path", area.path}, {"here", here == whole}});
    last = whole;
  }
  return menu;
}

}  // namespace fonds
