#include "ingest/office_relations.h"

#include <algorithm>

#include "ingest/office_xml.h"

namespace fonds {
namespace {

/// "xl/worksheets/sheet1.xml" for "worksheets/sheet1.xml", "../xl/worksheets/…" or "/xl/…" beside
/// "xl/workbook.xml".
std::string resolve(std::string_view folder, std::string_view target) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  while (target.starts_with("../")) {
    target.remove_prefix(3);
    const std::size_t slash = folder.rfind('/');
    folder = slash == std::string_view::npos ? std::string_view{} : folder.substr(0, slash);
  }
  while (target.starts_with("./")) target.remove_prefix(2);
  return folder.empty() ? std::string(target) : std::string(folder) + '/' + std::string(target);
}

}  // namespace

OfficeRelations::OfficeRelations(const OfficePackage& package, std::string_view part) {
  const std::size_t slash = part.rfind('/');
  const std::string_view folder =
      slash == std::string_view::npos ? std::string_view{} : part.substr(0, slash);
  const std::string_view name = slash == std::string_view::npos ? part : part.substr(slash + 1);
  const std::string list = resolve(folder, "_rels/" + std::string(name) + ".rels");
  if (!package.has(list)) return;
  const OfficeXml xml(package.read(list));
  for (const pugi::xml_node& each : xml.root()) {
    if (local_name(each) != "Relationship") continue;
    if (attribute_of(each, "TargetMode") == "External") continue;
    std::string_view type = attribute_of(each, "Type");
    type.remove_prefix(std::min(type.rfind('/') + 1, type.size()));
    all_.push_back({std::string(attribute_of(each, "Id")), std::string(type),
                    resolve(folder, attribute_of(each, "Target"))});
  }
}

std::string OfficeRelations::target(std::string_view id) const {
  const auto found =
      std::find_if(all_.begin(), all_.end(), [&](const Relation& each) { return each.id == id; });
  return found == all_.end() ? std::string{} : found->part;
}

std::string OfficeRelations::of_type(std::string_view type) const {
  const auto all = all_of_type(type);
  return all.empty() ? std::string{} : all.front();
}

std::vector<std::string> OfficeRelations::all_of_type(std::string_view type) const {
  std::vector<std::string> parts;
  for (const Relation& each : all_) {
    if (each.type == type) parts.push_back(each.part);
  }
  return parts;
}

}  // namespace fonds
