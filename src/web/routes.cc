#include "web/routes.h"

#include <algorithm>
#include <iterator>

#include "web/api/api_routes.h"

namespace fonds {
namespace {

std::vector<Route> collect() {
  std::vector<Route> all;
  for (auto* area : {&entrance_routes,
                     &account_routes,
                     &today_routes,
                     &find_routes,
                     &document_routes,
                     &document_file_routes,
                     &student_edit_routes,
                     &student_routes,
                     &portfolio_routes,
                     &case_routes,
                     &collective_routes,
                     &review_routes,
                     &scan_routes,
                     &retention_routes,
                     &verdict_routes,
                     &act_routes,
                     &act_step_routes,
                     &hold_routes,
                     &inventory_routes,
                     &nomenclature_routes,
                     &nomenclature_item_routes,
                     &transfer_routes,
                     &schedule_routes,
                     &disclosure_form_routes,
                     &disclosure_routes,
                     &journal_routes,
                     &people_routes,
                     &health_routes,
                     &institution_routes,
                     &static_routes,
                     &api_description_routes,
                     &api_document_routes,
                     &api_review_routes,
                     &api_upload_routes,
                     &api_student_routes,
                     &api_achievement_routes,
                     &api_consent_routes,
                     &api_case_routes,
                     &api_hold_routes,
                     &api_stock_routes,
                     &api_nomenclature_routes,
                     &api_retention_routes,
                     &api_act_routes,
                     &api_inventory_routes,
                     &api_transfer_routes,
                     &api_disclosure_routes,
                     &api_people_routes,
                     &api_care_routes}) {
    std::vector<Route> routes = area();
    std::move(routes.begin(), routes.end(), std::back_inserter(all));
  }
  return all;
}

/// Whether the path is of the pattern; what stands for its names goes to `path`.
bool fits(std::string_view pattern, const std::vector<std::string>& segments,
          std::map<std::string, std::string, std::less<>>& path) {
  std::size_t used = 0;
  while (!pattern.empty()) {
    pattern.remove_prefix(1);  // the slash
    const std::size_t end = std::min(pattern.find('/'), pattern.size());
    const std::string_view part = pattern.substr(0, end);
    pattern.remove_prefix(end);
    if (part.empty()) continue;
    if (used == segments.size()) return false;
    const std::string& segment = segments[used++];
    if (part.front() == '{') {
      path.emplace(part.substr(1, part.size() - 2), segment);
    } else if (part != segment) {
      return false;
    }
  }
  return used == segments.size();
}

}  // namespace

const std::vector<Route>& routes() {
  static const std::vector<Route> all = collect();
  return all;
}

MatchedRoute match_route(Method method, const std::vector<std::string>& path) {
  MatchedRoute matched;
  const Method wanted = method == Method::head ? Method::get : method;
  for (const Route& route : routes()) {
    std::map<std::string, std::string, std::less<>> captured;
    if (!fits(route.pattern, path, captured)) continue;
    if (route.method == wanted) {
      matched.route = &route;
      matched.path = std::move(captured);
      return matched;
    }
    matched.other_method = true;
  }
  return matched;
}

}  // namespace fonds
