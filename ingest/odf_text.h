/// odf_text: what a paragraph of an OpenDocument file says.
///
/// Threads: pure.
#pragma once

#include <pugixml.hpp>
#include <string>

namespace fonds {

/// The text of a paragraph, a heading or any element in it: spaces and tabs as such, comments left
/// out.
std::string odf_text(const pugi::xml_node& node);
/// The paragraphs that stand in `node` itself (a cell), parted by a space.
std::string odf_paragraphs(const pugi::xml_node& node);

}  // namespace fonds
