#include "ingest/office_text.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "ingest/docx.h"
#include "ingest/odf_text.h"
#include "ingest/office_relations.h"
#include "ingest/office_xml.h"

namespace fonds {
namespace {

constexpr const char* kSlides = "ppt/presentation.xml";
constexpr std::size_t kMostRepeats = 1000;

/// Blocks of an OpenDocument text, slide or cell, in order.
class OdfBlocks {
 public:
  explicit OdfBlocks(TextPages& pages) : pages_(pages) {}

  void read(const pugi::xml_node& node, int depth = 0) {
    if (depth > kDeepest) return;
    for (const pugi::xml_node& child : node) {
      const std::string_view name = local_name(child);
      if (name == "p" || name == "h") {
        pages_.paragraph(odf_text(child));
      } else if (name == "table") {
        std::vector<TableRow> rows;
        add_rows(child, rows, depth);
        pages_.table(rows);
      } else if (name != "notes" && name != "annotation" && name != "tracked-changes") {
        read(child, depth + 1);
      }
    }
  }

 private:
  static void add_rows(const pugi::xml_node& node, std::vector<TableRow>& rows, int depth) {
    for (const pugi::xml_node& child : node) {
      const std::string_view name = local_name(child);
      if (name == "table-row") {
        const TableRow row = cells_of(child);
        const std::size_t times = row.empty() ? 1 : count_of(child, "number-rows-repeated", 1);
        rows.insert(rows.end(), std::min(times, kMostRepeats), row);
      } else if (name.starts_with("table-") && depth < kDeepest) {
        add_rows(child, rows, depth + 1);  // heading rows and groups of rows
      }
    }
  }

  static TableRow cells_of(const pugi::xml_node& row) {
    TableRow cells;
    for (const pugi::xml_node& child : row) {
      const std::string_view name = local_name(child);
      if (name != "table-cell" && name != "covered-table-cell") continue;
      cells.push_back(name == "table-cell" ? odf_text(child) : std::string{});
    }
    return cells;
  }

  TextPages& pages_;
};

void read_odf(const OfficePackage& package, std::string_view body, TextPages& pages) {
  const OfficeXml content(package.read("content.xml"));
  const pugi::xml_node root = child_of(child_of(content.root(), "body"), body);
  OdfBlocks blocks(pages);
  if (body == "text") return blocks.read(root);
  for (const pugi::xml_node& slide : root) {
    if (local_name(slide) != "page") continue;
    pages.new_page();
    blocks.read(slide);
  }
}

/// Blocks of a slide of PowerPoint (ECMA-376 part 1, 21.1).
class SlideBlocks {
 public:
  explicit SlideBlocks(TextPages& pages) : pages_(pages) {}

  void read(const pugi::xml_node& node, int depth = 0) {
    if (depth > kDeepest) return;
    for (const pugi::xml_node& child : node) {
      const std::string_view name = local_name(child);
      if (name == "p") {
        pages_.paragraph(text_of(child));
      } else if (name == "tbl") {
        table(child);
      } else if (name != "Fallback") {  // the same for older programs
        read(child, depth + 1);
      }
    }
  }

 private:
  static std::string text_of(const pugi::xml_node& paragraph) {
    std::string out;
    for (const pugi::xml_node& run : paragraph) {
      if (local_name(run) == "br") out += ' ';
      out += child_of(run, "t").child_value();
    }
    return out;
  }

  void table(const pugi::xml_node& node) {
    std::vector<TableRow> rows;
    for (const pugi::xml_node& row : node) {
      if (local_name(row) != "tr") continue;
      rows.emplace_back();
      for (const pugi::xml_node& cell : row) {
        if (local_name(cell) != "tc") continue;
        std::string text;
        for (const pugi::xml_node& each : child_of(cell, "txBody")) {
          if (local_name(each) != "p") continue;
          if (!text.empty()) text += ' ';
          text += text_of(each);
        }
        rows.back().push_back(std::move(text));
      }
    }
    pages_.table(rows);
  }

  TextPages& pages_;
};

void read_pptx(const OfficePackage& package, TextPages& pages) {
  const OfficeXml presentation(package.read(kSlides));
  const OfficeRelations relations(package, kSlides);
  for (const pugi::xml_node& each : child_of(presentation.root(), "sldIdLst")) {
    // A slide has a number "id" and a relation "r:id".
    std::string part;
    for (const pugi::xml_attribute& id : each.attributes()) {
      if (part.empty()) part = relations.target(id.value());
    }
    if (part.empty() || !package.has(part)) continue;
    pages.new_page();
    SlideBlocks(pages).read(OfficeXml(package.read(part)).root());
  }
}

}  // namespace

void read_office_text(const OfficePackage& package, FileKind kind, TextPages& pages) {
  if (kind == FileKind::docx) return read_docx(package, pages);
  if (kind == FileKind::pptx) return read_pptx(package, pages);
  read_odf(package, kind == FileKind::odp ? "presentation" : "text", pages);
}

}  // namespace fonds
