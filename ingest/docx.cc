#include "ingest/docx.h"

#include <string>
#include <utility>
#include <vector>

#include "ingest/office_relations.h"
#include "ingest/office_xml.h"

namespace fonds {
namespace {

constexpr const char* kDocument = "word/document.xml";

/// What is no text of the paper: deleted, moved away, field codes, the same for older programs.
bool is_left_out(std::string_view name) {
  return name == "del" || name == "moveFrom" || name == "instrText" || name == "delText" ||
         name == "Fallback" || name == "rPr" || name == "pPr" || name == "tblPr" ||
         name == "tcPr" || name == "trPr" || name == "sectPr";
}

class DocxBlocks {
 public:
  explicit DocxBlocks(TextPages& pages) : pages_(pages) {}

  void read(const pugi::xml_node& node, int depth = 0) {
    if (depth > kDeepest) return;
    for (const pugi::xml_node& child : node) {
      const std::string_view name = local_name(child);
      if (name == "p") {
        paragraph(child, depth);
      } else if (name == "tbl") {
        table(child, depth);
      } else if (!is_left_out(name)) {
        read(child, depth + 1);
      }
    }
  }

 private:
  void paragraph(const pugi::xml_node& node, int depth) {
    text_.clear();
    boxes_.clear();
    add(node, depth + 1);
    pages_.paragraph(text_);
    // Taken out first: what stands in them has paragraphs of its own.
    for (const pugi::xml_node& box : std::exchange(boxes_, {})) read(box, depth + 1);
  }

  void add(const pugi::xml_node& node, int depth) {
    if (depth > kDeepest) return;
    for (const pugi::xml_node& child : node) {
      const std::string_view name = local_name(child);
      if (name == "t") {
        text_ += child.child_value();
      } else if (name == "tab" || name == "br" || name == "cr") {
        text_ += ' ';
      } else if (name == "noBreakHyphen") {
        text_ += '-';
      } else if (name == "txbxContent") {
        boxes_.push_back(child);
      } else if (!is_left_out(name)) {
        add(child, depth + 1);
      }
    }
  }

  void table(const pugi::xml_node& node, int depth) {
    std::vector<TableRow> rows;
    add_rows(node, depth, rows);
    pages_.table(rows);
  }

  void add_rows(const pugi::xml_node& node, int depth, std::vector<TableRow>& rows) {
    if (depth > kDeepest) return;
    for (const pugi::xml_node& child : node) {
      const std::string_view name = local_name(child);
      if (name == "tr") {
        rows.emplace_back();
        add_cells(child, depth + 1, rows.back());
      } else if (!is_left_out(name)) {
        add_rows(child, depth + 1, rows);
      }
    }
  }

  void add_cells(const pugi::xml_node& row, int depth, TableRow& cells) {
    if (depth > kDeepest) return;
    for (const pugi::xml_node& child : row) {
      const std::string_view name = local_name(child);
      if (name == "tc") {
        text_.clear();
        add_cell(child, depth + 1);
        cells.push_back(text_);
      } else if (!is_left_out(name)) {
        add_cells(child, depth + 1, cells);
      }
    }
  }

  /// The paragraphs of a cell, a table inside it included, as one text.
  void add_cell(const pugi::xml_node& node, int depth) {
    if (depth > kDeepest) return;
    for (const pugi::xml_node& child : node) {
      if (local_name(child) == "p") {
        if (!text_.empty()) text_ += ' ';
        add(child, depth + 1);
        for (const pugi::xml_node& box : std::exchange(boxes_, {})) add_cell(box, depth + 1);
      } else if (!is_left_out(local_name(child))) {
        add_cell(child, depth + 1);
      }
    }
  }

  TextPages& pages_;
  std::string text_;                   ///< of the paragraph or cell being read
  std::vector<pugi::xml_node> boxes_;  ///< text boxes met in it
};

}  // namespace

void read_docx(const OfficePackage& package, TextPages& pages) {
  const OfficeRelations relations(package, kDocument);
  DocxBlocks blocks(pages);
  const auto read_all = [&](const char* type) {
    for (const std::string& part : relations.all_of_type(type)) {
      if (package.has(part)) blocks.read(OfficeXml(package.read(part)).root());
    }
  };
  read_all("header");
  blocks.read(OfficeXml(package.read(kDocument)).root());
  read_all("footnotes");
  read_all("footer");
}

}  // namespace fonds
