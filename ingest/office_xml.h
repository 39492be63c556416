/// OfficeXml: one part of an office document as a tree, and how to walk it.
///
/// Names are compared without their prefix: programs choose prefixes as they like. Neither a DTD
/// nor an entity of its own is ever read. Hostile input: walks go no deeper than kDeepest. Threads:
/// one a tree. Runs in the sandboxed worker. Faults: corrupt (no XML).
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace fonds {

/// Deepest element a walk goes into; what stands deeper is passed over.
inline constexpr int kDeepest = 200;

class OfficeXml {
 public:
  explicit OfficeXml(std::string xml);

  [[nodiscard]] pugi::xml_node root() const { return document_.document_element(); }

 private:
  std::string xml_;  ///< the tree's texts lie in it
  pugi::xml_document document_;
};

/// "table-row" of `table:table-row`.
std::string_view local_name(const pugi::xml_node& node);
/// The first child of that name; a null node when there is none.
pugi::xml_node child_of(const pugi::xml_node& node, std::string_view name);
/// The value of an attribute of that name, whatever its prefix; empty when there is none.
std::string_view attribute_of(const pugi::xml_node& node, std::string_view name);
/// A count of an attribute: `otherwise` when absent or no number.
std::size_t count_of(const pugi::xml_node& node, std::string_view name, std::size_t otherwise);

}  // namespace fonds
