#include "ingest/odf_text.h"

#include <algorithm>

#include "ingest/office_xml.h"

namespace fonds {
namespace {

constexpr std::size_t kMostSpaces = 1000;

void add(std::string& out, const pugi::xml_node& node, int depth) {
  for (const pugi::xml_node& child : node) {
    if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
      out += child.value();
      continue;
    }
    const std::string_view name = local_name(child);
    if (name == "s") {
      out.append(std::min(count_of(child, "c", 1), kMostSpaces), ' ');
    } else if (name == "tab" || name == "line-break") {
      out += ' ';
    } else if (name != "annotation" && depth < kDeepest) {
      // Paragraphs of a frame or a cell.
      if ((name == "p" || name == "h") && !out.empty() && out.back() != ' ') out += ' ';
      add(out, child, depth + 1);
    }
  }
}

}  // namespace

std::string odf_text(const pugi::xml_node& node) {
  std::string out;
  add(out, node, 0);
  return out;
}

std::string odf_paragraphs(const pugi::xml_node& node) {
  std::string out;
  for (const pugi::xml_node& child : node) {
    const std::string_view name = local_name(child);
    if (name != "p" && name != "h") continue;
    if (!out.empty()) out += ' ';
    out += odf_text(child);
  }
  return out;
}

}  // namespace fonds
