#include "ingest/ods.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/error.h"
#include "ingest/cell_format.h"
#include "ingest/odf_text.h"
#include "ingest/office_xml.h"

namespace fonds {
namespace {

/// "2012-03-12", "2012-03-12 18:30" of `office:date-value`.
std::string date_text(std::string_view value) {
  const auto day = calendar_date_from(value.substr(0, 10));
  if (!day) return std::string(value);
  const auto two_digits = [&](std::size_t at) {
    int number = 0;
    if (value.size() >= at + 2) std::from_chars(value.data() + at, value.data() + at + 2, number);
    return number;
  };
  return text_of_moment(*day, two_digits(11), two_digits(14));
}

std::string float_text(std::string_view value, const std::string& shown) {
  // "007" is shown by a format with zeros in front.
  const bool digits = !shown.empty() && std::all_of(shown.begin(), shown.end(),
                                                    [](char c) { return c >= '0' && c <= '9'; });
  if (digits) return shown;
  double number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error != std::errc{} || end != value.data() + value.size()) return shown;
  return text_of_number(number, 0, {});
}

std::string cell_text(const pugi::xml_node& cell) {
  const std::string_view type = attribute_of(cell, "value-type");
  if (type == "date") return date_text(attribute_of(cell, "date-value"));
  std::string shown = odf_paragraphs(cell);
  if (type == "float") return float_text(attribute_of(cell, "value"), shown);
  if (shown.empty() && type == "string") return std::string(attribute_of(cell, "string-value"));
  return shown;
}

class SheetReader {
 public:
  explicit SheetReader(TableBuilder& builder) : builder_(builder) {}

  /// Rows stand in the table itself or in groups of rows.
  void read(const pugi::xml_node& node, int depth = 0) {
    for (const pugi::xml_node& child : node) {
      const std::string_view name = local_name(child);
      if (name == "table-row") {
        row(child);
      } else if ((name == "table-header-rows" || name == "table-rows" ||
                  name == "table-row-group") &&
                 depth < kDeepest) {
        read(child, depth + 1);
      }
    }
  }

 private:
  void row(const pugi::xml_node& node) {
    const std::size_t times = count_of(node, "number-rows-repeated", 1);
    const TableRow cells = cells_of(node);
    if (cells.empty()) return builder_.skip(std::min(times, builder_.limits().rows + 1));
    for (std::size_t i = 0; i < times; ++i) builder_.row(cells);  // until a limit says no
  }

  /// Without the empty ones at the end.
  [[nodiscard]] TableRow cells_of(const pugi::xml_node& node) const {
    // One column more than allowed is enough for the builder to refuse it.
    const std::size_t most = builder_.limits().columns + 1;
    TableRow cells;
    std::size_t column = 0;
    for (const pugi::xml_node& child : node) {
      const std::string_view name = local_name(child);
      if (name != "table-cell" && name != "covered-table-cell") continue;
      const std::size_t times = std::min(count_of(child, "number-columns-repeated", 1), most);
      // What a merged cell covers is not seen.
      std::string text = name == "table-cell" ? cell_text(child) : std::string{};
      if (!text.empty()) {
        cells.resize(std::min(column, most));
        cells.resize(std::min(column + times, most), text);
      }
      column = std::min(column + times, most);
    }
    return cells;
  }

  TableBuilder& builder_;
};

}  // namespace

void read_ods(const OfficePackage& package, TableBuilder& builder) {
  const OfficeXml content(package.read("content.xml"));
  const pugi::xml_node sheets = child_of(child_of(content.root(), "body"), "spreadsheet");
  for (const pugi::xml_node& table : sheets) {
    if (local_name(table) != "table") continue;
    builder.sheet(attribute_of(table, "name"));
    SheetReader(builder).read(table);
  }
}

}  // namespace fonds
