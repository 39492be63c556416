#include "ingest/office_xml.h"

#include <charconv>
#include <new>
#include <utility>

#include "base/error.h"
#include "base/messages.h"

namespace fonds {
namespace {

std::string_view without_prefix(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

}  // namespace

OfficeXml::OfficeXml(std::string xml) : xml_(std::move(xml)) {
  // Spaces between two pieces of formatted text are text.
  const auto parsed = document_.load_buffer_inplace(xml_.data(), xml_.size(),
                                                    pugi::parse_default | pugi::parse_ws_pcdata);
  if (parsed.status == pugi::status_out_of_memory) throw std::bad_alloc();
  if (!parsed || !root()) {
    throw Error(Fault::corrupt, tr("the document is damaged or cut off"),
                tr("copy it again, or save it anew in the program it came from"));
  }
}

std::string_view local_name(const pugi::xml_node& node) { return without_prefix(node.name()); }

pugi::xml_node child_of(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_node& child : node) {
    if (local_name(child) == name) return child;
  }
  return {};
}

std::string_view attribute_of(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_attribute& each : node.attributes()) {
    if (without_prefix(each.name()) == name) return each.value();
  }
  return {};
}

std::size_t count_of(const pugi::xml_node& node, std::string_view name, std::size_t otherwise) {
  const std::string_view text = attribute_of(node, name);
  std::size_t count = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  return error == std::errc{} && end == text.data() + text.size() && !text.empty() ? count
                                                                                   : otherwise;
}

}  // namespace fonds
