#include "ingest/alto_reader.h"

#include <pugixml.hpp>

#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"

namespace fonds {
namespace {

[[noreturn]] void refuse() {
  throw Error(Fault::corrupt, tr("the stored recognised text is damaged"),
              tr("recognise the document again: `fonds recognise --again`"));
}

/// A whole number of an attribute; boxes never leave the frame of an int by far.
int number(const pugi::xml_node& node, const char* name) {
  const pugi::xml_attribute attribute = node.attribute(name);
  constexpr int kMost = 1 << 24;
  const int value = attribute.as_int(-1);
  if (!attribute || value < 0 || value > kMost) refuse();
  return value;
}

double portion(const pugi::xml_node& node, const char* name) {
  const double value = node.attribute(name).as_double(-1);
  if (!(value >= 0 && value <= 1)) refuse();
  return value;
}

Box box_of(const pugi::xml_node& node) {
  return {number(node, "HPOS"), number(node, "VPOS"), number(node, "WIDTH"),
          number(node, "HEIGHT")};
}

Line line_from(const pugi::xml_node& node) {
  Line line;
  line.box = box_of(node);
  for (const pugi::xml_node& each : node.children("String")) {
    Word word;
    word.text = each.attribute("CONTENT").value();
    if (word.text.empty() || !is_valid_utf8(word.text)) refuse();
    word.box = box_of(each);
    word.confidence = portion(each, "WC");
    line.words.push_back(std::move(word));
  }
  return line;
}

RecognisedPage page_from(const pugi::xml_node& node) {
  RecognisedPage page;
  page.number = number(node, "PHYSICAL_IMG_NR");
  page.geometry.width = number(node, "WIDTH");
  page.geometry.height = number(node, "HEIGHT");
  page.confidence = portion(node, "PC");
  for (const pugi::xml_node& block : node.child("PrintSpace").children("TextBlock")) {
    page.languages = block.attribute("LANG").value();
    for (const pugi::xml_node& line : block.children("TextLine")) {
      page.lines.push_back(line_from(line));
    }
  }
  return page;
}

}  // namespace

std::vector<RecognisedPage> read_alto(std::string_view xml) {
  pugi::xml_document document;
  // Neither a DTD nor an external entity is ever read by this library.
  const auto parsed = document.load_buffer(xml.data(), xml.size(),
                                           pugi::parse_default | pugi::parse_ws_pcdata_single);
  const pugi::xml_node layout = document.child("alto").child("Layout");
  if (!parsed || !layout) refuse();
  std::vector<RecognisedPage> pages;
  for (const pugi::xml_node& page : layout.children("Page")) pages.push_back(page_from(page));
  if (pages.empty()) refuse();
  return pages;
}

}  // namespace fonds
