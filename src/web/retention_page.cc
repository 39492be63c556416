#include "web/retention_page.h"

#include <array>
#include <utility>

#include "base/messages.h"

namespace fonds {
namespace {

struct Tab {
  std::string_view path;
  std::string_view name;  ///< second part of the path
  const char* title;
  Operation operation;
};

constexpr std::array<Tab, 7> kTabs{{
    {"/retention", "", tr_later("What falls due"), Operation::read_retention},
    {"/retention/acts", "acts", tr_later("Acts of destruction"), Operation::read_retention},
    {"/retention/holds", "holds", tr_later("Holds"), Operation::hold_records},
    {"/retention/inventories", "inventories", tr_later("Inventories"), Operation::read_retention},
    {"/retention/nomenclature", "nomenclature", tr_later("Nomenclature"),
     Operation::read_nomenclature},
    {"/retention/transfers", "transfers", tr_later("Handing over"), Operation::read_retention},
    {"/retention/schedule", "schedule", tr_later("Schedule"), Operation::read_retention},
}};

}  // namespace

Response retention_page(Visit& visit, std::string_view name, std::string_view title, Json model,
                        int status) {
  const auto& path = visit.request.path;
  const std::string_view area = path.size() > 1 ? std::string_view(path[1]) : "";
  Json tabs = Json::array();
  for (const Tab& each : kTabs) {
    if (!visit.may(each.operation)) continue;
    const bool is_of_plan = each.name.empty() && (area == "volumes" || area == "plan");
    tabs.push_back({{"path", each.path},
                    {"title", tr(each.title)},
                    {"here", each.name == area || is_of_plan}});
  }
  model["tabs"] = std::move(tabs);
  return page(visit, name, title, model, status);
}

}  // namespace fonds
